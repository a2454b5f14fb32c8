import ComponentFormats
import SourceText
import YAMLDocuments

/// What somebody else runs or changes.
enum ThirdPartyRules: SettingRules {
    static let added = ChangeRule(
        "thirdparty/added", .material, .loosened, mirror: "thirdparty/removed", "Somebody else runs a further part.")
    static let removed = ChangeRule(
        "thirdparty/removed", .minor, .tightened, mirror: "thirdparty/added", "A part of somebody else's is gone.")
    static let unpinned = ChangeRule(
        "thirdparty/unpinned", .material, .loosened, mirror: "thirdparty/pinned",
        "The provider may change what is behind the name.")
    static let pinned = ChangeRule(
        "thirdparty/pinned", .minor, .tightened, mirror: "thirdparty/unpinned",
        "The provider may no longer change what is behind the name.")
    static let providerChanged = ChangeRule(
        "thirdparty/provider-changed", .critical, noMirror: "Moving back is the same change.",
        "Somebody else provides the part: another processor, under other terms.")

    static let rules = [added, removed, unpinned, pinned, providerChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .thirdParty where edit.action == .add: Claim(added, "Somebody else runs a further part: \(edit.name).")
        case .thirdParty where edit.action == .remove:
            Claim(removed, "A part of somebody else's is gone: \(edit.name).")
        case .thirdPartyProvider:
            context.runsModel(edit.path.innermostItem)
                ? Claim(ModelRules.providerChanged, "Another company runs the model: \(edit.step).")
                : Claim(providerChanged, "Another company provides the part: \(edit.step).")
        case .thirdPartyReference:
            edit.new?.text == "pinned"
                ? Claim(pinned, "The part has a fixed version now: \(edit.step).")
                : Claim(unpinned, "The provider may change the part at any time: \(edit.step).")
        default: nil
        }
    }
}

extension SettingMeaning {
    static let thirdParty: SettingMeaning = "third-party"
    static let thirdPartyProvider: SettingMeaning = "third-party.provider"
    static let thirdPartyReference: SettingMeaning = "third-party.reference"
}
