package import ArgumentParser
import Releases
import Reports

package struct VerifyCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Derive the verdict on releases anew, from git objects alone.",
        discussion: """
            Proves what was approved, by whom and over which bytes; not what ran. Examples:

              imprimatur verify release/support-assistant/1.1.0
              imprimatur verify --all
            """)

    @Argument(help: "Release tags, as release/<system>/<version> or system@version.")
    var tags: [String] = []

    @Flag(help: "All releases of all systems.")
    var all = false

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func validate() throws {
        if all == !tags.isEmpty { throw ValidationError("Name release tags, or give --all.") }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let basis = try JudgementBasis(repository)
        let names = try tags.map(Self.tagName)
        let systems = all ? try basis.releasedSystems() : Set(names.map(Self.system)).sorted()
        if all, systems.isEmpty {
            throw CommandFailure(
                .undecided, code: "missing-tags", "there is no release tag in this clone",
                mend: "Run `git fetch --tags origin`.")
        }
        var releases = try systems.flatMap { try basis.verifiedReleases(of: $0) }
        if !all { releases = releases.filter { names.contains($0.tag) } }
        for name in names where !releases.contains(where: { $0.tag == name }) {
            throw CommandFailure(
                .undecided, code: "missing-tags", "there is no tag \(name) in this clone",
                mend: "Run `git fetch --tags origin`.")
        }
        // Without a checkpoint nobody can see that the newest tags are missing.
        let report = VerifyReport(releases, notes: try repository.historyNotes())
        try session.print(text: report.text(session.style), json: report.json())
        if releases.contains(where: { $0.outcome == .fail }) { return .refused }
        return releases.allSatisfy { $0.outcome == .pass } ? .pass : .undecided
    }

    private static func tagName(_ text: String) throws -> String {
        let name = text.hasPrefix("refs/tags/") ? String(text.dropFirst("refs/tags/".count)) : text
        if name.hasPrefix("release/"), name.split(separator: "/").count == 3 { return name }
        let parts = name.split(separator: "@")
        guard parts.count == 2 else {
            throw CommandFailure(
                .usage, "\"\(text)\" is not a release tag", mend: "Write release/<system>/<version> or system@version.")
        }
        return "release/\(parts[0])/\(parts[1])"
    }

    private static func system(ofTag tag: String) -> String { String(tag.split(separator: "/")[1]) }
}
