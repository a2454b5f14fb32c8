import ComponentFormats
import SourceText
import YAMLDocuments

/// How the model is run: sampling and limits.
enum InferenceRules: SettingRules {
    static let temperatureRaised = ChangeRule(
        "inference/temperature-raised", .minor, .loosened, mirror: "inference/temperature-lowered",
        "The temperature is higher."
    )
    .or(.material, when: "the step is 0.3 or more, or crosses 1.0")
    static let temperatureLowered = ChangeRule(
        "inference/temperature-lowered", .minor, .tightened, mirror: "inference/temperature-raised",
        "The temperature is lower.")
    static let samplingChanged = ChangeRule(
        "inference/sampling-changed", .minor, noMirror: "Neither direction is stricter.",
        "Another setting of the sampler changed."
    )
    .or(.material, when: "words can be kept out of answers, or the temperature is left to a default")
    static let outputLimitChanged = ChangeRule(
        "inference/output-limit-changed", .minor, noMirror: "Neither direction is stricter.",
        "Answers may be longer or shorter."
    )
    .or(.material, when: "the limit is half or less, or only one side has one")
    static let settingChanged = ChangeRule(
        "inference/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Another run-time setting changed.")

    static let rules = [temperatureRaised, temperatureLowered, samplingChanged, outputLimitChanged, settingChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .temperature: return temperature(edit)
        case .sampling where edit.path.steps.contains { silencing.contains($0) }:
            return Claim(
                samplingChanged, .material,
                "Words can be kept out of answers, or answers end before them, a disclaimer too: \(edit.step).")
        case .sampling: return Claim(samplingChanged, "Words are drawn differently: \(edit.step).")
        case .outputLimit: return outputLimit(edit)
        default: return nil
        }
    }

    /// Settings that can keep a certain sentence out of every answer.
    private static let silencing: [FieldPath.Step] = [
        "logit_bias", "stop", "stopSequences", "stop_sequences",
    ].map { .key($0) }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .inference ? Claim(settingChanged, "A run-time setting changed: \(edit.step).") : nil
    }

    // MARK: Temperature

    private static let one = DecimalNumber(1)

    /// A number in quotes is a number to most of those who read it.
    private static func number(_ node: YAMLNode?) -> DecimalNumber? {
        node.flatMap { $0.decimal ?? $0.string.flatMap { DecimalNumber($0) } }
    }

    private static func temperature(_ edit: SettingEdit) -> Claim {
        guard let old = number(edit.old), let new = number(edit.new) else {
            return Claim(
                samplingChanged, .material,
                "The temperature is left to another place or to the provider's default: \(edit.step).")
        }
        if old == new { return Claim(samplingChanged, "The temperature is written differently: \(edit.step).") }
        guard old < new else { return Claim(temperatureLowered, "Answers vary less: \(edit.step).") }
        let step = DecimalNumber("0.3") ?? one
        if new.isAtLeast(step, from: old) {
            return Claim(temperatureRaised, .material, "Answers vary much more: \(edit.step), a step of 0.3 or more.")
        }
        if !(one < old), one < new || (old < one && new == one) {
            return Claim(temperatureRaised, .material, "Answers vary more: \(edit.step), across 1.0.")
        }
        return Claim(temperatureRaised, "Answers vary a little more: \(edit.step).")
    }

    // MARK: Length

    private static func outputLimit(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal else {
            return Claim(outputLimitChanged, .material, "The longest answer is no longer set here: \(edit.step).")
        }
        if new < old, old.isAtLeastTwice(new) {
            return Claim(
                outputLimitChanged, .material,
                "Answers may end half-way, with what they say last missing: \(edit.step).")
        }
        return Claim(outputLimitChanged, "The longest answer is another: \(edit.step).")
    }
}
