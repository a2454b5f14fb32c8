import Approvals
package import ArgumentParser
import FindingPolicy
import GitObjects
import Materiality
import PlanModel
import PlanRules
import Releases
package import Reports
import Snapshots
import SourceText

package struct HooksRunCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "run", abstract: "What the hooks call.",
        discussion: "Example, from your own pre-commit hook:  imprimatur hooks run pre-commit")

    enum Hook: String, ExpressibleByArgument, CaseIterable {
        case preCommit = "pre-commit"
        case prePush = "pre-push"
    }

    @Argument(help: "The hook.")
    var hook: Hook

    @Argument(help: "What git passes to the hook.")
    var hookArguments: [String] = []

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        switch hook {
        case .preCommit: try PreCommitHook(session: session).run()
        case .prePush: try PrePushHook(session: session).run()
        }
    }
}

/// Checks the index and says how much it changes. Approvals are not asked for here: writing must stay quick.
struct PreCommitHook {
    let session: Session

    func run() throws -> ExitStatus {
        let repository = try session.openRepository()
        let loader = SnapshotLoader(repository)
        let staged: Snapshot
        do { staged = try loader.index() } catch SnapshotError.noProject {
            return try withoutProject(in: repository)
        }
        let check = try Check(session: session).judged(.tree(staged))
        // What is waived or known is shown by `check`; at every commit it would be noise.
        if !check.findings.open.isEmpty { session.context.diagnostics(check.report.text(session.style) + "\n") }
        if check.findings.hasErrors {
            session.context.diagnostics("The commit was stopped. Mend the errors, or commit with --no-verify.\n")
            return .refused
        }
        if let head = repository.head, let before = try? loader.commit(head) {
            for system in Set(SystemUnit.names(in: before) + SystemUnit.names(in: staged)).sorted() {
                let comparison = try SystemComparison(system, from: before, to: staged)
                guard let line = Self.summary(comparison) else { continue }
                session.context.diagnostics(line + "\n")
            }
        }
        return .pass
    }

    /// A repository that is not governed is let alone. One that would stop being so is not: without a project file
    /// nothing would be checked from then on.
    private func withoutProject(in repository: Repository) throws -> ExitStatus {
        guard let head = repository.head, try SnapshotLoader(repository).files(of: head).file(Project.path) != nil
        else { return .pass }
        session.context.diagnostics(
            """
            The commit was stopped: it removes \(Project.path), and without it nothing is checked any more.
            Restore it with `git restore --staged \(Project.path)`, or commit with --no-verify if that is what you want.

            """)
        return .refused
    }

    /// One line for a system that the commit changes; nil for the others.
    private static func summary(_ comparison: SystemComparison) -> String? {
        guard let changeClass = comparison.changeClass else { return "\(comparison.system): removed" }
        guard let result = comparison.comparison else { return "\(comparison.system): \(changeClass.name)" }
        guard let heaviest = result.changes.first, changeClass != .ordered(.none) else { return nil }
        let rest = result.changes.count - 1
        let more = rest > 0 ? " (and \(rest) more: imprimatur diff HEAD~1..HEAD)" : ""
        return "\(comparison.system): this commit is \(changeClass.name): \(heaviest.rule.id), \(heaviest.path)\(more)"
    }
}

/// Lets no release tag leave that does not verify.
struct PrePushHook {
    private static let noObject = String(repeating: "0", count: 40)

    let session: Session

    /// git gives one line for each ref: local ref, local object, remote ref, remote object (githooks(5)).
    func run() throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        var status = ExitStatus.pass
        for line in String(decoding: session.context.input(), as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 4, words[2].hasPrefix("refs/tags/release/"), words[1] != Self.noObject else {
                continue
            }
            let tag = String(words[2].dropFirst("refs/tags/".count))
            if let refusal = try refusal(tag, object: words[1], in: repository) {
                session.context.diagnostics("The push was stopped: \(tag) \(refusal)\n")
                status = .refused
            }
        }
        return status
    }

    private func refusal(_ tag: String, object: String, in repository: GovernedRepository) throws -> String? {
        let parts = tag.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return "is not the name of a release." }
        guard repository.git.reference("refs/tags/\(tag)")?.description == object else {
            return "would be pushed from another name, so it is not the release that it says."
        }
        let verified = try JudgementBasis(repository).verifiedReleases(of: parts[1]).first { $0.tag == tag }
        guard let verified else { return "could not be read." }
        switch verified.outcome {
        case .pass: return nil
        case .fail, .incomplete:
            let reasons = verified.refusals + (verified.evaluation?.refusals ?? []) + verified.undecided
            let finding = verified.evaluation?.findings.first { $0.severity == .error }
            let why = reasons.first?.message ?? finding?.message ?? "could not be decided"
            return "is not an approved release: \(why)."
        }
    }
}
