/// The words of one tag's code: `each articles`, `role "system"`, `media url=(lookup images 0)`.
struct HandlebarsExpression {
    enum Word: Equatable {
        case name(String)
        case quoted(String)
        case open, close
        /// `key=` before a value.
        case key(String)
        /// `as |item|`: names made by the tag itself.
        case blockParameter(String)
    }

    /// Helpers that Handlebars and dotprompt bring along; everything else that stands alone is a variable.
    private static let helpers: Set<String> = [
        "each", "if", "ifEquals", "json", "log", "lookup", "media", "role", "section", "unless", "unlessEquals", "with",
        "else", "history", "inline",
    ]
    private static let literals: Set<String> = ["true", "false", "null", "undefined", "as", "this", ".", ".."]

    let words: [Word]

    init(_ code: Substring) {
        var words: [Word] = []
        var characters = code[...]
        while let first = characters.first {
            switch first {
            case "(", ")":
                words.append(first == "(" ? .open : .close)
                characters.removeFirst()
            case "\"", "'":
                characters.removeFirst()
                let text = characters.prefix { $0 != first }
                words.append(.quoted(String(text)))
                characters = characters.dropFirst(text.count + 1)
            case "|":
                characters.removeFirst()
                let names = characters.prefix { $0 != "|" }
                words += names.split(whereSeparator: \.isWhitespace).map { .blockParameter(String($0)) }
                characters = characters.dropFirst(names.count + 1)
            case _ where first.isWhitespace:
                characters.removeFirst()
            default:
                let name = characters.prefix { !$0.isWhitespace && !"()\"'|=".contains($0) }
                characters = characters.dropFirst(name.count)
                if characters.first == "=" {
                    characters.removeFirst()
                    words.append(.key(String(name)))
                } else {
                    words.append(.name(String(name)))
                }
            }
        }
        self.words = words
    }

    /// The first word when it is a name.
    var head: String? {
        if case .name(let name)? = words.first { name } else { nil }
    }

    var firstQuoted: String? {
        for word in words {
            if case .quoted(let text) = word { return text }
        }
        return nil
    }

    var blockParameters: [String] {
        words.compactMap { word in
            if case .blockParameter(let name) = word { name } else { nil }
        }
    }

    /// Names of values that the expression reads, in order. A name that calls a helper is none.
    func variables() -> [String] {
        var found: [String] = []
        // `{{else if formal}}` calls a helper behind its first word.
        let firstCall = head == "else" ? 1 : 0
        for (index, word) in words.enumerated() {
            guard case .name(let name) = word, !Self.literals.contains(name), !name.hasPrefix("@"), !isNumber(name)
            else { continue }
            let opensCall = index <= firstCall || words[index - 1] == .open
            let hasArguments = index + 1 < words.count && words[index + 1] != .close
            if opensCall, hasArguments || Self.helpers.contains(name) { continue }
            found.append(name)
        }
        return found
    }

    private func isNumber(_ name: String) -> Bool {
        name.first.map { $0.isNumber || $0 == "-" } ?? true
    }
}
