extension Scenario {
    private static let file = "guardrails/refund.rail"

    private static let files = [
        file: """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- What the refund assistant may hand over. -->
        <rail version="0.1">
        <output type="object">
            <string name="answer" description="The reply to the customer."
                validators="hub://guardrails/toxic_language: threshold=0.5; hub://guardrails/valid_length: 1 600"
                on-fail-guardrails_toxic_language="exception" on-fail-guardrails_valid_length="reask" />
            <list name="articles">
                <object>
                    <string name="id" format="two-words; lower-case" on-fail-two-words="fix" on-fail-lower-case="noop" />
                </object>
            </list>
            <string name="email" required="false" validators="hub://guardrails/detect_pii: ['EMAIL_ADDRESS']"
                on-fail-guardrails_detect_pii="fix" />
        </output>
        <messages>
            <message role="system">
                You answer customers of a furniture shop.
                Never promise a refund &amp; never name a date.
                ${gr.complete_xml_suffix_v3}
            </message>
            <message role="user">${question}</message>
        </messages>
        </rail>
        """
    ]

    private static func rail(_ name: String, _ old: String, _ new: String, expect: [String]) -> Scenario {
        Scenario(name, adding: files, .replace(file, old, new), expect: expect)
    }

    static let railScenarios: [Scenario] = [
        rail("a comment in RAIL", "may hand over", "hands over", expect: ["guardrail/source-only none"]),
        rail(
            "RAIL attributes in another order and with other quotes", "<list name=\"articles\">\n        <object>",
            "<list name='articles' >\n      <object  >", expect: ["guardrail/source-only none"]),
        rail("a sign by its number in RAIL", "&amp;", "&#38;", expect: ["guardrail/source-only none"]),
        rail(
            "a validator that only notes", "toxic_language=\"exception\"", "toxic_language=\"noop\"",
            expect: ["guardrail/action-weakened critical"]),
        rail(
            "a validator that no longer stops", " on-fail-guardrails_toxic_language=\"exception\"", "",
            expect: ["guardrail/action-weakened critical"]),
        rail(
            "a validator that stops", "lower-case=\"noop\"", "lower-case=\"exception\"",
            expect: ["guardrail/action-strengthened minor"]),
        rail(
            "a validator that mends in another way", "valid_length=\"reask\"", "valid_length=\"filter\"",
            expect: ["guardrail/setting-changed material"]),
        rail(
            "a validator with a function of its own", "valid_length=\"reask\"", "valid_length=\"custom\"",
            expect: ["guardrail/setting-changed material"]),
        rail(
            "a validator less", "hub://guardrails/toxic_language: threshold=0.5; ", "",
            expect: ["guardrail/action-strengthened minor", "guardrail/removed critical"]),
        rail(
            "a validator more", "valid_length: 1 600", "valid_length: 1 600; hub://guardrails/competitor_check: ['X']",
            expect: ["guardrail/added minor"]),
        rail(
            "a validator's argument", "threshold=0.5", "threshold=0.9", expect: ["guardrail/setting-changed material"]),
        rail(
            "an old validator less", "two-words; lower-case\" on-fail-two-words=\"fix\"", "lower-case\"",
            expect: ["guardrail/removed critical"]),
        rail(
            "a field with its validators less",
            "    <string name=\"email\" required=\"false\" validators=\"hub://guardrails/detect_pii: ['EMAIL_ADDRESS']\"\n        on-fail-guardrails_detect_pii=\"fix\" />\n",
            "", expect: ["guardrail/removed critical"]),
        rail(
            "a field more", "    <list name", "    <bool name=\"done\" />\n    <list name",
            expect: ["guardrail/setting-changed material"]),
        rail(
            "a field more, with a validator", "    <list name",
            "    <string name=\"note\" validators=\"hub://guardrails/toxic_language: threshold=0.5\" />\n    <list name",
            expect: ["guardrail/added material"]),
        rail(
            "another type of a field", "<string name=\"email\"", "<email name=\"email\"",
            expect: ["guardrail/setting-changed material"]),
        rail(
            "what a field is for", "The reply to the customer.", "The reply, with a discount.",
            expect: ["guardrail/rule-text-changed material"]),
        rail(
            "a prohibition in a message of RAIL", "Never promise a refund", "You may promise a refund",
            expect: ["guardrail/rule-text-changed material"]),
        rail("a variable of RAIL", "${question}", "${query}", expect: ["guardrail/rule-text-changed material"]),
        rail(
            "another role in RAIL", "role=\"user\"", "role=\"system\"", expect: ["guardrail/setting-changed material"]),
        Scenario(
            "an attribute that would hide a text of RAIL",
            adding: [
                "guardrails/hidden.rail":
                    "<rail version=\"0.1\" prompt=\"a\"><output type=\"string\"/><prompt text=\"b\">Never lie.</prompt></rail>"
            ],
            .replace("guardrails/hidden.rail", "Never lie.", "Lie."), expect: ["guardrail/rule-text-changed material"]),
        rail("a tag that is not closed in RAIL", "</messages>\n", "", expect: ["guardrail/opaque-changed material"]),
        rail(
            "entities in RAIL", "<rail version", "<!DOCTYPE rail [<!ENTITY x \"y\">]>\n<rail version",
            expect: ["guardrail/opaque-changed material"]),
    ]
}
