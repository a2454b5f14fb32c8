extension Scenario {
    private static let notes = "prompts/notes.md"
    private static let notesFile = [
        notes: """
        Write samples in C# only, please.
        Show drafts where status != done!
        A reply takes 5-10 days, from 9:30 on.
        Point to https://kranich.example/Help, or to help@kranich.example (by mail).
        No refunds are allowed.
        Greet well-known customers.
        Never promise a discount.
        Do not share the field max_tokens.

        {{#if guest}}
        Never tell a price.
        {{/if}}
        {{#if member}}
        Offer a voucher.
        {{/if}}

        """
    ]
    private static let guarded = "prompts/guarded.hbs"
    private static let guardedFile = [guarded: notesFile[notes] ?? ""]

    private static func edit(_ name: String, _ old: String, _ new: String, expect: String...) -> Scenario {
        Scenario(name, adding: notesFile, .replace(notes, old, new), expect: expect)
    }

    /// Signs that say something, and signs that only shape.
    static let punctuationScenarios: [Scenario] = [
        edit("another language by its sign", "C# only", "C only", expect: "prompt/instruction-changed material"),
        edit("a comparison turned", "status != done", "status = done", expect: "prompt/instruction-changed material"),
        edit("an exclamation mark at the end", "done!", "done.", expect: "prompt/format-only minor"),
        edit("a range of numbers", "5-10 days", "5 10 days", expect: "prompt/instruction-changed material"),
        edit("a range with another dash", "5-10 days", "5\u{2013}10 days", expect: "prompt/format-only minor"),
        edit("a hyphen of words", "well-known", "well known", expect: "prompt/format-only minor"),
        edit("a time", "9:30", "9 30", expect: "prompt/instruction-changed material"),
        edit("an address in other capitals", "/Help,", "/help,", expect: "prompt/instruction-changed material"),
        edit("a comma behind an address", "/Help, or", "/Help; or", expect: "prompt/format-only minor"),
        edit(
            "a mail address", "help@kranich.example", "help@kranich-example",
            expect: "prompt/instruction-changed material"),
        edit("brackets beside a mail address", "(by mail)", "by mail", expect: "prompt/format-only minor"),
        edit(
            "a comma that turns the sense", "No refunds", "No, refunds", expect: "prompt/instruction-changed material"),
        edit(
            "a colon that turns the sense", "Never promise", "Never: promise",
            expect: "prompt/instruction-changed material"),
        edit(
            "brackets around a negation", "Do not share", "Do (not) share",
            expect: "prompt/instruction-changed material"),
        edit("brackets around other words", "the field", "the (field)", expect: "prompt/format-only minor"),
        edit("a question", "a discount.", "a discount?", expect: "prompt/instruction-changed material"),
        edit("a name in other capitals", "max_tokens", "Max_Tokens", expect: "prompt/instruction-changed material"),
        edit("a word in other capitals", "Never promise", "NEVER promise", expect: "prompt/format-only minor"),
        edit("a comma elsewhere", "only, please", "only please", expect: "prompt/format-only minor"),
        Scenario(
            "a prohibition under a condition more", adding: guardedFile,
            .replace(guarded, "Never tell a price.", "{{#if vip}}\nNever tell a price.\n{{/if}}"),
            expect: ["prompt/prohibition-weakened critical", "prompt/variable-added material"]),
        Scenario(
            "a prohibition under another condition", adding: guardedFile,
            .replace(guarded, "{{#if guest}}", "{{#if anonymous}}"),
            expect: [
                "prompt/structure-changed material", "prompt/variable-added material",
                "prompt/variable-removed material",
            ]),
        Scenario(
            "white space in a condition", adding: guardedFile, .replace(guarded, "{{#if guest}}", "{{# if guest ~}}"),
            expect: ["prompt/structure-changed material"]),
    ]
}
