/// Text for GitHub Flavored Markdown, where values from a repository must stay text: no markup, no mention, no link.
enum MarkdownText {
    /// For running text and the cells of a table. Scalar by scalar: with a combining mark behind it, a backtick is
    /// another character for a reader, but still a backtick for a parser.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": escaped += "\\" + String(scalar)
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            // A comment parts the sign from the name behind it, so that nobody is called and nothing linked.
            case "@", "#": escaped += String(scalar) + "<!-- -->"
            default: escaped.unicodeScalars.append(scalar)
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
        let broken = autolinkStarts.reduce(Array(escaped.unicodeScalars)) { scalars, autolink in
            scalars.replacing(Array(autolink.start.unicodeScalars), with: Array(autolink.broken.unicodeScalars))
        }
        return String(String.UnicodeScalarView(broken))
    }

    /// For a raw HTML element such as `<pre>`, where Markdown means nothing.
    static func html(_ text: String) -> String {
        var escaped = ""
        for scalar in XMLText.escaped(text).unicodeScalars {
            escaped.unicodeScalars.append(scalar)
            if scalar == "@" || scalar == "#" { escaped += "<!-- -->" }
        }
        return withoutLinks(escaped)
    }

    /// A code span, also in the cell of a table: there a bar needs a backslash even inside code.
    static func code(_ text: String) -> String {
        // Without anything between them, backticks are text.
        if text.isEmpty { return "(empty)" }
        let text = VisibleText.of(text)
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let isTicked = text.unicodeScalars.first == "`" || text.unicodeScalars.last == "`"
        let pad = isTicked ? " " : ""
        return fence + pad + cell(text) + pad + fence
    }

    /// The project's own prose, which may hold markup, in a table: a bar would end its cell.
    static func cell(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "|" ? "\\|" : String($0) }.joined()
    }

    /// A row of a table of such cells.
    static func row(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }

    /// A block whose fence is longer than any run of backticks inside it.
    static func block(_ code: String, language: String) -> [String] {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
        return [fence + language, code, fence]
    }

    private static func longestRun(of wanted: Unicode.Scalar, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for scalar in text.unicodeScalars {
            run = scalar == wanted ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
