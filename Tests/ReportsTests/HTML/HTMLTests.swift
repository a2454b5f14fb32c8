import Foundation
import PackageContents
import Testing

@testable import Reports

struct HTMLTests {
    @Test("Text and values stay text, whatever they hold")
    func escaping() {
        let hostile = "</p><script>alert(1)</script> & \"quoted\" 'too'"
        #expect(
            HTMLText.of(HTML(.p, .id(hostile)) { hostile })
                == "<p id=\"&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39;\">"
                + "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39;</p>\n")
        // With a combining mark behind it, a sign is another character, but the same scalar.
        #expect(HTMLText.escaped("<\u{301}\"\u{301}&\u{301}") == "&lt;\u{301}&quot;\u{301}&amp;\u{301}")
        #expect(HTMLText.escaped("a\u{202E}b\u{0}\u{1B}") == "a&lt;U+202E&gt;b&lt;U+0000&gt;&lt;U+001B&gt;")
        #expect(HTMLText.escaped("a\tb\nc\r\nd") == "a    b c d")
        #expect(HTMLText.escaped("Zürich 回答 👩‍🔬") == "Zürich 回答 👩‍🔬")
    }

    @Test("Elements stand inside one another; void ones have no end tag; optional attributes may be missing")
    func elements() {
        let names = ["a", "b"]
        let missing: HTMLAttribute? = nil
        let piece = HTML(.ul, .class("x", "y"), missing) {
            names.map { name in HTML(.li) { name } }
            if names.isEmpty { HTML(.li) { "nothing" } }
        }
        #expect(HTMLText.of(piece) == "<ul class=\"x y\"><li>a</li>\n<li>b</li>\n</ul>\n")
        #expect(
            HTMLText.of(HTML(.label) { HTML(.input, .type("checkbox"), .checked) })
                == "<label><input type=\"checkbox\" checked></label>")
        #expect(HTMLText.document(HTML(.html) { HTML(.body) }) == "<!DOCTYPE html>\n<html><body></body>\n</html>\n")
    }

    @Test(
        "A link leads to https or nowhere",
        arguments: ["javascript:alert(1)", "http://x", "data:text/html,x", "//x", ""])
    func links(address: String) {
        #expect(HTMLAttribute.href(address) == nil)
        #expect(HTMLAttribute.href("https://x/")?.value == "https://x/")
    }

    @Test("A style sheet takes names of lower-case letters only")
    func css() {
        let css = CSS("a%b { }", forEach: ["x", "} body { display: none", "</style>", "Y"])
        #expect(css.text == "axb { }\n")
    }

    @Test("Coordinates are written with at most one decimal place")
    func numbers() {
        #expect(HTMLAttribute.svg(.x, 12).value == "12")
        #expect(HTMLAttribute.svg(.x, 1.0 / 3).value == "0.3")
    }

    @Test("Base64 is what everybody else has", arguments: 0...67)
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 5) }
        #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
        let hexadecimal = ContentDigest.sha256(bytes)
        let pairs = stride(from: 0, to: 64, by: 2).map { hexadecimal.dropFirst($0).prefix(2) }
        #expect(
            Base64.text(hexadecimal: hexadecimal)
                == Data(pairs.compactMap { UInt8($0, radix: 16) }).base64EncodedString())
    }
}
