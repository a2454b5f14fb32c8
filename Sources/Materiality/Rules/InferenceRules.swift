import ComponentFormats
import SourceText
import YAMLDocuments

/// How the model is run: sampling, limits, demands on its output, the provider's own safety settings.
enum InferenceRules: SettingRules {
    static let temperatureRaised = ChangeRule(
        "inference/temperature-raised", .minor, .loosened, mirror: "inference/temperature-lowered",
        "The temperature is higher; material from a step of 0.3 on, and where it crosses 1.0.")
    static let temperatureLowered = ChangeRule(
        "inference/temperature-lowered", .minor, .tightened, mirror: "inference/temperature-raised",
        "The temperature is lower.")
    static let samplingChanged = ChangeRule(
        "inference/sampling-changed", .minor, noMirror: "Neither direction is stricter.",
        "Another setting of the sampler changed.")
    static let outputLimitChanged = ChangeRule(
        "inference/output-limit-changed", .minor, noMirror: "Neither direction is stricter.",
        "Answers may be longer or shorter; material when the limit is half or less.")
    static let structuredOutputLoosened = ChangeRule(
        "inference/structured-output-loosened", .material, .loosened, mirror: "inference/structured-output-tightened",
        "The output no longer has to fit a form.")
    static let structuredOutputTightened = ChangeRule(
        "inference/structured-output-tightened", .minor, .tightened, mirror: "inference/structured-output-loosened",
        "The output has to fit a form now.")
    static let structuredOutputChanged = ChangeRule(
        "inference/structured-output-changed", .material, noMirror: "The direction is unknown.",
        "The form that the output has to fit is another.")
    static let safetySettingLoosened = ChangeRule(
        "inference/safety-setting-loosened", .critical, .loosened, mirror: "inference/safety-setting-tightened",
        "A safety setting of the provider lets more through.")
    static let safetySettingTightened = ChangeRule(
        "inference/safety-setting-tightened", .minor, .tightened, mirror: "inference/safety-setting-loosened",
        "A safety setting of the provider stops more.")
    static let safetySettingChanged = ChangeRule(
        "inference/safety-setting-changed", .material, noMirror: "The direction is unknown.",
        "A safety setting of the provider changed in a way that is not in the polarity table.")
    static let settingChanged = ChangeRule(
        "inference/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Another run-time setting changed.")

    static let rules = [
        temperatureRaised, temperatureLowered, samplingChanged, outputLimitChanged, structuredOutputLoosened,
        structuredOutputTightened, structuredOutputChanged, safetySettingLoosened, safetySettingTightened,
        safetySettingChanged, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .temperature: return temperature(edit)
        case .sampling: return Claim(samplingChanged, "Words are drawn differently: \(edit.step).")
        case .outputLimit: return outputLimit(edit)
        case .outputFormat, .outputSchema: return structuredOutput(edit)
        case .safetySetting: return safetySetting(edit)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .inference ? Claim(settingChanged, "A run-time setting changed: \(edit.step).") : nil
    }

    // MARK: Temperature

    private static let one = DecimalNumber(1)

    private static func temperature(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal else {
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

    // MARK: Output

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

    private static func structuredOutput(_ edit: SettingEdit) -> Claim {
        let isOneValue = edit.path.steps.count <= 2
        if isOneValue, edit.new == nil {
            return Claim(structuredOutputLoosened, "The output may have any form now: \(edit.step).")
        }
        if isOneValue, edit.old == nil {
            return Claim(structuredOutputTightened, "The output has to fit a form now: \(edit.step).")
        }
        if edit.meaning == .outputFormat, let old = edit.old?.text, let new = edit.new?.text {
            let structured = ["json", "json_object", "json_schema", "application/json", "jsonl", "csv", "enum"]
            switch (structured.contains(old), structured.contains(new)) {
            case (true, false): return Claim(structuredOutputLoosened, "The output is free text now: \(edit.step).")
            case (false, true): return Claim(structuredOutputTightened, "The output has a form now: \(edit.step).")
            default: break
            }
        }
        return Claim(structuredOutputChanged, "The output has to fit another form: \(edit.step).")
    }

    // MARK: Safety settings

    private static func safetySetting(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.safetySettings) {
        case .loosened: Claim(safetySettingLoosened, "The provider's filter lets more through: \(edit.step).")
        case .tightened: Claim(safetySettingTightened, "The provider's filter stops more: \(edit.step).")
        case .neutral, nil:
            edit.new == nil
                ? Claim(safetySettingLoosened, "A safety setting is gone: \(edit.step).")
                : Claim(safetySettingChanged, "A safety setting of the provider is another: \(edit.step).")
        }
    }
}
