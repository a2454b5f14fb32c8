/// One file to write.
package struct ScaffoldedFile: Sendable, Hashable {
    /// Relative to the repository's root, with `/` between parts.
    package let path: String
    package let text: String
    package let isExecutable: Bool
    package let ifPresent: IfPresent

    /// What becomes of a file that is there already.
    package enum IfPresent: Sendable {
        /// Nothing at all is written.
        case refuse
        /// Many repositories have one; it stays as it is.
        case keep
        /// It is ours alone, and made from the tool.
        case replace
    }

    package init(path: String, text: String, isExecutable: Bool = false, ifPresent: IfPresent = .refuse) {
        self.path = path
        self.text = text
        self.isExecutable = isExecutable
        self.ifPresent = ifPresent
    }

    /// A document. Its first line tells editors with a YAML language server where its schema is.
    init(document kind: String, at path: String, _ body: String) {
        let upwards = String(repeating: "../", count: path.count { $0 == "/" })
        let schema = upwards + SchemaFolder.path(of: kind)
        self.init(path: path, text: "# yaml-language-server: $schema=\(schema)\n" + body)
    }
}
