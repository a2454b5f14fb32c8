import SourceText
import Testing

@testable import ComponentFormats

/// The XML that we read, and the place of what we do not.
struct XMLTests {
    private static func read(_ text: String) throws -> XMLElement { try XMLReader.read(Array(text.utf8)) }

    /// The element written again, the plainest way.
    private static func plain(_ element: XMLElement) -> String {
        let attributes = element.attributes.map { " \($0.name)=[\($0.value)]" }.joined()
        let content = element.content.map { part in
            switch part {
            case .element(let element): plain(element)
            case .text(let text): text
            }
        }.joined()
        return "<\(element.name)\(attributes)>\(content)</>"
    }

    @Test(
        "What a document says",
        arguments: [
            ("<a/>", "<a></>"), ("<a b=\"1\" c='2'>x</a>", "<a b=[1] c=[2]>x</>"),
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x -->\n<a></a>\n", "<a></>"),
            ("<a>&lt;b&gt; &amp;amp; &#8364;&#x20AC; &quot;&apos;</a>", "<a><b> &amp; \u{20AC}\u{20AC} \"'</>"),
            ("<a><![CDATA[<b> & ]] ]]></a>", "<a><b> & ]] </>"), ("<a>x<!-- <b> -->y<?z ?></a>", "<a>xy</>"),
            ("<a b=\"x\n y&#10;z\"/>", "<a b=[x  y\nz]></>"), ("<a>x\r\ny\rz</a>", "<a>x\ny\nz</>"),
            ("<a  b = \"1\" ><b/>\n<c>d</c></a >", "<a b=[1]><b></>\n<c>d</></>"), ("\u{FEFF}<\u{E4}/>", "<\u{E4}></>"),
            ("<a-b.c:d_1/>", "<a-b.c:d_1></>"),
        ])
    func documents(_ text: String, _ expected: String) throws { #expect(Self.plain(try Self.read(text)) == expected) }

    @Test(
        "What is refused, and where",
        arguments: [
            ("", 0), ("x", 0), ("<a>", 1), ("<a></b>", 5), ("</a>", 0), ("<a/><b/>", 5), ("<a/>x", 4), ("<a b/>", 3),
            ("<a b=1/>", 3), ("<a b=\"1\"c=\"2\"/>", 8), ("<a b=\"1\" b=\"2\"/>", 9), ("<a b=\"<\"/>", 6),
            ("<a b=\"x/>", 5),
            ("<a>&b;</a>", 3), ("<a>&</a>", 3), ("<a>&#0;</a>", 3), ("<a>&#xD800;</a>", 3), ("<a>&#+65;</a>", 3),
            ("<a>]]></a>", 3), ("<a><!-- b -- c --></a>", 10), ("<a><!-- b</a>", 3), ("<a><![CDATA[b</a>", 3),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 0), ("<a>\u{1}</a>", 3), ("< a/>", 1), ("<1a/>", 1),
            ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", 0), ("<a", 0), ("<a/", 0),
        ])
    func refused(_ text: String, _ place: Int) {
        #expect {
            try Self.read(text)
        } throws: { error in
            guard let mistake = error as? XMLMistake else { return false }
            return mistake.range.lowerBound == place && mistake.range.upperBound <= text.utf8.count
                && mistake.mend.hasSuffix(".") && !mistake.message.isEmpty
        }
    }

    @Test("Every part is exactly its bytes")
    func places() throws {
        let text = "<r v=\"0.1\">\n <p a='\u{E4}&amp;'>x\u{F6}</p>\n</r>"
        let source = SourceFile(path: "a.rail", bytes: Array(text.utf8))
        let root = try XMLReader.read(source.bytes)
        let inner = try #require(root.elements.first)
        #expect(source.text(root.range) == text)
        #expect(source.text(inner.range) == "<p a='\u{E4}&amp;'>x\u{F6}</p>")
        #expect(source.text(inner.contentRange) == "x\u{F6}" && source.text(inner.nameRange) == "p")
        let attribute = try #require(inner.attribute("a"))
        #expect(source.text(attribute.range) == "a='\u{E4}&amp;'" && source.text(attribute.valueRange) == "\u{E4}&amp;")
    }

    @Test("Depth and size are bounded")
    func bounds() {
        let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        #expect(throws: XMLMistake.self) { try Self.read(deep) }
        let large = "<a>" + String(repeating: "x", count: 5_000_000) + "</a>"
        #expect(throws: XMLMistake.self) { try Self.read(large) }
        let wide = "<a>" + String(repeating: "<b/>", count: 2_000) + "</a>"
        #expect(throws: Never.self) { try Self.read(wide) }
    }

    @Test(
        "Validators are cut where Guardrails AI cuts them",
        arguments: [
            ("two-words; lower-case", ["two-words", "lower-case"]),
            ("hub://guardrails/valid_length: 1 120", ["hub://guardrails/valid_length = 1 120"]),
            ("length: 1 5; is-in: {['a;b', \"c;d\"]};", ["length = 1 5", "is-in = {['a;b', \"c;d\"]}"]),
            ("", []), (" ; ", []),
        ])
    func validators(_ text: String, _ expected: [String]) {
        #expect(RAILValidators.split(text).map { $0.name + ($0.arguments.map { " = " + $0 } ?? "") } == expected)
    }
}
