import Testing

@testable import GitObjects

/// The strict reading of tags.
struct TagObjectTests {
    private func parse(_ bytes: [UInt8]) throws(MalformedObject) -> TagObject {
        try TagObject(id: .zero, bytes: bytes)
    }

    private func refusal(_ bytes: [UInt8]) -> MalformedObject? {
        do { _ = try parse(bytes) } catch { return error }
        return nil
    }

    @Test func payloadAndSignatureMakeTheTagAgain() throws {
        for ending in ["", "\n"] {
            let bytes = Objects.tag(message: "Subject\n\nBody\n\(Objects.armor)\(ending)")
            let tag = try parse(bytes)
            let signature = try #require(tag.signature)
            #expect(signature.payload + signature.armor == bytes)
            #expect(text(tag.message) == "Subject\n\nBody\n")
            #expect(tag.name == "release/a/1.0.0")
            #expect(tag.targetType == "commit")
            #expect(tag.tagger?.email == "nora@example.org")
        }
    }

    @Test func unsigned() throws {
        #expect(try parse(Objects.tag()).signature == nil)
        #expect(try parse(Objects.tag(message: "")).message.isEmpty)
        #expect(try parse(Objects.tag(message: "x -----BEGIN SSH SIGNATURE-----\n")).signature == nil)
    }

    /// git before July 2005.
    @Test func withoutTagger() throws {
        let tag = try parse(Objects.tag(tagger: nil, message: "x\n\(Objects.armor)\n"))
        #expect(tag.tagger == nil)
        #expect(tag.signature != nil)
    }

    @Test func signatureOfTheOtherHashIsTakenOut() throws {
        let other = Objects.header("gpgsig-sha256")
        let tag = try parse(Objects.tag("encoding x", other, message: "x\n\(Objects.armor)\n"))
        #expect(tag.signature?.payload == Objects.tag("encoding x", message: "x\n"))
        #expect(try parse(Objects.tag(other)).signature == nil)
    }

    @Test func severalBlocks() {
        let fake = "-----BEGIN SSH SIGNATURE-----\nfake\n"
        #expect(refusal(Objects.tag(message: fake + Objects.armor)) == .multipleSignatures)
        #expect(refusal(Objects.tag(message: "x\n\(Objects.armor)\n\(Objects.armor)\n")) == .multipleSignatures)
        let pgp = "-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----\n"
        #expect(refusal(Objects.tag(message: pgp + Objects.armor)) == .multipleSignatures)
    }

    @Test(arguments: ["\nmore", "\n\n", " ", "\r\n", "\nmore\n"]) func bytesBehindTheBlock(_ more: String) {
        #expect(refusal(Objects.tag(message: "x\n\(Objects.armor)\(more)")) == .bytesAfterSignature)
    }

    @Test func headers() {
        let lines = ["object \(Objects.tree)", "type commit", "tag v1", "tagger \(Objects.person)"]
        func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n\nx").utf8) }
        for index in 0..<3 {
            #expect(refusal(bytes(lines.indices.filter { $0 != index }.map { lines[$0] })) == .missingHeader)
            var swapped = lines
            swapped.swapAt(index, index + 1)
            #expect(refusal(bytes(swapped)) == .headerOrder)
        }
        #expect(refusal(bytes(lines + ["tag v2"])) == .duplicateHeader)
        #expect(refusal(bytes(lines + [Objects.header("gpgsig")])) == .unknownHeader)
        #expect(refusal(bytes(Array(lines[..<3]) + ["encoding x", lines[3]])) == .headerOrder)
        #expect(refusal(bytes(["object \(Objects.tree)", "type folder", "tag v1"])) == .badHeader)
        #expect(refusal(bytes(["object \(Objects.tree)", "type commit", "tag "])) == .badHeader)
        #expect(refusal(bytes(["object \(Objects.tree)", "type commit", "tag v1\n v2"])) == .badHeader)
    }

    @Test func nulAnywhere() {
        #expect(refusal(Objects.tag(message: "x\0\n\(Objects.armor)\n")) == .nulByte)
        #expect(refusal(Objects.tag(message: "x\n\(Objects.armor)\n\0")) == .nulByte)
    }
}
