import Foundation
import Testing

@testable import Signatures

@Suite struct StrictBase64Tests {
    @Test func agreesWithFoundationOnWhatItAccepts() {
        for count in 0..<200 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            let text = Data(bytes).base64EncodedString()
            #expect(StrictBase64.decode(Array(text.utf8)) == bytes)
            let unpadded = String(text.prefix { $0 != "=" })
            #expect(StrictBase64.encodeWithoutPadding(bytes) == unpadded)
        }
    }

    /// RFC 4648 section 10.
    @Test(arguments: ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE="])
    func vectors(plain: String, text: String) {
        #expect(StrictBase64.decode(Array(text.utf8)) == Array(plain.utf8))
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zm8", "Zg===", "Zg====", "====", "=", "Z===", "Zg=g", "=Zg=", "Zm9v=", "Zm9v====", "Zh==",
        "Zm9=", "Zg==Zg==", "Zm 9", "Zm9\n", "Zm9-", "Zm9_", "Zm9é",
    ])
    func otherTextIsRefused(text: String) {
        #expect(StrictBase64.decode(Array(text.utf8)) == nil)
    }

    /// Of all two-character endings, exactly one decodes to each byte.
    @Test func eachByteHasOneText() {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var decoded: [[UInt8]] = []
        for first in digits {
            for second in digits {
                if let bytes = StrictBase64.decode([first, second] + Array("==".utf8)) { decoded.append(bytes) }
            }
        }
        #expect(decoded.count == 256)
        #expect(Set(decoded).count == 256)
    }
}

@Suite struct WireReaderTests {
    @Test func readsInOrderAndKnowsTheEnd() throws {
        var reader = WireReader([7] + Wire.uint32(0xDEAD_BEEF) + Wire.string("name") + Wire.string([0xFF]))
        #expect(try reader.byte() == 7)
        #expect(try reader.uint32() == 0xDEAD_BEEF)
        #expect(try reader.name() == "name")
        #expect(throws: WireError.trailingBytes) { try reader.end() }
        #expect(try reader.string() == [0xFF])
        try reader.end()
        #expect(throws: WireError.truncated) { try reader.byte() }
        #expect(throws: WireError.truncated) { try reader.uint32() }
        #expect(throws: WireError.truncated) { try reader.bytes(1) }
    }

    @Test(arguments: [[0, 0, 0, 2, 1], [0xFF, 0xFF, 0xFF, 0xFF, 1], [0x80, 0, 0, 0], [0, 0, 1], []] as [[UInt8]])
    func lengthsBeyondTheEndAreRefused(bytes: [UInt8]) {
        var reader = WireReader(bytes)
        #expect(throws: WireError.truncated) { try reader.string() }
    }

    /// The examples of RFC 4251 section 5, "mpint", that are not negative.
    @Test func integersInShortestForm() throws {
        for (bytes, magnitude) in [
            ([], []), ([0x7F], [0x7F]), ([0, 0x80], [0x80]),
            ([0x09, 0xA3, 0x78, 0xF9, 0xB2, 0xE3, 0x32, 0xA7], [0x09, 0xA3, 0x78, 0xF9, 0xB2, 0xE3, 0x32, 0xA7]),
        ] as [([UInt8], [UInt8])] {
            var reader = WireReader(Wire.string(bytes))
            #expect(try reader.unsignedInteger() == magnitude)
        }
        for bytes in [[0], [0, 0], [0, 0x7F], [0, 0, 0x80], [0x80], [0xFF, 0x21]] as [[UInt8]] {
            var reader = WireReader(Wire.string(bytes))
            #expect(throws: WireError.badInteger) { try reader.unsignedInteger() }
        }
    }

    @Test func writesWhatTheOtherWriterWrites() {
        var bytes: [UInt8] = []
        bytes.appendWire(0x0102_0304)
        bytes.appendWire(string: [9, 9])
        #expect(bytes == [1, 2, 3, 4] + Wire.string([9, 9]))
    }
}

@Suite struct PrintableTextTests {
    @Test func onlyPlainCharactersRemain() {
        #expect(PrintableText.from(Array("git".utf8)) == "git")
        #expect(PrintableText.from([0x1B, 0x0A, 0x7F, 0x80, 0x27, 0x5C]) == "\\x1b\\x0a\\x7f\\x80\\x27\\x5c")
        #expect(PrintableText.from(Array(repeating: 0x61, count: 65)) == String(repeating: "a", count: 64) + "…")
    }
}
