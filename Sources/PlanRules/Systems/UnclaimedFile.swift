import PlanModel
package import SourceText

package enum UnclaimedFile: MergeRule {
    package static let description = RuleDescription(
        "SYS-003", "unclaimed-file", .error, .pullRequest,
        summary:
            "Every new or changed file that is part of an AI system is in the governed paths or the components of one. "
            + "It is an error for a file that says itself what it is (a prompt with its front matter, a guardrail "
            + "configuration), and a warning for one that only stands where such files stand: in a folder with governed "
            + "files, or below one called `prompts` or `guardrails`.",
        why: "A prompt that no system claims ships without evaluation, approval or digest.",
        requirements: ["S28", "S51"],
        failing: """
            # the pull request adds assistant/prompts/refund.prompt
            governedPaths:
              prompts: [systems/support-assistant/prompts/**/*]
            """,
        passing: """
            governedPaths:
              prompts: [systems/support-assistant/prompts/**/*, assistant/prompts/**/*]
            """)

    package static func check(_ merge: ProposedMerge) -> [Finding] {
        merge.unclaimedFiles.map { file in
            finding(
                at: .file(path: file.path), "\(file.path) changed, no AISystem governs it, and \(reason(file.sign))",
                mend: "Add it to the governedPaths of its system. A system with `inScope: false` and a scopeReason may "
                    + "claim what is no part of one, such as prompts of an evaluation.",
                severity: isCertain(file.sign) ? .error : .warning)
        }
    }

    private static func reason(_ sign: ProposedMerge.UnclaimedFile.Sign) -> String {
        switch sign {
        case .format(let name, let category): "by its format (\(name)) it belongs to the \(category.rawValue) of one"
        case .governedFolder(let folder, let system): "\(folder) holds governed files of \(system)"
        case .folderName(let name): "a folder above it is called \(name)"
        }
    }

    private static func isCertain(_ sign: ProposedMerge.UnclaimedFile.Sign) -> Bool {
        if case .format = sign { true } else { false }
    }
}
