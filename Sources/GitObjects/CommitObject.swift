/// A commit read from its raw bytes.
package struct CommitObject: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: Identity
    package let committer: Identity
    /// Nil when the commit has no `gpgsig` header. Says nothing about whether the signature is good.
    package let signature: ObjectSignature?
    package let message: [UInt8]

    /// Strict: the four standard headers first and in git's order, none of them twice (but `parent`), one signature
    /// at most, no NUL. Unknown headers behind them are kept in the payload, as git keeps them.
    package init(id: ObjectID, bytes: [UInt8]) throws(MalformedObject) {
        let header = try HeaderScanner(bytes)
        var fields = header.fields[...]

        func next(_ name: String) throws(MalformedObject) -> HeaderScanner.Field {
            guard let field = fields.first else { throw .missingHeader }
            guard field.name == name else { throw .headerOrder }
            fields.removeFirst()
            return field
        }
        guard let tree = ObjectID(hex: try next("tree").value) else { throw .badHeader }
        var parents: [ObjectID] = []
        while fields.first?.name == "parent" {
            guard let parent = ObjectID(hex: try next("parent").value) else { throw .badHeader }
            parents.append(parent)
        }
        author = try Identity(try next("author").value)
        committer = try Identity(try next("committer").value)

        // `mergetag` may repeat (one for each merged tag); nothing else that git writes does.
        var seen: Set<String> = ["tree", "parent", "author", "committer"]
        for field in fields where field.name != "mergetag" {
            guard seen.insert(field.name).inserted else { throw .duplicateHeader }
        }

        self.id = id
        self.tree = tree
        self.parents = parents
        message = Array(bytes[header.messageStart...])
        signature = try Self.signature(in: bytes, header: header)
    }

    private static func signature(
        in bytes: [UInt8], header: HeaderScanner
    ) throws(MalformedObject) -> ObjectSignature? {
        guard let field = header.fields.first(where: { $0.name == "gpgsig" }) else { return nil }
        guard ArmorScanner.starts(in: bytes[header.messageStart...]).isEmpty else { throw .armorInMessage }
        // git removes both signature headers before it signs or verifies (Documentation/technical/
        // hash-function-transition: a commit may carry a signature for each hash function).
        var payload: [UInt8] = []
        payload.reserveCapacity(bytes.count)
        for kept in header.fields where kept.name != "gpgsig" && kept.name != "gpgsig-sha256" {
            payload.append(contentsOf: bytes[kept.range])
        }
        payload.append(contentsOf: bytes[(header.messageStart - 1)...])
        // git keeps the armor's final line break outside the header value.
        return ObjectSignature(payload: payload, armor: field.value + [newline])
    }
}
