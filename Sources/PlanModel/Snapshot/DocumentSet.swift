/// All documents of one tree.
package struct DocumentSet: Sendable {
    package let all: [any PlanDocument]

    package init(_ all: [any PlanDocument]) { self.all = all }

    /// Documents of one kind in the order of their files.
    package func of<Document: PlanDocument>(_ type: Document.Type) -> [Document] {
        all.compactMap { $0 as? Document }
    }

    package func named<Document: PlanDocument>(_ name: String, _ type: Document.Type) -> Document? {
        of(type).first { $0.name == name }
    }
}
