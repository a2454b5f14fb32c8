/// Gives each variable its full name: inside `{{#each articles}}`, `title` is `articles.title`.
struct VariableScopes {
    private struct Scope {
        /// Put before names; nil where the block does not change what names mean.
        let prefix: String?
        /// Names that the block itself makes, such as those of `as |item|`.
        let own: Set<String>
    }

    private var scopes: [Scope] = []

    mutating func open(_ block: HandlebarsExpression, variables: [String]) {
        let changesContext = block.head == "each" || block.head == "with"
        let own = Set(block.blockParameters)
        let prefix = changesContext && own.isEmpty ? variables.first : nil
        scopes.append(Scope(prefix: prefix, own: own))
    }

    mutating func close() { _ = scopes.popLast() }

    func resolve(_ names: [String]) -> [String] { names.compactMap(resolve) }

    /// Nil for names that a block made.
    private func resolve(_ name: String) -> String? {
        var rest = name[...]
        var visible = scopes[...]
        while rest.hasPrefix("../") {
            rest = rest.dropFirst(3)
            while let scope = visible.popLast(), scope.prefix == nil {}
        }
        if rest.hasPrefix("this.") || rest.hasPrefix("this/") { rest = rest.dropFirst(5) }
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        guard !rest.isEmpty, rest != ".." else { return nil }
        let head = String(rest.prefix { $0 != "." && $0 != "/" })
        if visible.contains(where: { $0.own.contains(head) }) { return nil }
        guard let prefix = visible.last(where: { $0.prefix != nil })?.prefix else { return String(rest) }
        return "\(prefix).\(rest)"
    }
}
