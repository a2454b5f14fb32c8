/// Text for GitHub Flavored Markdown, where values from a repository must stay text: no markup, no mention, no link.
enum MarkdownText {
    /// For running text and the cells of a table.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in VisibleText.of(text) {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": escaped += "\\" + String(character)
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            // A comment parts the sign from the name behind it, so that nobody is called and nothing linked.
            case "@", "#": escaped += String(character) + "<!-- -->"
            default: escaped.append(character)
            }
        }
        return withoutLinks(escaped)
    }

    /// What becomes a link by itself (GFM 0.29, 6.9, and GitHub's references to issues), taken apart in the same way.
    private static let autolinkStarts = [
        (start: "://", broken: ":<!-- -->//"), (start: "www.", broken: "www<!-- -->."),
        (start: "GH-", broken: "GH<!-- -->-"),
    ]

    private static func withoutLinks(_ escaped: String) -> String {
        autolinkStarts.reduce(escaped) { $0.replacing($1.start, with: $1.broken) }
    }

    /// For a raw HTML element such as `<pre>`, where Markdown means nothing.
    static func html(_ text: String) -> String {
        let escaped = XMLText.escaped(text).map { "@#".contains($0) ? "\($0)<!-- -->" : String($0) }
        return withoutLinks(escaped.joined())
    }

    /// A code span, also in the cell of a table: there a bar needs a backslash even inside code.
    static func code(_ text: String) -> String {
        let text = VisibleText.of(text)
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + pad + text.map { $0 == "|" ? "\\|" : String($0) }.joined() + pad + fence
    }

    /// A block whose fence is longer than any run of backticks inside it.
    static func block(_ code: String, language: String) -> [String] {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
        return [fence + language, code, fence]
    }

    private static func longestRun(of wanted: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == wanted ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
