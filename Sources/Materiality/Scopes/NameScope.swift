import YAMLDocuments

/// Names that a guardrail is for: all, or those that patterns fit.
enum NameScope {
    case all
    case some(NameLanguage)
    /// A pattern is not understood.
    case unknown

    /// A condition of a LiteLLM policy: a name, a regular expression that has to fit the whole name, or a list of them
    /// (litellm/proxy/policy_engine/condition_evaluator.py).
    init(condition node: YAMLNode?) {
        self.init(node) { text in
            // `a+b` is also the name itself; with other signs in it, a text can be no name.
            let isName = text.utf8.allSatisfy(Self.canBeInName)
            return RegularExpression(text).map { isName ? [$0, RegularExpression(literally: text)] : [$0] }
        }
    }

    private static func canBeInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: ".:/@+-_ ".utf8.contains(byte)
        }
    }

    /// Names of an attachment, in which a final `*` stands for anything
    /// (litellm/proxy/policy_engine/policy_types.py: no name at all means every one).
    init(wildcards node: YAMLNode?) {
        let texts = Self.texts(node)
        if texts?.isEmpty == true || texts?.contains("*") == true {
            self = .all
            return
        }
        self.init(node) { [Self.wildcard($0)] }
    }

    init(wildcard text: String) {
        self = text == "*" ? .all : NameLanguage([Self.wildcard(text)]).map { .some($0) } ?? .unknown
    }

    private init(_ node: YAMLNode?, _ read: (String) -> [RegularExpression]?) {
        guard let node, !node.isNull else {
            self = .all
            return
        }
        guard let texts = Self.texts(node) else {
            self = .unknown
            return
        }
        var expressions: [RegularExpression] = []
        for text in texts {
            guard let read = read(text) else {
                self = .unknown
                return
            }
            expressions += read
        }
        self = NameLanguage(expressions).map { .some($0) } ?? .unknown
    }

    private static func wildcard(_ text: String) -> RegularExpression {
        text.hasSuffix("*")
            ? .sequence([RegularExpression(literally: text.dropLast()), .anything])
            : RegularExpression(literally: text)
    }

    /// The texts of a list, or the one text; nil when something else stands there.
    static func texts(_ node: YAMLNode?) -> [String]? {
        guard let node, !node.isNull else { return [] }
        switch node.kind {
        case .scalar: return [node.text]
        case .mapping: return nil
        case .sequence:
            let texts = node.items.compactMap { $0.kind == .scalar ? $0.text : nil }
            return texts.count == node.count ? texts : nil
        }
    }

    /// Nil when that cannot be worked out.
    func contains(_ name: String) -> Bool? {
        switch self {
        case .all: true
        case .some(let language): language.contains(name)
        case .unknown: nil
        }
    }

    func isPart(of other: NameScope) -> Bool? {
        switch (self, other) {
        case (_, .all): true
        case (.unknown, _), (_, .unknown): nil
        case (.all, .some): false
        case (.some(let one), .some(let other)): one.isPart(of: other)
        }
    }
}

/// How what a guardrail covers compares with what it covered.
enum ScopeChange {
    case same, narrowed, widened
    /// It covers something else, some of it new.
    case moved
    case unknown

    init(oldIsPart: Bool?, newIsPart: Bool?) {
        switch (oldIsPart, newIsPart) {
        case (true?, true?): self = .same
        case (true?, false?): self = .widened
        case (false?, true?): self = .narrowed
        case (false?, false?): self = .moved
        default: self = .unknown
        }
    }

    init(from old: NameScope, to new: NameScope) {
        self.init(oldIsPart: old.isPart(of: new), newIsPart: new.isPart(of: old))
    }
}
