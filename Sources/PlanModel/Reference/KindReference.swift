import YAMLDocuments

/// A kind of document as its schema describes it, for pages that people read.
package struct KindReference: Sendable {
    package let kind: DocumentKind
    /// In words: `Deployment plan`.
    package let title: String
    package let description: String
    package let spec: PartReference
    /// Parts that only this kind has.
    package let definitions: [PartReference]

    /// Nil only when the kind has no schema.
    package init?(_ kind: DocumentKind) {
        let reader = SchemaReader(kind.name)
        guard let root = reader.root, let spec = root["properties"]?["spec"] else { return nil }
        self.kind = kind
        title = root["title"]?.text ?? kind.name
        description = root["description"]?.text ?? ""
        self.spec = reader.part(named: kind.name, spec)
        definitions = reader.definitions()
    }

    /// What all kinds share, `metadata` among it.
    package static var shared: [PartReference] { SchemaReader.shared.definitions() }
}
