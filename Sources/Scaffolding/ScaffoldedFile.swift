/// One file to write.
package struct ScaffoldedFile: Sendable, Hashable {
    /// Relative to the repository's root, with `/` between parts.
    package let path: String
    package let text: String
    package let isExecutable: Bool
    /// True for a file that many repositories have already and that must then stay as it is.
    package let onlyIfAbsent: Bool

    package init(path: String, text: String, isExecutable: Bool = false, onlyIfAbsent: Bool = false) {
        self.path = path
        self.text = text
        self.isExecutable = isExecutable
        self.onlyIfAbsent = onlyIfAbsent
    }

    /// A document. Its first line tells editors with a YAML language server where its schema is.
    init(document kind: String, at path: String, _ body: String) {
        let upwards = String(repeating: "../", count: path.count { $0 == "/" })
        let schema = upwards + SchemaFiles.path(of: kind)
        self.init(path: path, text: "# yaml-language-server: $schema=\(schema)\n" + body)
    }
}
