import Approvals
package import ArgumentParser
import GitObjects
package import Materiality
import PlanModel
import Releases
package import Reports

package struct DiffCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two commits, releases or the files on disk, and how much it matters.",
        discussion: """
            Examples:

              imprimatur diff                     what you have changed since the last commit
              imprimatur diff --staged            what the next commit will change
              imprimatur diff main..HEAD          two commits, branches or tags
              imprimatur diff main...feature      what merging the branch would change in main
              imprimatur diff support-assistant@1.0.0..support-assistant@1.1.0     two releases
              imprimatur diff main..HEAD --component prompts --component guardrails
              imprimatur diff main...feature --format markdown      a comment on a pull request
              imprimatur diff main...feature --format html -o review.html      a page to read both sides on
            """)

    @Argument(
        help: ArgumentHelp(
            """
            A..B: two commits, branches, tags or releases (system@version). A...B: A, and the result of merging B into \
            it. One name: it, and the files on disk. Default: HEAD and the files on disk.
            """, valueName: "A..B"))
    var sides: [String] = []

    @Flag(help: "Compare with what the next commit will hold, not with the files on disk.")
    var staged = false

    @Option(help: ArgumentHelp("Only this system.", valueName: "name"))
    var system: String?

    @Option(
        help: ArgumentHelp(
            "Show only changes in this part of a release (not: of rules with this name); can be given more than once. Class and approvals are those of all parts.",
            valueName: "part"))
    var component: [ChangeCategory] = []

    @Flag(
        help: ArgumentHelp(
            "Be git's external diff driver for one file, so that `git diff` and `git log -p --ext-diff` show what changes amount to.",
            discussion: """
                Once in each clone:  git config diff.imprimatur.command "imprimatur diff --as-git-driver --"
                In .gitattributes:   systems/** diff=imprimatur
                """))
    var asGitDriver = false

    @OptionGroup package var common: CommonOptions

    package static var formats: [OutputFormat] { DiffReport.formats.map { $0.name } }

    package init() {}

    package func validate() throws {
        if !asGitDriver, sides.count > 1 {
            throw ValidationError(
                "Two states are compared: write them as one argument, \(sides[0])..\(sides[1]).")
        }
    }

    package func run(in session: Session) throws -> ExitStatus {
        if asGitDriver {
            let driver = try GitDiffDriver(sides, in: session)
            // Git's pager shows what the driver prints, and takes colour where git's own diff has it.
            var style = session.style
            if session.context.variables["GIT_PAGER_IN_USE"] == "true", common.color == .auto { style.color = true }
            let text = try driver.text(style)
            try session.print([.text: { text }])
            return .pass
        }
        let repository = try session.openGovernedRepository()
        let sides = try DiffSides(self.sides.first, isStaged: staged, in: repository)
        let trees = try ComparedTrees(from: sides.base, to: sides.head, store: OutlineCache(session))
        if let system, !trees.systems.contains(system) {
            throw ReleaseError.unknownSystem(system, known: trees.systems)
        }
        let wanted = trees.systems.filter { system == nil || system == $0 }
        let unchanged = Set(wanted.filter(trees.isUnchanged))
        let comparisons = try trees.comparisons(
            of: wanted.filter { !unchanged.contains($0) },
            after: sides.followedCommit.map { ReleasesBehind($0, in: repository) })
        let differences = comparisons.map {
            SystemDifference($0, shown: component.isEmpty ? nil : Set(component))
        }
        let report = DiffReport(
            base: sides.base.name, head: sides.head.name, systems: differences,
            unchangedSystems: unchanged.sorted(),
            notes: (repository.pin == nil ? [.unpinned] : []) + comparisons.compactMap(Self.note),
            objects: try ComparedObjects(sides, differences, in: repository.git))
        try session.print(report)
        return .pass
    }

    /// Two states can be compared in any clone; what was released before cannot be known in every one.
    private static func note(on comparison: SystemComparison) -> ReleaseEvaluation.Reason? {
        guard let error = comparison.whyNoSum else { return nil }
        let failure = CommandFailure(error)
        return ReleaseEvaluation.Reason(
            code: "sum-unknown",
            message:
                "what changed in \(comparison.system) since its last fully gated release is not known, so that the "
                + "class is that of this step alone: \(failure.message)", mend: failure.mend)
    }
}

extension SystemDifference {
    fileprivate init(_ comparison: SystemComparison, shown: Set<ChangeCategory>?) {
        self.init(
            system: comparison.system, baseVersion: comparison.baseVersion, headVersion: comparison.headVersion,
            changeClass: comparison.changeClass?.name ?? "removed", comparison: comparison.comparison,
            gates: comparison.gates, approvals: comparison.approvals, cumulative: comparison.cumulative,
            shownCategories: shown)
    }
}

extension ChangeCategory: ExpressibleByArgument {}
