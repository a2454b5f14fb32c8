import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Whether a program of somebody else's, fetched when the system starts, is the same one tomorrow.
enum ProgramPinningRules: SettingRules {
    static let unpinned = ChangeRule(
        "thirdparty/unpinned", .material, .loosened, mirror: "thirdparty/pinned",
        "The provider may change what is behind the name.")
    static let pinned = ChangeRule(
        "thirdparty/pinned", .minor, .tightened, mirror: "thirdparty/unpinned",
        "The provider may no longer change what is behind the name.")

    static let rules = [unpinned, pinned]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .thirdPartyReference:
            edit.new?.text == "pinned"
                ? Claim(pinned, "The part has a fixed version now: \(edit.step).")
                : Claim(unpinned, "The provider may change the part at any time: \(edit.step).")
        case .program, .programArguments: program(edit)
        default: nil
        }
    }

    /// Claims an edit of nothing but versions: whatever else changed in a command is for others to say.
    private static func program(_ edit: SettingEdit) -> Claim? {
        guard let old = edit.old.map(words), let new = edit.new.map(words), old.count == new.count else { return nil }
        var isLooser = false
        var isStricter = false
        for (before, after) in zip(old, new) where before != after {
            guard let one = ProgramReference(before), let other = ProgramReference(after), one.name == other.name
            else { return nil }
            isLooser = isLooser || one.isPinned && !other.isPinned
            isStricter = isStricter || !one.isPinned && other.isPinned
        }
        if isLooser {
            return Claim(unpinned, "What is fetched may be another program tomorrow: \(edit.step).")
        }
        return isStricter ? Claim(pinned, "What is fetched is one version now: \(edit.step).") : nil
    }

    private static func words(_ node: YAMLNode) -> [String] {
        node.kind == .scalar ? [node.text] : node.items.map(NodeText.describe)
    }
}

extension SettingMeaning {
    static let thirdPartyReference: SettingMeaning = "third-party.reference"
    /// The command, arguments or image of a server of tools.
    fileprivate static let programArguments: SettingMeaning = "tool.program"
}
