import Crypto
import Foundation
import Signatures
import Testing

/// Signatures that ssh-keygen would not write: each has exactly one thing wrong, and is otherwise correctly signed.
@Suite struct CraftedSignatureTests {
    let signer = Ed25519Signer()

    func verdict(_ crafted: CraftedSignature, _ signer: some Signer, keys: [SigningKey]? = nil) throws
        -> SignatureVerdict
    {
        SignatureVerifier.verify(
            payload: commitPayload, armor: try crafted.armor(commitPayload, signer: signer),
            keys: try keys ?? [signer.signingKey])
    }

    /// The signature field under another algorithm's name.
    func renamed(_ name: String, from keyType: String) -> CraftedSignature {
        CraftedSignature(changeField: { Wire.string(name) + $0.dropFirst(4 + keyType.utf8.count) })
    }

    @Test(arguments: [MessageHash.sha256, .sha512])
    func theCraftsmanIsFaithful(hash: MessageHash) async throws {
        let keygen = try Keygen()
        let signers: [any Signer] = [
            signer, P256Signer(), try RSASigner(bits: 2048), try RSASigner(bits: 2048, algorithm: "rsa-sha2-256"),
        ]
        for signer in signers {
            let armor = try CraftedSignature(hash: hash.rawValue).armor(commitPayload, signer: signer)
            let key = try signer.signingKey
            #expect(SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [key]).isGood)
            #expect(try await keygen.accepts(armor, payload: commitPayload, publicLine: signer.publicLine))
        }
    }

    @Test func eachPartOfTheFrameIsChecked() throws {
        #expect(try verdict(CraftedSignature(magic: "SSHSIH"), signer) == .bad(.malformedSignature(.wrongMagic)))
        #expect(try verdict(CraftedSignature(version: 0), signer) == .bad(.unsupportedVersion(0)))
        #expect(try verdict(CraftedSignature(version: 2), signer) == .bad(.unsupportedVersion(2)))
        #expect(try verdict(CraftedSignature(namespace: ""), signer) == .bad(.wrongNamespace(found: "")))
        #expect(try verdict(CraftedSignature(namespace: "git\0"), signer) == .bad(.wrongNamespace(found: "git\\x00")))
        #expect(try verdict(CraftedSignature(reserved: "x"), signer) == .bad(.reservedNotEmpty))
        #expect(try verdict(CraftedSignature(trailing: [0]), signer) == .bad(.trailingBytes))
    }

    @Test(arguments: ["sha1", "SHA512", "sha384", "sha512 ", "md5", ""])
    func otherHashesAreRefused(name: String) throws {
        #expect(try verdict(CraftedSignature(hash: name), signer) == .bad(.unsupportedHash(found: name)))
    }

    @Test func twoBlobsInOneArmorAreRefused() throws {
        let blob = try CraftedSignature().blob(commitPayload, signer: signer)
        let verdict = SignatureVerifier.verify(
            payload: commitPayload, armor: Wire.armor(blob + blob), keys: [try signer.signingKey])
        #expect(verdict == .bad(.trailingBytes))
    }

    @Test func rsaWithSHA1IsRefusedByName() throws {
        let rsa = try RSASigner(bits: 2048, algorithm: "ssh-rsa")
        #expect(try verdict(CraftedSignature(), rsa) == .bad(.weakAlgorithm(found: "ssh-rsa")))
        // The name is inside the signature: calling SHA-1 by another name does not make it match.
        let disguised = CraftedSignature(changeField: { _ in
            Wire.string("rsa-sha2-256") + Wire.string([UInt8](repeating: 1, count: 256))
        })
        #expect(try verdict(disguised, rsa) == .bad(.signatureMismatch))
        // Whether anybody listed the key does not matter.
        #expect(try verdict(CraftedSignature(), rsa, keys: []) == .bad(.weakAlgorithm(found: "ssh-rsa")))
    }

    @Test func rsaBelow2048BitsIsRefused() throws {
        for bits in [1024, 1920] {
            let rsa = try RSASigner(bits: bits)
            #expect(try verdict(CraftedSignature(), rsa, keys: []) == .bad(.refusedKey(.weakRSAKey(bits: bits))))
        }
    }

    @Test func rsaSignaturesHaveTheLengthOfTheModulus() throws {
        let rsa = try RSASigner(bits: 2048)
        for change in [{ [0] + $0 }, { Array($0.dropFirst()) }, { $0 + [0] }, { _ in [] }] as [([UInt8]) -> [UInt8]] {
            let crafted = CraftedSignature(changeField: { field in
                Wire.string("rsa-sha2-512") + Wire.string(change(Array(field.suffix(256))))
            })
            #expect(try verdict(crafted, rsa) == .bad(.malformedSignature(.wrongLength)))
        }
    }

    @Test func theKeyDecidesTheAlgorithm() throws {
        for name in ["rsa-sha2-512", "ssh-dss", "sk-ssh-ed25519@openssh.com", "ssh-ed448", "SSH-ED25519"] {
            let crafted = renamed(name, from: signer.keyType)
            #expect(try verdict(crafted, signer) == .bad(.algorithmMismatch(found: name, key: "ssh-ed25519")))
        }
        let webauthn = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"
        let device = SoftwareAuthenticator(.ecdsa)
        let crafted = renamed(webauthn, from: device.keyType)
        #expect(
            try verdict(crafted, device)
                == .bad(.algorithmMismatch(found: webauthn, key: "sk-ecdsa-sha2-nistp256@openssh.com")))
    }

    @Test func theSignatureFieldHoldsNothingElse() throws {
        #expect(try verdict(CraftedSignature(changeField: { $0 + [0] }), signer) == .bad(.trailingBytes))
        #expect(try verdict(CraftedSignature(changeField: { $0 + $0 }), signer) == .bad(.trailingBytes))
        let truncated = SignatureVerdict.bad(.malformedSignature(.truncated))
        #expect(try verdict(CraftedSignature(changeField: { $0.dropLast() }), signer) == truncated)
        #expect(try verdict(CraftedSignature(changeField: { _ in [] }), signer) == truncated)
        let huge = CraftedSignature(changeField: { _ in [0xFF, 0xFF, 0xFF, 0xFF] })
        #expect(try verdict(huge, signer) == truncated)
        for name in ["", "ssh ed25519", "ssh-ed25519\0", "ssh-\u{212A}"] {
            let crafted = renamed(name, from: signer.keyType)
            #expect(try verdict(crafted, signer) == .bad(.malformedSignature(.unreadableName)))
        }
    }

    @Test(arguments: [63, 65, 0])
    func ed25519SignaturesAre64Bytes(count: Int) throws {
        let crafted = CraftedSignature(changeField: { _ in
            Wire.string("ssh-ed25519") + Wire.string([UInt8](repeating: 1, count: count))
        })
        #expect(try verdict(crafted, signer) == .bad(.malformedSignature(.wrongLength)))
    }

    /// S + L would be the same signature in another form; RFC 8032 section 5.1.7 refuses it.
    @Test func ed25519SignaturesAreCanonical() throws {
        // L, the order of the base point, least significant byte first.
        let order: [UInt8] =
            [0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14]
            + Array(repeating: 0, count: 15) + [0x10]
        let crafted = CraftedSignature(changeField: { field in
            var changed = field
            var carry = 0
            for (index, digit) in order.enumerated() {
                let sum = Int(changed[field.count - 32 + index]) + Int(digit) + carry
                changed[field.count - 32 + index] = UInt8(truncatingIfNeeded: sum)
                carry = sum >> 8
            }
            return changed
        })
        #expect(try verdict(crafted, signer) == .bad(.signatureMismatch))
    }

    @Test func ecdsaNumbersAreStrictMpints() throws {
        let ecdsa = P256Signer()
        func field(_ r: [UInt8], _ s: [UInt8], _ end: [UInt8] = []) -> CraftedSignature {
            CraftedSignature(changeField: { _ in
                Wire.string("ecdsa-sha2-nistp256") + Wire.string(r + s + end)
            })
        }
        let one = Wire.string([1])
        let badInteger = SignatureVerdict.bad(.malformedSignature(.badInteger))
        #expect(try verdict(field(Wire.string([0x80]), one), ecdsa) == badInteger, "negative")
        #expect(try verdict(field(Wire.string([0, 1]), one), ecdsa) == badInteger, "padded")
        #expect(try verdict(field(one, Wire.string([0])), ecdsa) == badInteger, "padded zero")
        #expect(try verdict(field(one, Wire.string([UInt8](repeating: 1, count: 33))), ecdsa) == badInteger, "too long")
        #expect(try verdict(field(one, one, [0]), ecdsa) == .bad(.trailingBytes))
        #expect(try verdict(field(one, []), ecdsa) == .bad(.malformedSignature(.truncated)))
        // Zero is well-formed and never valid, nor is any other small number.
        for (r, s) in [([], []), ([], [1]), ([1], []), ([1], [1])] as [([UInt8], [UInt8])] {
            #expect(try verdict(field(Wire.string(r), Wire.string(s)), ecdsa) == .bad(.signatureMismatch))
        }
    }

    @Test func keyMustBeTheListedOneToTheByte() throws {
        let key = try signer.signingKey
        #expect(try verdict(CraftedSignature(), signer, keys: [key, key]).isGood)
        let other = Ed25519Signer()
        #expect(
            try verdict(CraftedSignature(), other, keys: [key])
                == .bad(.unknownKey(fingerprint: other.signingKey.fingerprint)))
    }

    @Test func dsaKeysAreRefusedByName() throws {
        struct DSASigner: Signer {
            let keyType = "ssh-dss"
            let keyBlob = Wire.string("ssh-dss") + Wire.mpint([7]) + Wire.mpint([5]) + Wire.mpint([3]) + Wire.mpint([2])
            func signatureField(for message: [UInt8]) -> [UInt8] {
                Wire.string("ssh-dss") + Wire.string([UInt8](repeating: 1, count: 40))
            }
        }
        let refusal = KeyError.unsupportedType("ssh-dss")
        #expect(try verdict(CraftedSignature(), DSASigner(), keys: []) == .bad(.refusedKey(refusal)))
        #expect(throws: refusal) { try DSASigner().signingKey }
        let armor = try CraftedSignature().armor(commitPayload, signer: DSASigner())
        #expect(try SSHSignature(armor: armor).keyFingerprint.hasPrefix("SHA256:"))
    }
}
