import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Whether a part of somebody else's is the same one tomorrow: by the system's document, and by the name of what is
/// fetched when the system starts.
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
            return edit.new?.text == "pinned"
                ? Claim(pinned, "The part has a fixed version now: \(edit.step).")
                : Claim(unpinned, "The provider may change the part at any time: \(edit.step).")
        case .programImage:
            guard let old = edit.old, let new = edit.new else { return nil }
            return claim(from: ProgramReference(image: old.text), to: ProgramReference(image: new.text))
        default: return nil
        }
    }

    /// The claim on two versions of one program; nil for two programs, and for versions that are as fixed as before.
    static func claim(from old: ProgramReference, to new: ProgramReference) -> Claim? {
        guard old.name == new.name, old.isPinned != new.isPinned else { return nil }
        let step = "\(new.name) went from \(old.versionText) to \(new.versionText)"
        return new.isPinned
            ? Claim(pinned, "What runs is one version now: \(step).")
            : Claim(unpinned, "Whoever publishes the program may change what runs at any time: \(step).")
    }
}

extension SettingMeaning {
    static let thirdPartyReference: SettingMeaning = "third-party.reference"
}
