import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// What somebody else may do with the data that a system sends: keep it, and train on it.
enum DataTermsRules: SettingRules {
    static let retentionLengthened = ChangeRule(
        "thirdparty/retention-lengthened", .critical, .loosened, mirror: "thirdparty/retention-shortened",
        "Somebody else keeps the system's data longer, or keeps it at all.")
    static let retentionShortened = ChangeRule(
        "thirdparty/retention-shortened", .minor, .tightened, mirror: "thirdparty/retention-lengthened",
        "Somebody else keeps the system's data for a shorter time, or no longer.")
    static let trainingUseAllowed = ChangeRule(
        "thirdparty/training-use-allowed", .critical, .loosened, mirror: "thirdparty/training-use-denied",
        "Somebody else may train models on the system's data.")
    static let trainingUseDenied = ChangeRule(
        "thirdparty/training-use-denied", .minor, .tightened, mirror: "thirdparty/training-use-allowed",
        "Somebody else may no longer train models on the system's data.")
    static let termsChanged = ChangeRule(
        "thirdparty/data-terms-changed", .material, noMirror: "The direction is unknown.",
        "What somebody else may do with the data is said on one side only, or in words that are not known.")

    static let rules = [retentionLengthened, retentionShortened, trainingUseAllowed, trainingUseDenied, termsChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .thirdPartyRetention: retention(edit)
        case .thirdPartyTraining: training(edit)
        case .providerStorage: storage(edit)
        case .providerDataUse: dataUse(edit)
        default: nil
        }
    }

    // MARK: The system's document

    /// `none` is no time at all. Where nothing is said, nothing is known.
    private static func retention(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap(seconds), let new = edit.new.flatMap(seconds), old != new else {
            return Claim(termsChanged, "How long data is kept is said differently: \(edit.step).")
        }
        return old < new
            ? Claim(retentionLengthened, "Data is kept longer: \(edit.step).")
            : Claim(retentionShortened, "Data is kept for a shorter time: \(edit.step).")
    }

    private static func seconds(_ node: YAMLNode) -> Int64? {
        node.text == "none" ? 0 : PlanDuration(node.text)?.seconds
    }

    private static func training(_ edit: SettingEdit) -> Claim {
        switch (edit.old?.boolean, edit.new?.boolean) {
        case (_, true?): Claim(trainingUseAllowed, "Models may be trained on the data: \(edit.step).")
        case (true?, false?): Claim(trainingUseDenied, "Models may not be trained on the data: \(edit.step).")
        default: Claim(termsChanged, "Whether models may be trained on the data is said differently: \(edit.step).")
        }
    }

    // MARK: Settings of requests

    /// `zdr` (openrouter.ai, Provider routing): only endpoints that keep nothing, off by default. `store`
    /// (platform.openai.com, API reference): off by default for chat completions, on for responses, so that where it is
    /// absent the worse of both is assumed.
    private static func storage(_ edit: SettingEdit) -> Claim {
        let isExclusion = edit.path.lastKey == "zdr"
        func keeps(_ node: YAMLNode?) -> Bool? {
            guard let node else { return isExclusion ? true : nil }
            return node.boolean.map { $0 != isExclusion }
        }
        switch (keeps(edit.old), keeps(edit.new)) {
        case (false?, true?), (false?, nil), (nil, true?):
            return Claim(retentionLengthened, "The provider may keep requests and answers: \(edit.step).")
        case (true?, false?), (nil, false?):
            return Claim(retentionShortened, "The provider keeps requests and answers no longer: \(edit.step).")
        default:
            return Claim(termsChanged, "Whether the provider keeps data is said differently: \(edit.step).")
        }
    }

    /// `data_collection` (openrouter.ai, Provider routing): `allow`, the default, or `deny` for providers that keep data
    /// or train on it.
    private static func dataUse(_ edit: SettingEdit) -> Claim {
        let allowed = "allow"
        switch (edit.old?.text ?? allowed, edit.new?.text ?? allowed) {
        case ("deny", "allow"):
            return Claim(trainingUseAllowed, "Providers that keep data or train on it may answer: \(edit.step).")
        case ("allow", "deny"):
            return Claim(trainingUseDenied, "Providers that keep data or train on it may not answer: \(edit.step).")
        default: return Claim(termsChanged, "What providers may do with data is said differently: \(edit.step).")
        }
    }
}

extension SettingMeaning {
    static let thirdPartyRetention: SettingMeaning = "third-party.retention"
    static let thirdPartyTraining: SettingMeaning = "third-party.training"
}
