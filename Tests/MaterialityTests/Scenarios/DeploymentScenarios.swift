/// Deployments on Azure and weights from a hub.
extension Scenario {
    private static let azure = "extra/inference/deployments.json"
    private static let module = "extra/routing/deployments.yaml"
    private static let hub = "weights/guard.yaml"

    /// What Bicep makes of two `Microsoft.CognitiveServices/accounts/deployments` resources.
    private static let template = """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {
              "type": "Microsoft.CognitiveServices/accounts",
              "apiVersion": "2024-10-01",
              "name": "lindholm-ai",
              "location": "swedencentral",
              "kind": "OpenAI",
              "sku": {"name": "S0"}
            },
            {
              "type": "Microsoft.CognitiveServices/accounts/deployments",
              "apiVersion": "2024-10-01",
              "name": "lindholm-ai/answers",
              "sku": {"name": "DataZoneStandard", "capacity": 50},
              "properties": {
                "model": {"format": "OpenAI", "name": "gpt-4o", "version": "2024-08-06"},
                "versionUpgradeOption": "NoAutoUpgrade",
                "raiPolicyName": "strict"
              }
            }
          ]
        }
        """
    /// The parameter of a module for a cognitive services account.
    private static let parameters = """
        deployments:
          - name: answers
            model: {format: OpenAI, name: gpt-4o, version: "2024-08-06"}
            sku: {name: Standard, capacity: 20}

        """
    private static let weights = """
        models:
          - name: guard
            repo_id: meta-llama/Llama-Guard-3-8B
            revision: 7327bd9f6efbbe6101dc6cc4736302b3cbb6e425
            trust_remote_code: false
            files:
              model-00001-of-00004.safetensors: 4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393

        """

    private static func azure(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        Scenario(name, adding: [azure: template], .replace(azure, old, new), expect: expected)
    }

    private static func hub(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        Scenario(name, adding: [hub: weights], .replace(hub, old, new), expect: expected)
    }

    static let deploymentScenarios: [Scenario] = [
        azure(
            "upgrades on their own", "NoAutoUpgrade", "OnceNewDefaultVersionAvailable", "model/pin-loosened critical"),
        azure("upgrades at the end", "NoAutoUpgrade", "OnceCurrentVersionExpired", "model/pin-loosened critical"),
        azure(
            "upgrades left to the default", "        \"versionUpgradeOption\": \"NoAutoUpgrade\",\n", "",
            "model/pin-loosened critical"),
        azure("upgrades in another word", "NoAutoUpgrade", "Never", "model/setting-changed material"),
        azure("another version of the deployment", "2024-08-06", "2024-11-20", "model/snapshot-changed material"),
        azure("no version", ", \"version\": \"2024-08-06\"", "", "model/pin-loosened critical"),
        azure("another model of the deployment", "\"gpt-4o\"", "\"gpt-4o-mini\"", "model/id-changed material"),
        azure("the whole world", "DataZoneStandard", "GlobalStandard", "model/residency-widened critical"),
        azure("one region", "DataZoneStandard", "Standard", "model/residency-narrowed minor"),
        azure("another country", "swedencentral", "eastus2", "model/residency-widened critical"),
        azure(
            "no content filter of our own", ",\n        \"raiPolicyName\": \"strict\"", "",
            "inference/safety-setting-loosened critical"),
        azure("another content filter", "\"strict\"", "\"lax\"", "inference/safety-setting-changed material"),
        azure("more capacity", "\"capacity\": 50", "\"capacity\": 60", "inference/setting-changed material"),
        Scenario(
            "an upgrade option written out", adding: [module: parameters],
            .replace(module, "sku:", "versionUpgradeOption: OnceNewDefaultVersionAvailable\n    sku:"),
            expect: ["model/setting-changed material"]),
        Scenario(
            "no upgrades in a module", adding: [module: parameters],
            .replace(module, "sku:", "versionUpgradeOption: NoAutoUpgrade\n    sku:"),
            expect: ["model/pin-tightened minor"]),
        hub("another commit of the weights", "7327bd9f", "8327bd9f", "model/weights-changed critical"),
        hub(
            "a branch of the weights", "7327bd9f6efbbe6101dc6cc4736302b3cbb6e425", "main",
            "model/revision-unpinned critical"),
        hub(
            "a pull request of the weights", "7327bd9f6efbbe6101dc6cc4736302b3cbb6e425", "refs/pr/4",
            "model/revision-unpinned critical"),
        hub("other bytes of a file", "4d7a2146", "5d7a2146", "model/weights-changed critical"),
        hub("other weights", "Guard-3-8B", "Guard-4-12B", "model/id-changed material"),
        hub("code of the guard", "code: false", "code: true", "model/remote-code-allowed critical"),
        hub("a comment on the weights", "models:", "# from the hub\nmodels:", "model/source-only none"),
    ]
}
