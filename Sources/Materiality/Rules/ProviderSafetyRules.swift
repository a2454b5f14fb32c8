import ComponentFormats
import SourceText
import YAMLDocuments

/// Safety filters that the provider of the model runs.
enum ProviderSafetyRules: SettingRules {
    static let loosened = ChangeRule(
        "inference/safety-setting-loosened", .critical, .loosened, mirror: "inference/safety-setting-tightened",
        "A safety setting of the provider lets more through.")
    static let tightened = ChangeRule(
        "inference/safety-setting-tightened", .minor, .tightened, mirror: "inference/safety-setting-loosened",
        "A safety setting of the provider stops more."
    )
    .or(.material, when: "the model's own default held before")
    static let changed = ChangeRule(
        "inference/safety-setting-changed", .material, noMirror: "The direction is unknown.",
        "A safety setting of the provider changed in a way that is not in the polarity table.")

    static let rules = [loosened, tightened, changed]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.meaning == .safetySetting else { return nil }
        switch Polarity.direction(of: edit, among: Polarity.safetySettings) {
        case .loosened: return Claim(loosened, "The provider's filter lets more through: \(edit.step).")
        case .tightened: return Claim(tightened, "The provider's filter stops more: \(edit.step).")
        case .neutral, nil: break
        }
        switch (edit.old, edit.new) {
        case (let old?, nil):
            return isOff(old)
                ? Claim(tightened, "A filter that was off is left to the model's default: \(edit.step).")
                : Claim(loosened, "A safety setting is gone: \(edit.step).")
        case (nil, let new?):
            let values = thresholds(in: new)
            if values.contains(where: letsAllThrough) {
                return Claim(loosened, "A filter of the provider is switched off: \(edit.step).")
            }
            // The model's default may have stopped as much, or more.
            if values.contains(where: blocks) {
                return Claim(
                    tightened, .material, "A filter is set where the model's default held: \(edit.step).")
            }
        case (let old?, let new?):
            if new.text == Polarity.unspecifiedSafety, blocks(old.text) {
                return Claim(loosened, "The filter is left to the model's default, which may be off: \(edit.step).")
            }
            if old.text == Polarity.unspecifiedSafety, blocks(new.text) {
                return Claim(
                    tightened, .material, "A filter is set where the model's default held: \(edit.step).")
            }
        case (nil, nil): break
        }
        return Claim(changed, "A safety setting of the provider is another: \(edit.step).")
    }

    /// Lets everything through, which no default of a model can outdo.
    private static func isOff(_ setting: YAMLNode) -> Bool {
        let values = thresholds(in: setting)
        return values.contains(where: letsAllThrough) && !values.contains(where: blocks)
    }

    private static func letsAllThrough(_ threshold: String) -> Bool { ["BLOCK_NONE", "OFF"].contains(threshold) }

    private static func blocks(_ threshold: String) -> Bool {
        threshold.hasPrefix("BLOCK_") && !letsAllThrough(threshold)
    }

    /// Every scalar below a node: thresholds stand beside their category, or under it.
    private static func thresholds(in node: YAMLNode) -> [String] {
        switch node.kind {
        case .scalar: [node.text]
        case .sequence: node.items.flatMap(thresholds)
        case .mapping: node.entries.flatMap { thresholds(in: $0.value) }
        }
    }
}
