/// What the system's document says about somebody else.
extension Scenario {
    private static let system = "system.yaml"
    private static let mail = "{id: mail, provider: Mailer, product: Mail, reference: pinned}"

    private static func terms(_ name: String, _ old: String, _ new: String, _ expected: String) -> Scenario {
        let text = SmallWorld.files[system] ?? ""
        return Scenario(
            name,
            adding: [system: text.replacing("product: Mail, reference", with: "product: Mail, \(old)reference")],
            .replace(system, "product: Mail, \(old)reference", "product: Mail, \(new)reference"), expect: [expected])
    }

    static let thirdPartyScenarios: [Scenario] = [
        terms(
            "kept longer", "dataRetention: 30d, ", "dataRetention: 90d, ", "thirdparty/retention-lengthened critical"),
        terms(
            "kept at all", "dataRetention: none, ", "dataRetention: 1d, ", "thirdparty/retention-lengthened critical"),
        terms("kept shorter", "dataRetention: 4w, ", "dataRetention: 7d, ", "thirdparty/retention-shortened minor"),
        terms(
            "as long in another unit", "dataRetention: 2w, ", "dataRetention: 14d, ",
            "thirdparty/data-terms-changed material"),
        terms("kept for nobody knows how long", "dataRetention: 30d, ", "", "thirdparty/data-terms-changed material"),
        terms("trained on", "trainingUse: false, ", "trainingUse: true, ", "thirdparty/training-use-allowed critical"),
        terms("trained on, newly said", "", "trainingUse: true, ", "thirdparty/training-use-allowed critical"),
        terms("not trained on, newly said", "", "trainingUse: false, ", "thirdparty/data-terms-changed material"),
    ]
}
