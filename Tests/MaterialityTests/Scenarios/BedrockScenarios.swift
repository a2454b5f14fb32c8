extension Scenario {
    private static let path = "guardrails/bedrock.yaml"
    private static let api = "guardrails/bedrock.json"

    /// A template as a team deploys it: one guardrail for replies, one for internal use, and the agent that uses the first.
    private static let template = """
        AWSTemplateFormatVersion: "2010-09-09"
        Parameters:
          KeyArn: {Type: String}
        Resources:
          ReplyGuardrail:
            Type: AWS::Bedrock::Guardrail
            Properties:
              Name: !Sub "${AWS::StackName}-replies"
              Description: For customers.
              KmsKeyArn: !Ref KeyArn
              BlockedInputMessaging: I cannot help with that here.
              BlockedOutputsMessaging: I have no answer to that.
              ContentPolicyConfig:
                FiltersConfig:
                  - Type: HATE
                    InputStrength: HIGH
                    OutputStrength: HIGH
                  - Type: VIOLENCE
                    InputStrength: MEDIUM
                    OutputStrength: MEDIUM
                    InputModalities: [TEXT, IMAGE]
                    OutputModalities: [TEXT]
                  - Type: PROMPT_ATTACK
                    InputStrength: HIGH
                    OutputStrength: NONE
              TopicPolicyConfig:
                TopicsConfig:
                  - Name: legal-advice
                    Type: DENY
                    Definition: Advice on what somebody may claim or has to pay by law.
                    Examples: [Can I sue the shop?]
              WordPolicyConfig:
                ManagedWordListsConfig:
                  - Type: PROFANITY
                WordsConfig:
                  - Text: refund guaranteed
              SensitiveInformationPolicyConfig:
                PiiEntitiesConfig:
                  - {Type: EMAIL, Action: ANONYMIZE}
                  - {Type: CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK}
                RegexesConfig:
                  - Name: order
                    Description: Our order numbers.
                    Pattern: "ORD-[0-9]{8}"
                    Action: ANONYMIZE
              ContextualGroundingPolicyConfig:
                FiltersConfig:
                  - Type: GROUNDING
                    Threshold: 0.85
                  - Type: RELEVANCE
                    Threshold: 0.5
              AutomatedReasoningPolicyConfig:
                ConfidenceThreshold: 0.8
                Policies: ["arn:aws:bedrock:eu-central-1:111122223333:automated-reasoning-policy/abc:1"]
              Tags:
                - {Key: team, Value: support}
          InternalGuardrail:
            Type: AWS::Bedrock::Guardrail
            Properties:
              Name: internal
              BlockedInputMessaging: No.
              BlockedOutputsMessaging: No.
              WordPolicyConfig:
                ManagedWordListsConfig: [{Type: PROFANITY}]
          Agent:
            Type: AWS::Bedrock::Agent
            Properties:
              AgentName: shop
              GuardrailConfiguration:
                GuardrailIdentifier: !GetAtt ReplyGuardrail.GuardrailId
                GuardrailVersion: "2"
          Logs:
            Type: AWS::Logs::LogGroup
            Properties: {RetentionInDays: 90}

        """

    private static let request = """
        {
          "name": "replies",
          "blockedInputMessaging": "No.",
          "blockedOutputsMessaging": "No.",
          "contentPolicyConfig": {"filtersConfig": [{"type": "HATE", "inputStrength": "HIGH", "outputStrength": "LOW"}]},
          "contextualGroundingPolicyConfig": {"filtersConfig": [{"type": "GROUNDING", "threshold": 0.7, "action": "BLOCK"}]},
          "sensitiveInformationPolicyConfig": {"piiEntitiesConfig": [{"type": "EMAIL", "action": "BLOCK"}]}
        }

        """

    /// The template with parameters that have defaults, one of them for the threshold of the grounding check.
    private static func parameter(
        _ name: String, _ threshold: String, _ old: String, _ new: String, expect: [String]
    ) -> Scenario {
        let text = template.replacing(
            "KeyArn: {Type: String}",
            with: """
                KeyArn: {Type: String}
                  Least: {Type: Number, Default: 0.85}
                  Kinds: {Type: CommaDelimitedList, Default: "TEXT, IMAGE"}
                """
        ).replacing("Threshold: 0.85", with: threshold).replacing(
            "InputModalities: [TEXT, IMAGE]", with: "InputModalities: !Ref Kinds")
        return Scenario(name, adding: [path: text], .replace(path, old, new), expect: expect)
    }

    private static func bedrock(_ name: String, _ old: String, _ new: String, expect expected: [String]) -> Scenario {
        Scenario(name, adding: [path: template], .replace(path, old, new), expect: expected)
    }

    static let bedrockScenarios: [Scenario] =
        templateScenarios + [
            Scenario(
                "a laxer filter in the request", adding: [api: request],
                .replace(api, "\"inputStrength\": \"HIGH\"", "\"inputStrength\": \"MEDIUM\""),
                expect: ["guardrail/threshold-loosened critical"]),
            Scenario(
                "a check that no longer blocks, in the request", adding: [api: request],
                .replace(api, "\"threshold\": 0.7, \"action\": \"BLOCK\"", "\"threshold\": 0.7, \"action\": \"NONE\""),
                expect: ["guardrail/action-weakened critical"]),
            Scenario(
                "a default that the request leaves out", adding: [api: request],
                .replace(api, ", \"action\": \"BLOCK\"}]},\n  \"sens", "}]},\n  \"sens"),
                expect: ["guardrail/source-only none"]),
            Scenario(
                "an entity that is only found, in the request", adding: [api: request],
                .replace(
                    api, "{\"type\": \"EMAIL\", \"action\": \"BLOCK\"}",
                    "{\"type\": \"EMAIL\", \"action\": \"BLOCK\", \"outputEnabled\": false}"),
                expect: ["guardrail/disabled critical"]),
            Scenario(
                "the same request, set out differently", adding: [api: request],
                .replace(api, "\"name\": \"replies\",\n  ", "\"name\": \"replies\", "),
                expect: ["guardrail/source-only none"]),
        ]

    private static let legal =
        "          - {Name: legal, Type: DENY, Definition: What the law says of a contract., Examples: [Is it void?]}\n"

    private static let templateScenarios: [Scenario] = [
        bedrock(
            "a template's comment", "    Type: AWS::Logs::LogGroup", "    Type: AWS::Logs::LogGroup  # ninety days",
            expect: ["guardrail/source-only none"]),
        bedrock(
            "a lower grounding threshold", "Threshold: 0.85", "Threshold: 0.6",
            expect: ["guardrail/threshold-loosened critical"]),
        bedrock(
            "a higher relevance threshold", "Threshold: 0.5", "Threshold: 0.55",
            expect: ["guardrail/threshold-tightened minor"]),
        bedrock(
            "a threshold with one digit more", "Threshold: 0.5", "Threshold: 0.50",
            expect: ["guardrail/source-only none"]),
        bedrock(
            "a confidence of unknown direction", "ConfidenceThreshold: 0.8", "ConfidenceThreshold: 0.9",
            expect: ["guardrail/threshold-changed material"]),
        Scenario(
            "one of two denied topics less",
            adding: [path: template.replacing("    TopicsConfig:\n", with: "    TopicsConfig:\n\(legal)")],
            .replace(path, legal, ""), expect: ["guardrail/category-removed critical"]),
        bedrock(
            "a weaker filter", "            OutputStrength: MEDIUM", "            OutputStrength: LOW",
            expect: ["guardrail/threshold-loosened critical"]),
        bedrock(
            "a stronger filter", "            InputStrength: MEDIUM", "            InputStrength: HIGH",
            expect: ["guardrail/threshold-tightened minor"]),
        bedrock(
            "a filter that is off", "            OutputStrength: MEDIUM", "            OutputStrength: NONE",
            expect: ["guardrail/threshold-loosened critical"]),
        bedrock(
            "a filter that only detects", "OutputModalities: [TEXT]",
            "OutputModalities: [TEXT]\n            InputAction: NONE",
            expect: ["guardrail/action-weakened critical"]),
        bedrock(
            "a filter that says its default", "OutputModalities: [TEXT]",
            "OutputModalities: [TEXT]\n            InputAction: BLOCK",
            expect: ["guardrail/source-only none"]),
        bedrock(
            "a filter that does not read replies", "OutputModalities: [TEXT]",
            "OutputModalities: [TEXT]\n            OutputEnabled: false",
            expect: ["guardrail/disabled critical"]),
        bedrock(
            "pictures that nothing reads", "[TEXT, IMAGE]", "[TEXT]", expect: ["guardrail/scope-narrowed critical"]),
        bedrock(
            "pictures that are read", "OutputModalities: [TEXT]", "OutputModalities: [TEXT, IMAGE]",
            expect: ["guardrail/scope-widened minor"]),
        bedrock(
            "pictures instead of texts", "          - Type: HATE\n",
            "          - Type: HATE\n            InputModalities: [IMAGE]\n",
            expect: ["guardrail/scope-narrowed critical"]),
        bedrock(
            "texts, as before", "          - Type: HATE\n",
            "          - Type: HATE\n            InputModalities: [TEXT]\n",
            expect: ["guardrail/source-only none"]),
        bedrock(
            "a filter less",
            "          - Type: HATE\n            InputStrength: HIGH\n            OutputStrength: HIGH\n", "",
            expect: ["guardrail/category-removed critical"]),
        bedrock(
            "filters in another order",
            "          - Type: GROUNDING\n            Threshold: 0.85\n          - Type: RELEVANCE\n            Threshold: 0.5\n",
            "          - Type: RELEVANCE\n            Threshold: 0.5\n          - Type: GROUNDING\n            Threshold: 0.85\n",
            expect: ["guardrail/setting-changed material"]),
        bedrock(
            "an entity that is masked only", "CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK",
            "CREDIT_DEBIT_CARD_NUMBER, Action: ANONYMIZE",
            expect: ["guardrail/action-weakened critical", "guardrail/action-weakened critical"]),
        bedrock(
            "an entity with its action for each direction", "CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK",
            "CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK, InputAction: BLOCK", expect: ["guardrail/source-only none"]),
        bedrock(
            "an entity that passes in questions", "CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK",
            "CREDIT_DEBIT_CARD_NUMBER, Action: BLOCK, InputAction: NONE", expect: ["guardrail/action-weakened critical"]
        ),
        bedrock(
            "an entity less in the template", "          - {Type: EMAIL, Action: ANONYMIZE}\n", "",
            expect: ["guardrail/category-removed critical"]),
        bedrock(
            "another topic", "what somebody may claim or has to pay by law", "what somebody may claim",
            expect: ["guardrail/rule-text-changed material"]),
        bedrock(
            "a further example", "[Can I sue the shop?]", "[Can I sue the shop?, Must I pay the fee?]",
            expect: ["guardrail/rule-text-changed material"]),
        bedrock(
            "a word less", "        WordsConfig:\n          - Text: refund guaranteed\n", "",
            expect: ["guardrail/category-removed critical"]),
        bedrock("another regular expression", "{8}", "{6,8}", expect: ["guardrail/rule-text-changed material"]),
        bedrock(
            "another message", "I have no answer to that.", "Ask a colleague.",
            expect: ["guardrail/rule-text-changed material"]),
        bedrock("a description", "For customers.", "For all customers.", expect: ["guardrail/source-only none"]),
        bedrock(
            "words that an agent reads", "AgentName: shop", "AgentName: shop\n      Instruction: Answer anything.",
            expect: ["guardrail/rule-text-changed material"]),
        bedrock("a tag of the resource", "Value: support", "Value: shop", expect: ["guardrail/source-only none"]),
        bedrock(
            "a guardrail's own key", "KmsKeyArn: !Ref KeyArn", "KmsKeyArn: !Ref OtherKey",
            expect: ["guardrail/setting-changed material"]),
        bedrock(
            "a function instead of a value", "Threshold: 0.85", "Threshold: !Ref Threshold",
            expect: ["guardrail/opaque-changed material", "guardrail/threshold-changed material"]),
        parameter(
            "a laxer default of a threshold", "Threshold: !Ref Least", "Default: 0.85", "Default: 0.5",
            expect: ["guardrail/setting-changed material", "guardrail/threshold-loosened critical"]),
        parameter(
            "a stricter default of a threshold, in the long form", "Threshold: {Ref: Least}", "Default: 0.85",
            "Default: 0.9", expect: ["guardrail/setting-changed material", "guardrail/threshold-tightened minor"]),
        parameter(
            "a default in quotes", "Threshold: !Ref Least", "Default: 0.85", "Default: \"0.85\"",
            expect: ["guardrail/setting-changed material"]),
        parameter(
            "what a parameter is for", "Threshold: !Ref Least", "Default: 0.85",
            "Default: 0.85, Description: Grounding",
            expect: ["guardrail/setting-changed material"]),
        parameter(
            "a default that is named in words", "Threshold: 0.85", "Default: 0.85", "Default: 0.5",
            expect: ["guardrail/setting-changed material"]),
        parameter(
            "a reference instead of the same value", "Threshold: 0.85", "Threshold: 0.85", "Threshold: !Ref Least",
            expect: ["guardrail/opaque-changed material"]),
        parameter(
            "a reference to a laxer value", "Threshold: 0.95", "Threshold: 0.95", "Threshold: !Ref Least",
            expect: ["guardrail/opaque-changed material", "guardrail/threshold-loosened critical"]),
        parameter(
            "kinds of content in a list of parameters", "Threshold: 0.85", "Default: \"TEXT, IMAGE\"", "Default: TEXT",
            expect: ["guardrail/rule-text-changed material", "guardrail/scope-narrowed critical"]),
        bedrock(
            "another resource", "RetentionInDays: 90", "RetentionInDays: 30",
            expect: ["guardrail/setting-changed material"]),
        bedrock(
            "a resource less", "  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: 90}\n", "",
            expect: ["guardrail/setting-changed material"]),
        bedrock(
            "a guardrail less in the template",
            "  InternalGuardrail:\n    Type: AWS::Bedrock::Guardrail\n    Properties:\n      Name: internal\n      BlockedInputMessaging: No.\n      BlockedOutputsMessaging: No.\n      WordPolicyConfig:\n        ManagedWordListsConfig: [{Type: PROFANITY}]\n",
            "", expect: ["guardrail/removed critical"]),
        bedrock(
            "an agent on the draft", "GuardrailVersion: \"2\"", "GuardrailVersion: DRAFT",
            expect: ["guardrail/reference-floating critical"]),
        bedrock(
            "an agent on the next version", "GuardrailVersion: \"2\"", "GuardrailVersion: \"3\"",
            expect: ["guardrail/setting-changed material"]),
        bedrock(
            "a template that nobody can read", "Resources:", "Resources: [",
            expect: ["guardrail/opaque-changed material"]),
    ]
}
