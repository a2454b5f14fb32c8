/// The names in the code of one Jinja tag.
struct JinjaExpression {
    enum Word: Equatable {
        case name(String)
        case quoted(String)
        case number
        /// One character: `.`, `|`, `(`, `=` … `==` is two of them.
        case sign(UInt8)
    }

    let words: [Word]

    init(_ code: some Collection<UInt8>) {
        let bytes = Array(code)
        var words: [Word] = []
        var index = 0
        func isName(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        while index < bytes.count {
            let byte = bytes[index]
            let start = index
            if byte.isTemplateWhiteSpace {
                index += 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                index += 1
                while index < bytes.count, bytes[index] != byte {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                words.append(.quoted(String(decoding: bytes[start + 1..<min(index, bytes.count)], as: UTF8.self)))
                index += 1
            } else if isName(byte) {
                while index < bytes.count, isName(bytes[index]) { index += 1 }
                let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                words.append(isNumber ? .number : .name(String(decoding: bytes[start..<index], as: UTF8.self)))
            } else {
                words.append(.sign(byte))
                index += 1
            }
        }
        self.words = words
    }

    init(words: ArraySlice<Word>) { self.words = Array(words) }

    /// The statement's own word: `for`, `endif`.
    var head: String? {
        if case .name(let name)? = words.first { name } else { nil }
    }

    var firstQuoted: String? {
        for word in words {
            if case .quoted(let text) = word { return text }
        }
        return nil
    }

    private static let operators: Set<String> = [
        "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None", "recursive",
        "null", "ignore", "missing", "with", "without", "context", "as", "import",
    ]
    /// What every template can call ("List of Global Functions"; promptfoo adds `env`).
    private static let globals: Set<String> = [
        "range", "dict", "lipsum", "cycler", "joiner", "namespace", "super", "caller", "self", "varargs", "kwargs",
    ]

    /// Values that the code reads, with the attributes that are asked of them: `user.name`. Names in `own` were made by
    /// the template itself. Filters, tests, attributes and names of arguments are none.
    func variables(own: Set<String>) -> [String] {
        var found: [String] = []
        var index = 0
        while index < words.count {
            guard case .name(let name) = words[index] else {
                index += 1
                continue
            }
            let before = index > 0 ? words[index - 1] : nil
            let isValue =
                before != .sign(UInt8(ascii: ".")) && before != .sign(UInt8(ascii: "|")) && !isTest(at: index)
                && !isArgumentName(at: index) && !Self.operators.contains(name)
            guard isValue else {
                index += 1
                continue
            }
            var path = [name]
            var next = index + 1
            while next + 1 < words.count, words[next] == .sign(UInt8(ascii: ".")),
                case .name(let part) = words[next + 1]
            {
                path.append(part)
                next += 2
            }
            // The last name of `user.name.upper()` is a method.
            if path.count > 1, next < words.count, words[next] == .sign(UInt8(ascii: "(")) { path.removeLast() }
            if !own.contains(name), !Self.globals.contains(name) { found.append(path.joined(separator: ".")) }
            index = next
        }
        return found
    }

    /// Behind `is` and `is not`.
    private func isTest(at index: Int) -> Bool {
        guard index > 0, case .name(let before) = words[index - 1] else { return false }
        if before == "is" { return words[index] != .name("not") }
        return before == "not" && index > 1 && words[index - 2] == .name("is")
    }

    /// `indent=2` inside parentheses; `a == 2` compares.
    private func isArgumentName(at index: Int) -> Bool {
        guard index + 1 < words.count, words[index + 1] == .sign(UInt8(ascii: "=")) else { return false }
        guard index + 2 < words.count, words[index + 2] == .sign(UInt8(ascii: "=")) else {
            return isInsideParentheses(index)
        }
        return false
    }

    private func isInsideParentheses(_ index: Int) -> Bool {
        let depth = words[..<index].reduce(0) { depth, word in
            switch word {
            case .sign(UInt8(ascii: "(")): depth + 1
            case .sign(UInt8(ascii: ")")): depth - 1
            default: depth
            }
        }
        return depth > 0
    }

    /// The names that the first parentheses declare, and what follows them; nil where a call comes first.
    var parameters: (names: [String], rest: JinjaExpression?) {
        let opening = JinjaExpression.Word.sign(UInt8(ascii: "("))
        guard let start = words.firstIndex(of: opening) else { return ([], nil) }
        var depth = 0
        var names: [String] = []
        for index in start..<words.count {
            switch words[index] {
            case opening: depth += 1
            case .sign(UInt8(ascii: ")")):
                depth -= 1
                if depth == 0 {
                    return (names, start == 0 ? JinjaExpression(words: words[(index + 1)...]) : nil)
                }
            case .name(let name) where depth == 1:
                let isFirst = words[index - 1] == opening || words[index - 1] == .sign(UInt8(ascii: ","))
                if isFirst { names.append(name) }
            default: break
            }
        }
        return (names, nil)
    }

    /// The names on the left of an assignment or a `for`, and what is behind them.
    func split(at separator: Word) -> (names: [String], rest: JinjaExpression)? {
        guard let index = words.firstIndex(of: separator) else { return nil }
        let names = words[1..<max(index, 1)].compactMap { word in
            if case .name(let name) = word { name } else { nil }
        }
        return (names, JinjaExpression(words: words[(index + 1)...]))
    }
}
