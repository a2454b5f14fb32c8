import SourceText
import Testing

@testable import ComponentFormats

/// How Handlebars templates are cut up. Expectations follow handlebarsjs.com and the dotprompt reference.
struct HandlebarsTests {
    private static func read(_ text: String) -> TemplateReading {
        let source = SourceFile(path: "prompts/a.prompt", bytes: Array(text.utf8))
        return HandlebarsTemplate.read(MappedText(source)) { "prompts/_\($0).prompt" }
    }

    private static func pieces(_ text: String) -> [PromptTemplate.Piece]? {
        let reading = read(text)
        return reading.defects.isEmpty ? reading.template.pieces : nil
    }

    /// What is left of a template: text as it stands, tags by their code.
    private static func rendered(_ text: String) -> String? { pieces(text)?.map(\.content).joined() }

    private static func variables(_ text: String) -> [String]? {
        pieces(text)?.flatMap { piece -> [String] in
            switch piece.kind {
            case .expression(let names), .blockStart(let names), .blockBranch(let names): names
            default: []
            }
        }
    }

    @Test(
        "Comments are gone, and with them their line when they have one to themselves",
        arguments: [
            ("a {{! note }}b", "a b"),
            ("a {{!-- }} note --}}b", "a b"),
            ("a\n{{! note }}\nb", "a\nb"),
            ("a\n  {{! note }}  \r\nb", "a\nb"),
            ("{{! note }}\nb", "b"),
            ("a\n{{! note }}", "a\n"),
            ("a\n{{! one }}\n{{! two }}\nb", "a\nb"),
            ("a \n {{~! note ~}} \n b", "ab"),
            ("{{x}} {{! note }}\nb", "{{x}} \nb"),
            ("\\{{! no comment }}", "{{! no comment }}"),
            ("{{{{raw}}}}{{! sent }}{{{{/raw}}}}", "{{{{raw}}}}{{! sent }}"),
            ("{{! never closed }} }}", " }}"),
        ])
    func comments(_ template: String, _ expected: String) { #expect(Self.rendered(template) == expected) }

    @Test(
        "Each piece of text is exactly its bytes",
        arguments: ["a {{! ä }}ö {{x}} ü", "ä\n{{! a }}\nö{{#if y}}é{{/if}}"])
    func ranges(_ template: String) throws {
        for piece in try #require(Self.pieces(template)) where piece.kind == .text {
            #expect(piece.source.text(piece.range) == piece.content)
        }
    }

    @Test(
        "Variables are what tags read, by their full name",
        arguments: [
            ("{{name}}", ["name"]),
            ("{{{name}}} {{&other}}", ["name", "other"]),
            (
                "{{#each items}}{{title}} {{this.text}} {{../shop}} {{@index}}{{/each}}",
                ["items", "items.title", "items.text", "shop"]
            ),
            ("{{#each items as |item|}}{{item.title}} {{shop}}{{/each}}", ["items", "shop"]),
            ("{{#if (ifEquals tone \"kind\")}}a{{else if formal}}b{{else}}c{{/if}}", ["tone", "formal"]),
            ("{{#unless busy}}x{{/unless}}", ["busy"]),
            ("{{media url=picture}} {{json data indent=2}}", ["picture", "data"]),
            ("{{role \"system\"}} {{history}} {{section \"code\"}}", []),
            ("{{lookup images 0}}", ["images"]),
            ("{{#with customer}}{{name}}{{/with}}", ["customer", "customer.name"]),
            ("{{true}} {{null}} {{this}}", []),
            ("{{#if a}}{{^}}x{{/if}}{{^busy}}y{{/busy}}", ["a", "busy"]),
            ("{{#if a}}{{^b}}x{{/b}}{{/if}}", ["a", "b"]),
        ])
    func variables(_ template: String, _ expected: [String]) { #expect(Self.variables(template) == expected) }

    @Test(
        "What Handlebars refuses is a defect at its place",
        arguments: [
            ("Hi {{name\nand more", 3..<9, "the tag is not closed"),
            ("Hi {{#if a}}x", 3..<12, "the block if is not closed"),
            ("{{#if a}}x{{/each}}", 10..<19, "the block if ends with the name each"),
            ("x {{/if}}", 2..<9, "the end of a block if has no beginning"),
            ("{{! open", 0..<8, "the comment is not closed"),
            ("a{{{name}}", 1..<10, "the tag is not closed"),
            ("{{else}}", 0..<8, "there is an else without a block"),
            ("{{{{raw}}}} x", 0..<13, "the raw block is not closed"),
        ])
    func refused(_ template: String, _ range: Range<Int>, _ message: String) {
        let defects = Self.read(template).defects
        #expect(defects.map(\.range) == [range])
        #expect(defects.map(\.message) == [message])
    }

    @Test("Roles and partials are told from other tags")
    func kinds() throws {
        let pieces = try #require(
            Self.pieces("{{role \"system\"}}{{>rules}}{{> \"more/rules\" strict=true}}{{> (which)}}"))
        #expect(
            pieces.map(\.kind) == [
                .role("system"),
                .partial(name: "rules", path: "prompts/_rules.prompt", arguments: "", engine: nil),
                .partial(name: "more/rules", path: "prompts/_more/rules.prompt", arguments: "strict=true", engine: nil),
                .expression(variables: ["which"]),
            ])
    }

    @Test("Braces inside quoted text do not close a tag")
    func quotes() { #expect(Self.rendered("{{helper \"}}\"}}x") == "{{helper \"}}\"}}x") }
}
