import SourceText

/// All documents of one tree.
package struct DocumentSet: Sendable {
    package let all: [any PlanDocument]
    /// For each kind the documents as an array of their own type: repositories hold thousands, and rules ask often.
    private let byKind: [ObjectIdentifier: any Sendable]
    private let byName: [String: [any PlanDocument]]
    private let countByPath: [String: Int]

    package init(_ all: [any PlanDocument]) {
        func typed<Document: PlanDocument>(as first: Document, _ documents: [any PlanDocument]) -> any Sendable {
            documents.compactMap { $0 as? Document }
        }
        self.all = all
        byKind = Dictionary(grouping: all) { ObjectIdentifier(Swift.type(of: $0)) }.compactMapValues { documents in
            documents.first.map { typed(as: $0, documents) }
        }
        byName = Dictionary(grouping: all, by: \.name)
        countByPath = all.reduce(into: [:]) { $0[$1.envelope.source.path, default: 0] += 1 }
    }

    /// Documents of one kind in the order of their files.
    package func of<Document: PlanDocument>(_ type: Document.Type) -> [Document] {
        byKind[ObjectIdentifier(type)] as? [Document] ?? []
    }

    package func named<Document: PlanDocument>(_ name: String, _ type: Document.Type) -> Document? {
        byName[name]?.lazy.compactMap { $0 as? Document }.first
    }

    /// Documents of one kind that carry a name, of which there should be one.
    package func all<Document: PlanDocument>(named name: String, _ type: Document.Type) -> [Document] {
        byName[name]?.compactMap { $0 as? Document } ?? []
    }

    /// The versions of the trust root that lie under their names, the highest last. Whether they are valid is not asked.
    package var trustRoots: [TrustRoot] {
        of(TrustRoot.self).filter { $0.fileVersion != nil }.sorted { ($0.fileVersion ?? 0) < ($1.fileVersion ?? 0) }
    }

    /// How many documents a file holds.
    package func count(inFile path: String) -> Int { countByPath[path] ?? 0 }
}
