/// A commit read from its raw bytes, strictly: for whatever is concluded from its people, its signature or its message.
package struct CommitObject: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: Identity
    package let committer: Identity
    /// Nil when the commit has no `gpgsig` header. Says nothing about whether the signature is good.
    package let signature: ObjectSignature?
    /// May hold carriage returns (web forms write them) and bytes that are not UTF-8 (an `encoding` header says what they
    /// are): nothing is concluded from where a line ends in it, but a statement, which has a grammar of its own.
    package let message: [UInt8]

    /// Headers that git gives a meaning: each once, or two readers could follow different ones. Others may repeat, as
    /// `mergetag` and `HG:extra` do: nobody decides anything by them, and they stay in what is signed.
    private static let single: Set<String> = [
        "tree", "parent", "author", "committer", "encoding", SignatureHeader.sha1, SignatureHeader.sha256,
    ]

    /// Strict: the four standard headers first and in git's order, none of them twice (but `parent`), one signature
    /// at most, no NUL, no carriage return in a header. Unknown headers behind them are kept in the payload, as git
    /// keeps them.
    package init(id: ObjectID, bytes: [UInt8]) throws(MalformedObject) {
        let header = try HeaderScanner(bytes)
        var fields = header.fields[...]

        func next(_ name: String) throws(MalformedObject) -> HeaderScanner.Field {
            guard let field = fields.first else { throw .missingHeader }
            guard field.name == name else {
                throw header.fields.contains { $0.name == name } ? .headerOrder : .missingHeader
            }
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

        var seen: Set<String> = ["tree", "parent", "author", "committer"]
        for field in fields where Self.single.contains(field.name) {
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
        guard let field = header.fields.first(where: { $0.name == SignatureHeader.sha1 }) else { return nil }
        guard ArmorScanner.starts(in: bytes[header.messageStart...]).isEmpty else { throw .armorInMessage }
        // git keeps the armor's final line break outside the header value.
        return ObjectSignature(
            payload: header.payload(of: bytes, to: bytes.count), armor: field.value + [newline])
    }
}
