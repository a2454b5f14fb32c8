/// An element of an XML document, with the bytes of all its parts.
struct XMLElement {
    let name: String
    /// Bytes of the name in the start tag.
    let nameRange: Range<Int>
    let attributes: [XMLAttribute]
    /// Bytes between the start tag and the end tag; empty behind an empty-element tag.
    var contentRange: Range<Int>
    /// Bytes from the start tag to the end tag.
    var range: Range<Int>
    var content: [XMLContent] = []

    var elements: [XMLElement] {
        content.compactMap { part in
            if case .element(let element) = part { element } else { nil }
        }
    }

    /// The text directly in the element, references resolved.
    var text: String {
        content.reduce(into: "") { text, part in
            if case .text(let piece) = part { text += piece }
        }
    }

    func attribute(_ name: String) -> XMLAttribute? { attributes.first { $0.name == name } }
}

enum XMLContent {
    case element(XMLElement)
    /// Characters or a CDATA section. Comments and processing instructions say nothing and are left out.
    case text(String)
}

struct XMLAttribute {
    let name: String
    /// References resolved, white space normalised.
    let value: String
    /// Bytes from the name to the closing quote.
    let range: Range<Int>
    /// Bytes between the quotes.
    let valueRange: Range<Int>
}

/// Why a file is no XML that we read.
struct XMLMistake: Error {
    /// Part of a sentence, such as `the attribute has no quotes`.
    let message: String
    let range: Range<Int>
    /// How to mend it: one sentence.
    let mend: String
}
