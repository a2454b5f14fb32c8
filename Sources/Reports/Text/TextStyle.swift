/// How text may look where it is shown. Whoever runs a command knows whether that is a terminal; reports do not ask.
package struct TextStyle: Sendable, Hashable {
    /// Whether to write ANSI colour sequences.
    package var color: Bool
    /// Whether arrows, ellipses and multiplication signs can be shown; otherwise they become ASCII.
    package var unicode: Bool
    /// Columns of the terminal, at which sentences are wrapped; nil where nothing is to be wrapped.
    package var width: Int?

    package init(color: Bool, unicode: Bool, width: Int?) {
        self.color = color
        self.unicode = unicode
        self.width = width
    }

    /// No colour and no wrapping: for files, logs and tests.
    package static let plain = TextStyle(color: false, unicode: true, width: nil)

    /// The text in its ink, or as it is where there is no colour.
    package func paint(_ text: String, _ ink: Ink?) -> String {
        guard color, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
    }
}

/// What a piece of text means; its colour follows from that. Colour never says what the words do not say.
package enum Ink: Sendable, Hashable {
    case error, warning, note, good
    /// The value before a change, and the one after it.
    case old, new
    case strong, faint

    /// Parameters of the ANSI sequence "select graphic rendition" (ECMA-48, 8.3.117).
    fileprivate var code: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        case .good: "1;32"
        case .old: "31"
        case .new: "32"
        case .strong: "1"
        case .faint: "2"
        }
    }
}
