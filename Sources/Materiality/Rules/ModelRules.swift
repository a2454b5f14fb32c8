import ComponentFormats
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
        "A dated version became a name that the provider may point elsewhere.")
    static let pinTightened = ChangeRule(
        "model/pin-tightened", .minor, .tightened, mirror: "model/pin-loosened",
        "A moving name became a version that does not change.")
    static let revisionUnpinned = ChangeRule(
        "model/revision-unpinned", .critical, .loosened, mirror: "model/revision-pinned",
        "The revision is no longer a commit, so that it may come to mean other weights.")
    static let revisionPinned = ChangeRule(
        "model/revision-pinned", .minor, .tightened, mirror: "model/revision-unpinned", "The revision became a commit.")
    static let weightsChanged = ChangeRule(
        "model/weights-changed", .critical, noMirror: "Moving back is the same change.",
        "The weights behind the same name are others.")
    static let residencyWidened = ChangeRule(
        "model/residency-widened", .critical, .loosened, mirror: "model/residency-narrowed",
        "The endpoint is elsewhere, so that data may be processed in other places.")
    static let residencyNarrowed = ChangeRule(
        "model/residency-narrowed", .minor, .tightened, mirror: "model/residency-widened",
        "The endpoint moved from a global one to one region.")
    static let added = ChangeRule(
        "model/added", .material, noMirror: "The opposite is model/removed.", "A further model answers.")
    static let removed = ChangeRule(
        "model/removed", .material, noMirror: "The opposite is model/added.", "A model no longer answers.")
    static let settingChanged = ChangeRule(
        "model/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else about the model changed.")

    static let rules = [
        providerChanged, idChanged, snapshotChanged, pinLoosened, pinTightened, revisionUnpinned, revisionPinned,
        weightsChanged, residencyWidened, residencyNarrowed, added, removed, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .modelID: return identity(edit)
        case .modelProvider where edit.subject.category != .model && (edit.old == nil || edit.new == nil):
            return Claim(idChanged, "A component names a model in another place: \(edit.step).")
        case .modelProvider: return Claim(providerChanged, "The model's provider is another: \(edit.step).")
        case .modelRevision: return revision(edit)
        case .modelWeights: return Claim(weightsChanged, "The digest of the weights is another: \(edit.step).")
        case .contentDigest, .contentPath:
            guard edit.subject.category == .model else { return nil }
            return Claim(weightsChanged, "The pointer stands for other weights: \(edit.step).")
        case .modelEndpoint: return endpoint(edit)
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

    private static func identity(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.text, let new = edit.new?.text else {
            return Claim(idChanged, "The model is named in another place: \(edit.step).")
        }
        let (before, after) = (ModelName(old), ModelName(new))
        if let one = before.provider, let other = after.provider, one != other {
            return Claim(providerChanged, "The model is run by \(other) instead of \(one): \(edit.step).")
        }
        if before.family == after.family {
            switch (before.isPinned, after.isPinned) {
            case (true, false):
                return Claim(
                    pinLoosened, "The name \(new) may come to mean another version than \(old), without a release.")
            case (false, true):
                return Claim(pinTightened, "The name \(new) is one version, where \(old) could come to mean another.")
            case (true, true):
                return Claim(snapshotChanged, "Another version of \(before.family) answers: \(new) instead of \(old).")
            case (false, false):
                break
            }
        }
        if before.isPinned, !after.isPinned, after.isKnownAlias {
            return Claim(
                pinLoosened, "The name \(new) may come to mean another version at any time, which \(old) could not.")
        }
        return Claim(idChanged, "Another model answers: \(new) instead of \(old).")
    }

    private static func revision(_ edit: SettingEdit) -> Claim {
        let (old, new) = (edit.old?.text, edit.new?.text)
        let wasCommit = old.map(ModelPinning.isCommit) ?? false
        let isCommit = new.map(ModelPinning.isCommit) ?? false
        if wasCommit, !isCommit {
            return Claim(revisionUnpinned, "The revision is no longer a commit: \(edit.step).")
        }
        if isCommit, !wasCommit { return Claim(revisionPinned, "The revision is a commit now: \(edit.step).") }
        if isCommit { return Claim(weightsChanged, "Another commit of the same model is used: \(edit.step).") }
        if old != nil, new == nil {
            return Claim(revisionUnpinned, "The model has no revision any more: \(edit.step).")
        }
        if old == nil { return Claim(revisionPinned, "The model has a revision now: \(edit.step).") }
        return Claim(snapshotChanged, "Another revision of the model is used: \(edit.step).")
    }

    private static func endpoint(_ edit: SettingEdit) -> Claim {
        let (old, new) = (edit.old.map { Endpoint($0.text) }, edit.new.map { Endpoint($0.text) })
        guard let old, let new, old.host != new.host else {
            return Claim(settingChanged, "The model is reached at another address: \(edit.step).")
        }
        if old.isGlobal, new.region != nil {
            return Claim(residencyNarrowed, "The endpoint is one region's now: \(edit.step).")
        }
        return Claim(residencyWidened, "Data goes to another host: \(edit.step).")
    }
}

extension SettingMeaning {
    static let modelItem: SettingMeaning = "model.item"
    static let modelWeights: SettingMeaning = "model.weights"
    static let modelEndpoint: SettingMeaning = "model.endpoint"
}
