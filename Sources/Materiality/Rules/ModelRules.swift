import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Which model answers, who runs it, and whether the name can come to mean another one.
enum ModelRules: SettingRules {
    static let providerChanged = ChangeRule(
        "model/provider-changed", .critical, noMirror: "Moving back is the same change.",
        "Somebody else runs the model: another processor of the data, under other terms.")
    static let idChanged = ChangeRule(
        "model/id-changed", .material, noMirror: "Moving back is the same change.", "Another model answers.")
    static let snapshotChanged = ChangeRule(
        "model/snapshot-changed", .material, noMirror: "Moving back is the same change.",
        "Another dated version of the same model answers.")
    static let pinLoosened = ChangeRule(
        "model/pin-loosened", .critical, .loosened, mirror: "model/pin-tightened",
        "A version that does not change became one that the provider may replace.")
    static let pinTightened = ChangeRule(
        "model/pin-tightened", .minor, .tightened, mirror: "model/pin-loosened",
        "A moving name became a version that does not change.")
    static let added = ChangeRule(
        "model/added", .material, noMirror: "The opposite is model/removed.", "A further model answers.")
    static let removed = ChangeRule(
        "model/removed", .material, noMirror: "The opposite is model/added.", "A model no longer answers.")
    static let settingChanged = ChangeRule(
        "model/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else about the model changed.")

    static let rules = [
        providerChanged, idChanged, snapshotChanged, pinLoosened, pinTightened, added, removed, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .modelID: return identity(edit)
        case .modelVersion: return version(edit)
        case .modelUpgrade: return upgrade(edit)
        case .modelProvider where edit.subject.category != .model && (edit.old == nil || edit.new == nil):
            return Claim(idChanged, "A component names a model in another place: \(edit.step).")
        case .modelProvider: return Claim(providerChanged, "The model's provider is another: \(edit.step).")
        case .modelItem:
            return edit.new == nil
                ? Claim(removed, "The release no longer has the model \(edit.name).")
                : further(edit, context)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .model ? Claim(settingChanged, "A detail of the model changed: \(edit.step).") : nil
    }

    private static func further(_ edit: SettingEdit, _ context: ComparisonContext) -> Claim {
        let thirdParty = edit.new?["source"]?["thirdParty"]?.text
        if let thirdParty, !context.baseRunsModel(thirdParty) {
            return Claim(providerChanged, "A further model, \(edit.name), is run by \(thirdParty).")
        }
        return Claim(added, "The release has a further model, \(edit.name).")
    }

    // MARK: Names

    /// One edit has one claim: the heaviest of what the two names differ in.
    private static func identity(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.text, let new = edit.new?.text else {
            return Claim(idChanged, "The model is named in another place: \(edit.step).")
        }
        let (before, after) = (ModelIdentifier(old), ModelIdentifier(new))
        if let one = before.service, let other = after.service, one != other {
            return Claim(providerChanged, "The model is run by \(other) instead of \(one): \(edit.step).")
        }
        if let claim = ModelResidencyRules.widened(before, after, edit) { return claim }
        if let claim = pinning(before, after, edit) { return claim }
        if before.family == after.family, before.hasVersion, after.hasVersion {
            return before.name == after.name
                ? ModelResidencyRules.elsewhere(before, after, edit)
                : Claim(
                    snapshotChanged,
                    "Another version of \(before.family) answers: \(edit.newText) instead of \(edit.oldText).")
        }
        return before.name == after.name
            ? ModelResidencyRules.elsewhere(before, after, edit)
            : Claim(idChanged, "Another model answers: \(edit.newText) instead of \(edit.oldText).")
    }

    private static func pinning(_ before: ModelIdentifier, _ after: ModelIdentifier, _ edit: SettingEdit) -> Claim? {
        let (old, new) = (ModelPinning(of: before), ModelPinning(of: after))
        let isSameFamily = before.family == after.family
        let (oldVersion, newVersion) = (before.hasVersion, after.hasVersion)
        // Of one family, a version that is no longer written is enough; of two, the new name has to be known to move.
        if isSameFamily && oldVersion && !newVersion && new.state != .pinned || old.state == .pinned && new.isFloating {
            return Claim(pinLoosened, "The model could not change before, and now may without a release: \(new.why).")
        }
        if isSameFamily && !oldVersion && newVersion || isSameFamily && old.isFloating && new.state == .pinned {
            return Claim(
                pinTightened,
                "The name \(edit.newText) is one version, where \(edit.oldText) could come to mean another.")
        }
        return nil
    }

    // MARK: Deployments

    private static func version(_ edit: SettingEdit) -> Claim {
        if edit.new == nil {
            return Claim(pinLoosened, "The deployment takes the version that is the default one day: \(edit.step).")
        }
        if edit.old == nil { return Claim(pinTightened, "The deployment names its version: \(edit.step).") }
        return Claim(snapshotChanged, "Another version of the model answers: \(edit.step).")
    }

    private static func upgrade(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.upgradeOptions) {
        case .loosened: Claim(pinLoosened, "The provider may replace the version sooner: \(edit.step).")
        case .tightened: Claim(pinTightened, "The provider replaces the version later, or not at all: \(edit.step).")
        case .neutral: Claim(settingChanged, "The default is written out, or left out again: \(edit.step).")
        case nil: Claim(settingChanged, "When the provider replaces the version is set differently: \(edit.step).")
        }
    }
}

extension SettingMeaning {
    static let modelItem: SettingMeaning = "model.item"
}
