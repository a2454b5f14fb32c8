/// An annotated tag read from its raw bytes.
package struct TagObject: Sendable {
    package let id: ObjectID
    package let target: ObjectID
    /// `commit`, `tree`, `blob` or `tag`.
    package let targetType: String
    /// The name inside the object, which must equal the ref's.
    package let name: String
    package let tagger: Identity
    /// Nil when the message ends without armor. Says nothing about whether the signature is good.
    package let signature: ObjectSignature?
    /// Without the signature.
    package let message: [UInt8]

    /// Strict: exactly the headers object, type, tag and tagger in this order, at most one signature block, and
    /// nothing behind it. git itself verifies the *last* block and ignores what looks like one before it.
    package init(id: ObjectID, bytes: [UInt8]) throws(MalformedObject) {
        let header = try HeaderScanner(bytes)
        let expected = ["object", "type", "tag", "tagger"]
        let names = header.fields.map(\.name)
        guard Set(names).count == names.count else { throw .duplicateHeader }
        guard names == expected else { throw Set(expected).isSubset(of: names) ? .headerOrder : .missingHeader }
        guard let target = ObjectID(hex: header.fields[0].value) else { throw .badHeader }
        self.id = id
        self.target = target
        targetType = String(decoding: header.fields[1].value, as: UTF8.self)
        name = String(decoding: header.fields[2].value, as: UTF8.self)
        tagger = try Identity(header.fields[3].value)

        let starts = ArmorScanner.starts(in: bytes[header.messageStart...])
        guard starts.count <= 1 else { throw .multipleSignatures }
        guard let start = starts.first else {
            signature = nil
            message = Array(bytes[header.messageStart...])
            return
        }
        let armor = Array(bytes[start...])
        guard Self.endsWithArmorFooter(armor) else { throw .bytesAfterSignature }
        signature = ObjectSignature(payload: Array(bytes[..<start]), armor: armor)
        message = Array(bytes[header.messageStart..<start])
    }

    /// The last line must close the block: `-----END …-----` and one line break at most.
    private static func endsWithArmorFooter(_ armor: [UInt8]) -> Bool {
        let body = armor.last == newline ? armor.dropLast() : armor[...]
        guard let lastBreak = body.lastIndex(of: newline) else { return false }
        let lastLine = body[(lastBreak + 1)...]
        return lastLine.starts(with: "-----END ".utf8) && lastLine.reversed().starts(with: "-----".utf8)
    }
}
