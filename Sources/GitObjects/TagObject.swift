/// An annotated tag read from its raw bytes.
package struct TagObject: Sendable {
    package let id: ObjectID
    package let target: ObjectID
    /// `commit`, `tree`, `blob` or `tag`.
    package let targetType: String
    /// The name inside the object, which must equal the ref's.
    package let name: String
    /// Nil in tags that git made before July 2005.
    package let tagger: Identity?
    /// Nil when the message ends without armor. Says nothing about whether the signature is good.
    package let signature: ObjectSignature?
    /// Without the signature.
    package let message: [UInt8]

    private static let types: Set<String> = ["commit", "tree", "blob", "tag"]
    /// What may follow the tagger: JGit writes `encoding`, git the signature of the tag's SHA-256 form.
    private static let further: Set<String> = ["encoding", SignatureHeader.sha256]

    /// Strict: the headers object, type, tag and tagger in this order, at most one signature block, and nothing behind
    /// it. git itself verifies the *last* block and ignores what looks like one before it.
    package init(id: ObjectID, bytes: [UInt8]) throws(MalformedObject) {
        let header = try HeaderScanner(bytes)
        try Self.checkOrder(header.fields.map(\.name))
        guard let target = ObjectID(hex: header.fields[0].value) else { throw .badHeader }
        self.id = id
        self.target = target
        targetType = String(decoding: header.fields[1].value, as: UTF8.self)
        guard Self.types.contains(targetType) else { throw .badHeader }
        name = String(decoding: header.fields[2].value, as: UTF8.self)
        guard !name.isEmpty, !name.contains("\n") else { throw .badHeader }
        if let field = header.fields.first(where: { $0.name == "tagger" }) {
            tagger = try Identity(field.value)
        } else {
            tagger = nil
        }

        let starts = ArmorScanner.starts(in: bytes[header.messageStart...])
        guard starts.count <= 1 else { throw .multipleSignatures }
        guard let start = starts.first else {
            signature = nil
            message = Array(bytes[header.messageStart...])
            return
        }
        let armor = Array(bytes[start...])
        guard Self.endsWithArmorFooter(armor) else { throw .bytesAfterSignature }
        signature = ObjectSignature(payload: header.payload(of: bytes, to: start), armor: armor)
        message = Array(bytes[header.messageStart..<start])
    }

    /// What a tag points at, read as git reads it: from the first line alone. Nil when that line is another.
    static func target(in bytes: [UInt8]) -> ObjectID? {
        guard bytes.starts(with: "object ".utf8), let end = bytes.firstIndex(of: newline) else { return nil }
        return ObjectID(hex: bytes["object ".utf8.count..<end])
    }

    private static func checkOrder(_ names: [String]) throws(MalformedObject) {
        guard Set(names).count == names.count else { throw .duplicateHeader }
        let required = ["object", "type", "tag"]
        guard Set(required).isSubset(of: names) else { throw .missingHeader }
        let known = Set(required + ["tagger"]).union(further)
        guard known.isSuperset(of: names) else { throw .unknownHeader }
        var rest = names[...]
        for name in required where rest.popFirst() != name { throw .headerOrder }
        if rest.first == "tagger" { rest.removeFirst() }
        guard !rest.contains("tagger") else { throw .headerOrder }
    }

    /// The last line must close the block: `-----END …-----` and one line break at most.
    private static func endsWithArmorFooter(_ armor: [UInt8]) -> Bool {
        let body = armor.last == newline ? armor.dropLast() : armor[...]
        guard let lastBreak = body.lastIndex(of: newline) else { return false }
        let lastLine = body[(lastBreak + 1)...]
        return lastLine.starts(with: "-----END ".utf8) && lastLine.reversed().starts(with: "-----".utf8)
    }
}
