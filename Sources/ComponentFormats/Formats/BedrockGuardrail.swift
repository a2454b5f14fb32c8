import PlanModel
import SourceText
import YAMLDocuments

/// A guardrail of Amazon Bedrock: a resource of a CloudFormation template in YAML or JSON, or the request of the API
/// that makes one (CloudFormation Template Reference, "AWS::Bedrock::Guardrail"; Bedrock API Reference,
/// "CreateGuardrail").
///
/// `Ref` to a parameter stands for the parameter's default. What the template's other functions stand for (`!Sub`,
/// `!GetAtt`) is known to AWS only: they are compared as written, and other tags than before make a change of the file
/// one that cannot be read.
enum BedrockGuardrail: ComponentFormat {

    package static let description = FormatDescription(
        "Amazon Bedrock guardrail",
        files: "YAML or JSON templates with a resource of type `AWS::Bedrock::Guardrail`, or the request of the API",
        source: "CloudFormation Template Reference, AWS::Bedrock::Guardrail; Bedrock API Reference, CreateGuardrail")

    static let name = "bedrock-guardrail"
    static let resourceType = "AWS::Bedrock::Guardrail"

    /// Sections of the API's request; CloudFormation begins them with a capital.
    private static let sections = [
        "contentPolicyConfig", "topicPolicyConfig", "wordPolicyConfig", "sensitiveInformationPolicyConfig",
        "contextualGroundingPolicyConfig", "automatedReasoningPolicyConfig",
    ]

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("yaml", "yml", "json", "template"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        if let resources = root["Resources"], resources.kind == .mapping {
            guard resources.entries.contains(where: { isGuardrail($0.value) }) else { return nil }
            return ComponentReading(
                FormatIdentity(name, version: "CloudFormation", .declared), settings: settings.inForce(template(root)))
        }
        guard sections.contains(where: { root[$0]?.kind == .mapping }) else { return nil }
        return ComponentReading(
            FormatIdentity(name, version: "API", .signature), settings: settings.inForce(guardrail(root)))
    }

    private static func isGuardrail(_ resource: YAMLNode) -> Bool { resource["Type"]?.text == resourceType }

    // MARK: Defaults

    private static func template(_ root: YAMLNode) -> DerivedNode {
        let parameters = TemplateParameters(of: root)
        let resolved =
            parameters.isEmpty
            ? root
            : YAMLDocument.derived(replacingProperties(of: root, with: parameters.resolved), from: root.source).root
        return replacingProperties(of: resolved, with: guardrail)
    }

    private static func replacingProperties(
        of template: YAMLNode, with properties: (YAMLNode) -> DerivedNode
    ) -> DerivedNode {
        template.replacing("Resources") { resources in
            .mapping(
                resources.entries.map { entry in
                    let value = entry.value
                    return (
                        .written(entry.key),
                        isGuardrail(value) ? value.replacing("Properties", with: properties) : .written(value)
                    )
                }, for: resources)
        }
    }

    /// Lists of filters, each with what an item does where it does not say so. CloudFormation's reference does not give
    /// the defaults; the CDK's does (@aws-cdk/aws-bedrock-alpha, ContentFilter and its like, which are made of the same
    /// fields): both directions are checked, and what is found is blocked.
    private static let lists: [(section: String, list: String)] = [
        ("contentPolicyConfig", "filtersConfig"), ("topicPolicyConfig", "topicsConfig"),
        ("wordPolicyConfig", "wordsConfig"), ("wordPolicyConfig", "managedWordListsConfig"),
        ("sensitiveInformationPolicyConfig", "piiEntitiesConfig"),
        ("sensitiveInformationPolicyConfig", "regexesConfig"),
        ("contextualGroundingPolicyConfig", "filtersConfig"),
    ]

    private static func guardrail(_ properties: YAMLNode) -> DerivedNode {
        guard properties.kind == .mapping else { return .written(properties) }
        return .mapping(
            properties.entries.map { entry in
                let names = lists.filter { entry.key.text.isSameName(as: $0.section) }.map(\.list)
                guard !names.isEmpty, entry.value.kind == .mapping else {
                    return (.written(entry.key), .written(entry.value))
                }
                return (.written(entry.key), section(entry.value, names, of: entry.key.text))
            }, for: properties)
    }

    private static func section(_ section: YAMLNode, _ names: [String], of name: String) -> DerivedNode {
        let isCapital = name.first?.isUppercase ?? false
        return .mapping(
            section.entries.map { entry in
                guard names.contains(where: entry.key.text.isSameName), entry.value.kind == .sequence else {
                    return (.written(entry.key), .written(entry.value))
                }
                let items = entry.value.items.map { filter($0, in: name, isCapital: isCapital) }
                return (.written(entry.key), .sequence(items, for: entry.value))
            }, for: section)
    }

    private static func filter(_ item: YAMLNode, in section: String, isCapital: Bool) -> DerivedNode {
        func key(_ name: String) -> String { isCapital ? name.capitalisedFirst : name }
        guard item.kind == .mapping else { return .written(item) }
        if section.isSameName(as: "contextualGroundingPolicyConfig") {
            return item.with(defaults: [(key("action"), "BLOCK"), (key("enabled"), "true")])
        }
        var entries = item.entries.filter { $0.key.text != key("action") }.map {
            (key: DerivedNode.written($0.key), value: DerivedNode.written($0.value))
        }
        // Personal data has one action for both directions, unless one has its own.
        let action = item.entry(key("action")).map { DerivedNode.written($0.value) } ?? .text("BLOCK", for: item)
        let defaults = [
            (key("inputAction"), action), (key("outputAction"), action),
            (key("inputEnabled"), .text("true", for: item)), (key("outputEnabled"), .text("true", for: item)),
        ]
        for (name, value) in defaults where item[name] == nil { entries.append((.text(name, for: item), value)) }
        if section.isSameName(as: "contentPolicyConfig") {
            // Texts are read where nothing else is said.
            for name in [key("inputModalities"), key("outputModalities")] where item[name] == nil {
                entries.append((.text(name, for: item), .sequence([.text("TEXT", for: item)], for: item)))
            }
        }
        return .mapping(entries, for: item)
    }
}

extension String {
    /// `FiltersConfig` and `filtersConfig`.
    fileprivate func isSameName(as name: String) -> Bool { self == name || self == name.capitalisedFirst }

    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension BedrockGuardrail {
    /// Rows for both spellings, CloudFormation's and the API's. Of the other resources of a template nothing is known.
    static let vocabulary = SettingVocabulary(
        // A denied topic has a type as well, which is always DENY: names tell entries apart first.
        identityKeys: ["Name", "name", "Text", "text", "Type", "type", "Key", "key"],
        [
            .init("/Resources.*", .templateResource), .init("GuardrailVersion", .guardrailVersion),
            // A description deeper in another resource may be text for a model, as that of an agent's action.
            .init("/description", .note), .init("/Resources.*.Properties.Description", .note),
        ]
            + rows.flatMap { pattern, meaning, isWhole in
                [pattern, capitalised(pattern)].map { .init($0, meaning, isWhole: isWhole) }
            })

    private static func capitalised(_ pattern: String) -> String {
        pattern.split(separator: ".").map { String($0).capitalisedFirst }.joined(separator: ".")
    }

    private static let rows: [(String, SettingMeaning, isWhole: Bool)] = [
        ("contentPolicyConfig.filtersConfig[]", .guardrailCategory, false),
        ("filtersConfig[].inputStrength", .guardrailThreshold, false),
        ("filtersConfig[].outputStrength", .guardrailThreshold, false),
        ("filtersConfig[].inputModalities", .guardrailCoverage, true),
        ("filtersConfig[].outputModalities", .guardrailCoverage, true),
        ("topicPolicyConfig.topicsConfig[]", .guardrailCategory, false),
        ("topicsConfig[].definition", .guardrailText, false),
        ("topicsConfig[].examples[]", .guardrailText, false),
        ("wordPolicyConfig.wordsConfig[]", .guardrailCategory, false),
        ("wordPolicyConfig.managedWordListsConfig[]", .guardrailCategory, false),
        ("sensitiveInformationPolicyConfig.piiEntitiesConfig[]", .guardrailCategory, false),
        ("sensitiveInformationPolicyConfig.regexesConfig[]", .guardrailCategory, false),
        ("regexesConfig[].pattern", .guardrailText, false),
        ("regexesConfig[].description", .note, false),
        ("contextualGroundingPolicyConfig.filtersConfig[]", .guardrailCategory, false),
        ("filtersConfig[].threshold", .guardrailThreshold, false),
        ("automatedReasoningPolicyConfig.policies[]", .guardrailCategory, false),
        ("automatedReasoningPolicyConfig.confidenceThreshold", .guardrailThreshold, false),
        ("inputAction", .guardrailAction, false), ("outputAction", .guardrailAction, false),
        ("action", .guardrailAction, false),
        ("inputEnabled", .guardrailSwitch, false), ("outputEnabled", .guardrailSwitch, false),
        ("enabled", .guardrailSwitch, false),
        ("blockedInputMessaging", .guardrailText, false), ("blockedOutputsMessaging", .guardrailText, false),
        ("guardrailVersion", .guardrailVersion, false),
        ("tags[]", .note, false), ("tags[].value", .note, false),
    ]
}
