import Approvals
package import ArgumentParser
import Releases
import Reports

package struct DiffCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two commits or releases, and how much it matters.",
        discussion: """
            Examples:

              imprimatur diff main..HEAD
              imprimatur diff support-assistant@1.0.0..support-assistant@1.1.0
            """)

    @Argument(help: ArgumentHelp("Two commits, branches, tags or system@version, as A..B.", valueName: "A..B"))
    var range: String

    @Option(help: ArgumentHelp("Only this system.", valueName: "name"))
    var system: String?

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let (baseName, headName) = try RevisionName.range(range)
        let repository = try session.openGovernedRepository()
        let base = try repository.snapshot(RevisionName.commit(baseName, in: repository.git))
        let head = try repository.snapshot(RevisionName.commit(headName, in: repository.git))
        let names = Set(SystemUnit.names(in: base) + SystemUnit.names(in: head)).sorted()
        if let system, !names.contains(system) { throw ReleaseError.unknownSystem(system, known: names) }
        let differences = try names.filter { system == nil || system == $0 }.map {
            try SystemComparison($0, from: base, to: head)
        }
        let report = DiffReport(
            base: baseName, head: headName, systems: differences.map(SystemDifference.init),
            notes: repository.pin == nil ? [.unpinned] : [])
        try session.print(text: report.text(session.style), json: report.json())
        return .pass
    }
}

extension SystemDifference {
    fileprivate init(_ comparison: SystemComparison) {
        self.init(
            system: comparison.system, baseVersion: comparison.baseVersion, headVersion: comparison.headVersion,
            changeClass: comparison.changeClass?.name ?? "removed", comparison: comparison.comparison,
            gates: comparison.gates, approvals: comparison.approvals)
    }
}
