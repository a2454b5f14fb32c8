/// A strict reading of the HTML that we write: every tag is closed, every attribute quoted. Anything else is an error,
/// so that a value which became markup is noticed.
struct ParsedPage {
    struct Element {
        let tag: String
        let attributes: [String: String]
        /// Tags of the elements around it.
        let path: [String]
    }

    struct Mistake: Error { let description: String }

    private(set) var elements: [Element] = []
    /// Text between the tags, entities resolved, without the style sheet.
    private(set) var text = ""
    private(set) var css = ""

    init(_ page: String) throws {
        guard page.hasPrefix("<!DOCTYPE html>\n") else { throw Mistake(description: "no doctype") }
        var rest = page.dropFirst("<!DOCTYPE html>\n".count)
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            take(text: rest[..<start], in: open)
            rest = rest[start...]
            if let match = rest.prefixMatch(of: #/<\/([a-z0-9]+)>/#) {
                guard open.popLast() == String(match.1) else { throw Mistake(description: "closes \(match.1)") }
                rest = rest[match.range.upperBound...]
            } else if let match = rest.prefixMatch(of: #/<([a-z0-9]+)((?: [a-z0-9A-Z-]+(?:="[^"<>']*")?)*)>/#) {
                let tag = String(match.1)
                var attributes: [String: String] = [:]
                for attribute in match.2.matches(of: #/ ([a-z0-9A-Z-]+)(?:="([^"]*)")?/#) {
                    attributes[String(attribute.1)] = Self.resolved(attribute.2 ?? "")
                }
                elements.append(Element(tag: tag, attributes: attributes, path: open))
                if !["meta", "br", "input"].contains(tag) { open.append(tag) }
                rest = rest[match.range.upperBound...]
            } else {
                throw Mistake(description: "no tag: \(rest.prefix(60))")
            }
        }
        take(text: rest, in: open)
        guard open.isEmpty else { throw Mistake(description: "\(open) not closed") }
    }

    private mutating func take(text: Substring, in open: [String]) {
        if open.last == "style" { css += text } else { self.text += Self.resolved(text) }
    }

    private static func resolved(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
