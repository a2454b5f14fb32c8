import Crypto
import Foundation
import Signatures
import Testing
import _CryptoExtras

/// Which lines are keys, and which keys are accepted.
@Suite struct SigningKeyTests {
    let signer = Ed25519Signer()

    func error(_ line: String) -> KeyError? {
        do throws(KeyError) {
            _ = try SigningKey(openSSHPublicKey: line)
            return nil
        } catch {
            return error
        }
    }

    func error(blob: [UInt8]) -> KeyError? {
        do throws(KeyError) {
            _ = try SigningKey(blob: blob)
            return nil
        } catch {
            return error
        }
    }

    @Test func commentAndFinalNewlineDoNotMatter() throws {
        let key = try SigningKey(openSSHPublicKey: signer.publicLine)
        let bare = signer.publicLine.split(separator: " ").dropLast().joined(separator: " ")
        for line in [bare, bare + "\n", bare + " ", bare + " Ünï çode \u{202E} comment", bare + "  two  spaces"] {
            #expect(try SigningKey(openSSHPublicKey: line) == key)
        }
        #expect(try SigningKey(openSSHPublicKey: bare[...]).hashValue == key.hashValue)
        #expect(try SigningKey(blob: key.blob) == key)
        #expect(key.blob == signer.keyBlob)
        #expect(!key.requireUserPresence && !key.requireUserVerification)
    }

    @Test func otherTextIsNoKey() {
        let line = signer.publicLine
        for text in [
            "", "\n", "ssh-ed25519", "ssh-ed25519 ", " " + line, line + "\n\n", line + "\n" + line, line + "\r\n",
            line.replacingOccurrences(of: " ", with: "\t"), line.replacingOccurrences(of: "AAAA", with: "AAA"),
            "restrict,command=\"x\" " + line, "somebody@example.org namespaces=\"git\" " + line, "ssh-ed25519 !!!!",
            "-----BEGIN OPENSSH PRIVATE KEY-----", "ssh-ed25519 AAAA" + String(repeating: "A", count: 20_000),
        ] {
            #expect(error(text) == .malformedLine, "\(text.prefix(60).debugDescription)")
        }
    }

    @Test func lineAndEncodingMustAgree() {
        let encoded = signer.publicLine.split(separator: " ")[1]
        #expect(error("ssh-rsa \(encoded)") == .typeMismatch(line: "ssh-rsa", encoded: "ssh-ed25519"))
        #expect(error("SSH-ED25519 \(encoded)") == .typeMismatch(line: "SSH-ED25519", encoded: "ssh-ed25519"))
        #expect(error("\u{1B}[31m \(encoded)") == .malformedLine)
        #expect(error("\u{202E} \(encoded)") == .typeMismatch(line: "\\xe2\\x80\\xae", encoded: "ssh-ed25519"))
    }

    @Test(arguments: [
        "ssh-dss", "ssh-rsa-cert-v01@openssh.com", "ssh-ed25519-cert-v01@openssh.com",
        "ecdsa-sha2-nistp256-cert-v01@openssh.com", "sk-ssh-ed25519-cert-v01@openssh.com", "ssh-ed448",
        "ecdsa-sha2-nistp192", "webauthn-sk-ecdsa-sha2-nistp256@openssh.com", "rsa-sha2-256",
    ])
    func otherTypesAreRefusedByName(type: String) {
        let line = Wire.publicLine(Wire.string(type) + Wire.string([1, 2, 3]), type: type)
        #expect(error(line) == .unsupportedType(type))
        #expect(error(line)?.code == "unsupported-key-type")
        #expect(error(line)?.sentence.contains(type) == true)
    }

    @Test func encodingEndsWithTheKey() {
        for blob in [signer.keyBlob, P256Signer().keyBlob, SoftwareAuthenticator(.ecdsa).keyBlob] {
            #expect(error(blob: blob) == nil)
            #expect(error(blob: blob + [0]) == .malformedKey)
            for count in blob.indices {
                #expect(error(blob: Array(blob[..<count])) == .malformedKey)
            }
        }
    }

    @Test(arguments: [0, 31, 33])
    func ed25519PointsAre32Bytes(count: Int) {
        let blob = Wire.string("ssh-ed25519") + Wire.string([UInt8](repeating: 9, count: count))
        #expect(error(blob: blob) == .malformedKey)
    }

    /// With such a "key", R = a small-order point and S = 0 match about one message in eight, without any secret.
    @Test func ed25519PointsOfSmallOrderAreRefused() {
        let zero = [UInt8](repeating: 0, count: 32)
        let one = [1] + zero.dropLast()
        let minusOne: [UInt8] = [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        let order8: [UInt8] = [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ]
        for point in [zero, one, minusOne, order8] {
            for sign: UInt8 in [0, 0x80] {
                let encoded = point.dropLast() + [point[31] | sign]
                #expect(error(blob: Wire.string("ssh-ed25519") + Wire.string(encoded)) == .weakEd25519Point)
                let blob = Wire.string("sk-ssh-ed25519@openssh.com") + Wire.string(encoded) + Wire.string("ssh:")
                #expect(error(blob: blob) == .weakEd25519Point)
            }
        }
    }

    @Test func ecdsaPointsAreUncompressedAndOnTheirCurve() {
        let point = Array(P256Signer().key.publicKey.x963Representation)
        func blob(_ type: String, _ curve: String, _ point: [UInt8]) -> [UInt8] {
            Wire.string(type) + Wire.string(curve) + Wire.string(point)
        }
        let type = "ecdsa-sha2-nistp256"
        #expect(error(blob: blob(type, "nistp256", point)) == nil)
        #expect(error(blob: blob(type, "nistp384", point)) == .malformedKey)
        #expect(error(blob: blob("ecdsa-sha2-nistp384", "nistp384", point)) == .malformedKey)
        let compressed: [UInt8] = [0x02 | (point[64] & 1)] + point[1...32]
        let hybrid: [UInt8] = [0x06 | (point[64] & 1)] + point[1...]
        let offCurve: [UInt8] = point.dropLast() + [point[64] ^ 1]
        for other in [compressed, hybrid, offCurve, [0], [], Array(point.dropFirst())] {
            #expect(error(blob: blob(type, "nistp256", other)) == .malformedKey)
        }
    }

    @Test func rsaNumbersAreChecked() throws {
        let modulus = Array(try RSASigner(bits: 2048).key.publicKey.getKeyPrimitives().modulus)
        func blob(_ exponent: [UInt8], _ modulus: [UInt8]) -> [UInt8] {
            Wire.string("ssh-rsa") + Wire.mpint(exponent) + Wire.mpint(modulus)
        }
        let e: [UInt8] = [1, 0, 1]
        #expect(error(blob: blob(e, modulus)) == nil)
        for bad: [UInt8] in [[], [1], [2], [1, 0, 0], [4, 0, 0, 0, 1]] {
            #expect(error(blob: blob(bad, modulus)) == .malformedKey, "exponent \(bad)")
        }
        #expect(error(blob: blob(e, [])) == .malformedKey)
        #expect(error(blob: blob(e, modulus.dropLast() + [0])) == .malformedKey, "even modulus")
        #expect(error(blob: blob(e, [0x7F] + modulus.dropFirst())) == .weakRSAKey(bits: 2047))
        #expect(error(blob: blob(e, [1] + [UInt8](repeating: 1, count: 1024))) == .oversizedRSAKey(bits: 8193))
        let padded = Wire.string("ssh-rsa") + Wire.mpint(e) + Wire.string([0, 0] + modulus)
        #expect(error(blob: padded) == .malformedKey)
        let negative = Wire.string("ssh-rsa") + Wire.mpint(e) + Wire.string(modulus)
        #expect(error(blob: negative) == .malformedKey)
    }
}
