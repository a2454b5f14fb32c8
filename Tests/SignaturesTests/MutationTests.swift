import Signatures
import Testing

/// No change of a signature, however small, leaves it good.
@Suite struct MutationTests {
    struct Sample {
        let armor: [UInt8]
        let key: SigningKey
    }

    let keygen: Keygen

    init() throws {
        keygen = try Keygen()
    }

    func sample(_ kind: KeyKind) async throws -> Sample {
        let pair = try await keygen.makeKey(kind.options)
        let armor = try await keygen.sign(commitPayload, with: pair.path)
        return Sample(armor: armor, key: try pair.signingKey)
    }

    func isGood(_ armor: [UInt8], _ key: SigningKey) -> Bool {
        SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [key]).isGood
    }

    /// Positions of `bytes` at which a changed byte is still good.
    func survivors(_ bytes: [UInt8], masks: [UInt8], key: SigningKey) -> [String] {
        var found: [String] = []
        for index in bytes.indices {
            for mask in masks {
                var changed = bytes
                changed[index] ^= mask
                if isGood(Wire.armor(changed), key) { found.append("\(index) ^ \(mask)") }
            }
        }
        return found
    }

    @Test(arguments: [KeyKind.ecdsa256, .ecdsa384, .ecdsa521, .rsa2048])
    func everyByteOfTheBlobMatters(kind: KeyKind) async throws {
        let sample = try await sample(kind)
        let bytes = Wire.blob(sample.armor)
        #expect(isGood(Wire.armor(bytes), sample.key))
        #expect(survivors(bytes, masks: [0x01, 0x80], key: sample.key) == [])
    }

    @Test func everyBitOfAnEd25519BlobMatters() async throws {
        let sample = try await sample(.ed25519)
        let masks = (0..<8).map { UInt8(1) << $0 }
        #expect(survivors(Wire.blob(sample.armor), masks: masks, key: sample.key) == [])
    }

    @Test(arguments: SoftwareAuthenticator.Kind.allCases)
    func everyByteOfASecurityKeysBlobMatters(kind: SoftwareAuthenticator.Kind) throws {
        let device = SoftwareAuthenticator(kind, flags: 0x05)
        let bytes = try CraftedSignature().blob(commitPayload, signer: device)
        let key = try device.signingKey
        #expect(isGood(Wire.armor(bytes), key))
        #expect(survivors(bytes, masks: [0x01, 0x04, 0x80], key: key) == [])
    }

    @Test(arguments: [KeyKind.ed25519, .ecdsa256, .rsa2048])
    func noPrefixAndNoExtensionIsGood(kind: KeyKind) async throws {
        let sample = try await sample(kind)
        let bytes = Wire.blob(sample.armor)
        for count in bytes.indices {
            #expect(!isGood(Wire.armor(Array(bytes[..<count])), sample.key), "\(count) bytes")
        }
        for extra: [UInt8] in [[0], [0, 0, 0, 0], bytes] {
            let verdict = SignatureVerifier.verify(
                payload: commitPayload, armor: Wire.armor(bytes + extra), keys: [sample.key])
            #expect(verdict == .bad(.trailingBytes))
        }
    }

    @Test func everyCharacterOfTheArmorMatters() async throws {
        let sample = try await sample(.ed25519)
        var survivors: [String] = []
        for index in sample.armor.indices {
            for replacement in " \n\r\t\0-=A/z".utf8 where replacement != sample.armor[index] {
                var changed = sample.armor
                changed[index] = replacement
                if isGood(changed, sample.key) { survivors.append("\(index) → \(replacement)") }
            }
        }
        #expect(survivors == [])
    }

    @Test func armorCutAnywhereIsNotGood() async throws {
        let sample = try await sample(.ed25519)
        for count in 0..<(sample.armor.count - 1) {
            #expect(!isGood(Array(sample.armor[..<count]), sample.key), "\(count) characters")
        }
    }
}
