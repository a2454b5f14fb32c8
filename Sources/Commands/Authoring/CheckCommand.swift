package import ArgumentParser
import FindingPolicy
import GitObjects
import PlanModel
package import Reports
import Snapshots
import SourceText

package struct CheckCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check documents against their schemas and the rules.",
        discussion: """
            Without options the files on disk are checked. Examples:

              imprimatur check --staged           what the next commit will hold
              imprimatur check --rev v1.2.0       any commit, also in a bare repository
              imprimatur check --range main..HEAD what these commits have brought, apart from what was there before
              imprimatur check --stdin-path systems/bot/system.yaml < buffer      what an editor has not saved yet

            A finding that may stand is waived beside its line, with a reason:

              owner: role:ml-team   # imprimatur: allow PPL-001 reason="comes with trust root 2" until=2026-12-31
            """)

    @Argument(help: "Report only findings in these files and folders.")
    var paths: [String] = []

    @Flag(help: "Check what the next commit will hold, not the files on disk.")
    var staged = false

    @Option(name: .customLong("rev"), help: ArgumentHelp("Check a commit, branch or tag.", valueName: "rev"))
    var revision: String?

    @Option(
        help: ArgumentHelp(
            "Check the commit B, and refuse only what was not found in A; A...B compares with where both parted.",
            valueName: "A..B"))
    var range: String?

    @Option(
        help: ArgumentHelp(
            "Check the files on disk with standard input in place of this one, and report on it alone.",
            valueName: "path"))
    var stdinPath: String?

    @Flag(help: "Show every finding as if nothing were waived, lowered or in a baseline.")
    var noIgnores = false

    @Option(
        help: ArgumentHelp(
            "Findings in this file refuse nothing. Without it, the file that `baseline` in imprimatur.yaml names.",
            valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Write all findings of now to a file, to begin with from here.", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "One line for each finding, without the lines of the file.")
    var concise = false

    @OptionGroup package var common: CommonOptions

    package static var formats: [OutputFormat] { CheckReport.formats.map { $0.name } }

    package init() {}

    package func validate() throws {
        let subjects = [
            staged ? "--staged" : nil, revision.map { _ in "--rev" }, range.map { _ in "--range" },
            stdinPath.map { _ in "--stdin-path" },
        ].compactMap { $0 }
        if subjects.count > 1 {
            throw ValidationError("\(subjects.joined(separator: " and ")) exclude each other: one tree is checked.")
        }
        if let stdinPath, ["", ".", "/"].contains(stdinPath) || stdinPath.hasSuffix("/") {
            throw ValidationError("--stdin-path names one file.")
        }
        if stdinPath != nil, !paths.allSatisfy({ $0 == "-" }) {
            throw ValidationError("--stdin-path reports on that file alone; leave the other paths out.")
        }
        if paths.contains("-"), stdinPath == nil {
            throw ValidationError("Standard input needs a name: --stdin-path says which file it stands for.")
        }
        if writeBaseline != nil, range != nil || stdinPath != nil || !paths.isEmpty {
            throw ValidationError("--write-baseline takes all findings of one tree.")
        }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openRepository()
        var check = Check(session: session, ignoresWaivers: noIgnores)
        if let baseline { check.known = .inFile(baseline) }
        // What is written is what is found now, whatever an older file says, or whether there is one.
        if writeBaseline != nil { check.known = .none }
        var result = try check.judged(subject(in: session, repository))
        if let writeBaseline {
            return try write(result.findings.filter { !$0.isWaived }, to: writeBaseline, in: session)
        }
        result.keep(try wantedPaths(in: session, repository, result.snapshot))
        try session.print(result.report, isConcise: concise)
        return result.findings.hasErrors ? .refused : .pass
    }

    /// What to report on; empty for everything. A path that names no file is an error: with a misspelt one nothing would
    /// be looked at, and that would pass.
    private func wantedPaths(
        in session: Session, _ repository: Repository, _ snapshot: Snapshot
    ) throws -> [PathPattern] {
        let named = stdinPath.map { [$0] } ?? paths
        let patterns = try named.map { name in
            let path = try RepositoryPath.resolve(name, from: session.directory, in: repository)
            let pattern = PathPattern(path)
            if try !path.isEmpty && snapshot.files.matching(pattern).isEmpty {
                throw CommandFailure(
                    .undecided, "\(name) names no file in \(snapshot.label)", mend: "Check the spelling.")
            }
            return pattern
        }
        return patterns.contains { $0.text.isEmpty } ? [] : patterns
    }

    /// What may not be lowered cannot be left for later either.
    private func write(_ findings: [JudgedFinding], to path: String, in session: Session) throws -> ExitStatus {
        let (kept, refused) = (findings.filter(\.mayBeLowered), findings.filter { !$0.mayBeLowered })
        try session.write(BaselineFile(kept).json(), to: session.absolute(path))
        session.say("Wrote \(path). Findings that refuse nothing from now on: \(kept.count).")
        guard !refused.isEmpty else { return .pass }
        session.say("Findings that cannot be left for later: \(refused.count).")
        for judged in refused { session.say("  \(judged.finding.location.label): \(judged.finding.message)") }
        return .refused
    }

    private func subject(in session: Session, _ repository: Repository) throws -> Check.Subject {
        let loader = SnapshotLoader(repository)
        if let range {
            let (base, head) = try RevisionName.commits(of: range, in: repository)
            return .range(
                from: try Self.governed { try loader.commit(base) }, fromLabel: "commit \(base.short)",
                to: try loader.commit(head))
        }
        if let revision { return .tree(try loader.commit(RevisionName.commit(revision, in: repository))) }
        if staged { return .tree(try loader.index()) }
        if let stdinPath {
            let path = try RepositoryPath.resolve(stdinPath, from: session.directory, in: repository)
            return .tree(try loader.worktree(replacing: path, with: session.context.input()))
        }
        return .tree(try loader.worktree())
    }

    /// Nil where the tree at a range's start was not governed, or not in a way that anybody could judge: then everything
    /// is new, so that a range can adopt the tool, or mend its settings.
    private static func governed(_ load: () throws -> Snapshot) throws -> Snapshot? {
        do { return try load() } catch let error as SnapshotError {
            switch error {
            case .noProject, .noProjectDocument, .noDocuments, .unusableOverlay: return nil
            case .mergeConflict, .missingContent: throw error
            }
        }
    }
}
