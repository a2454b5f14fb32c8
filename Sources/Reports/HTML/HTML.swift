/// A piece of an HTML document. There is no way to write markup as text: what comes from a repository is always text,
/// and becomes markup nowhere.
enum HTML: Sendable {
    case text(String)
    case element(Element)
    /// Pieces that follow one another.
    case pieces([HTML])
    /// The content of a `style` element.
    case style(CSS)

    struct Element: Sendable {
        let tag: HTMLTag
        let attributes: [HTMLAttribute]
        let content: [HTML]
    }

    static let nothing = HTML.pieces([])

    /// `HTML(.p, .class("note")) { "Nothing changed." }`
    init(_ tag: HTMLTag, _ attributes: HTMLAttribute?..., @HTMLBuilder content: () -> [HTML] = { [] }) {
        self = .element(Element(tag: tag, attributes: attributes.compactMap(\.self), content: content()))
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}

/// Lets elements be written inside one another as they stand in the document.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
    static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
    static func buildExpression(_ groups: [[HTML]]) -> [HTML] { groups.flatMap(\.self) }
    static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
    static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap(\.self) }
    static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
    static func buildEither(first: [HTML]) -> [HTML] { first }
    static func buildEither(second: [HTML]) -> [HTML] { second }
    static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap(\.self) }
}
