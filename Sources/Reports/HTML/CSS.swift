/// A style sheet, which HTML does not escape: made of constants of this program, never of values.
struct CSS: Sendable {
    let text: String

    init(_ constant: StaticString) { text = "\(constant)" }

    /// A rule for each name, which stands where the pattern has `%`. Names are lower-case letters; others get no rule.
    init(_ pattern: StaticString, forEach names: [String]) {
        text = names.filter { name in name.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } }
            .map { "\(pattern)".replacing("%", with: $0) + "\n" }.joined()
    }

    private init(text: String) { self.text = text }

    static func + (left: CSS, right: CSS) -> CSS { CSS(text: left.text + "\n" + right.text) }
}
