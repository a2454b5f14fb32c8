import Signatures
import Testing

/// FIDO keys, through an authenticator in software.
@Suite struct SecurityKeyTests {
    typealias Kind = SoftwareAuthenticator.Kind

    func verdict(_ device: SoftwareAuthenticator, keys: [SigningKey]? = nil) throws -> SignatureVerdict {
        SignatureVerifier.verify(
            payload: commitPayload, armor: try CraftedSignature().armor(commitPayload, signer: device),
            keys: try keys ?? [device.signingKey])
    }

    @Test(arguments: Kind.allCases)
    func touchedKeyIsGood(kind: Kind) async throws {
        let device = SoftwareAuthenticator(kind)
        let key = try device.signingKey
        let algorithm: KeyAlgorithm = kind == .ed25519 ? .skEd25519 : .skECDSAP256
        #expect(key.requireUserPresence && !key.requireUserVerification)
        #expect(key.algorithm.isSecurityKey)
        #expect(
            try verdict(device)
                == .good(GoodSignature(fingerprint: key.fingerprint, algorithm: algorithm, hash: .sha512)))

        let armor = try CraftedSignature().armor(commitPayload, signer: device)
        #expect(try await Keygen().accepts(armor, payload: commitPayload, publicLine: device.publicLine))
    }

    /// Attack B4: ssh-keygen says good, so git does too.
    @Test(arguments: Kind.allCases, [0x00, 0x04, 0x80] as [UInt8])
    func untouchedKeyIsRefused(kind: Kind, flags: UInt8) async throws {
        let device = SoftwareAuthenticator(kind, flags: flags)
        #expect(try verdict(device) == .bad(.missingUserPresence))

        let armor = try CraftedSignature().armor(commitPayload, signer: device)
        #expect(try await Keygen().accepts(armor, payload: commitPayload, publicLine: device.publicLine))
    }

    @Test(arguments: Kind.allCases)
    func verificationIsAskedForByTheKeysEntry(kind: Kind) throws {
        for (flags, expected) in [(0x01, false), (0x05, true)] as [(UInt8, Bool)] {
            let device = SoftwareAuthenticator(kind, flags: flags)
            let plain = try device.signingKey
            let strict = try SigningKey(openSSHPublicKey: device.publicLine, requireUserVerification: true)
            #expect(strict.requireUserPresence && strict.requireUserVerification && strict != plain)
            #expect(try verdict(device, keys: [plain]).isGood)
            #expect(try verdict(device, keys: [strict]).isGood == expected)
            // Listed twice, the stricter entry rules, in any order.
            #expect(try verdict(device, keys: [plain, strict]).isGood == expected)
            #expect(try verdict(device, keys: [strict, plain]).isGood == expected)
            if !expected {
                #expect(try verdict(device, keys: [strict]) == .bad(.missingUserVerification))
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func flagsAndCounterAreSigned(kind: Kind) throws {
        let device = SoftwareAuthenticator(kind, flags: 0x00)
        let keys = [try device.signingKey]
        for (offset, mask) in [(5, 0x01), (1, 0x01), (4, 0xFF)] as [(Int, UInt8)] {
            let crafted = CraftedSignature(changeField: { field in
                var changed = field
                changed[field.count - offset] ^= mask
                return changed
            })
            let armor = try crafted.armor(commitPayload, signer: device)
            let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: keys)
            #expect(verdict == .bad(.signatureMismatch))
        }
    }

    @Test(arguments: Kind.allCases)
    func flagsAndCounterArePresentAndLast(kind: Kind) throws {
        let device = SoftwareAuthenticator(kind)
        let keys = [try device.signingKey]
        for (change, failure) in [
            ({ $0.dropLast() }, .malformedSignature(.truncated)),
            ({ $0.dropLast(5) }, .malformedSignature(.truncated)),
            ({ $0 + [0] }, .trailingBytes),
        ] as [(([UInt8]) -> [UInt8], SignatureFailure)] {
            let armor = try CraftedSignature(changeField: change).armor(commitPayload, signer: device)
            let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: keys)
            #expect(verdict == .bad(failure))
        }
    }

    @Test func applicationIsPartOfTheKey() throws {
        var device = SoftwareAuthenticator(.ed25519)
        let listed = try device.signingKey
        device.application = "ssh:other"
        let own = try device.signingKey
        #expect(own.fingerprint != listed.fingerprint)
        #expect(try verdict(device).isGood)
        #expect(try verdict(device, keys: [listed]) == .bad(.unknownKey(fingerprint: own.fingerprint)))
    }

    @Test func proofsCannotBeAskedOfASoftwareKey() throws {
        let line = Ed25519Signer().publicLine
        #expect(throws: KeyError.notASecurityKey) {
            try SigningKey(openSSHPublicKey: line, requireUserPresence: true)
        }
        #expect(throws: KeyError.notASecurityKey) {
            try SigningKey(openSSHPublicKey: line, requireUserVerification: true)
        }
    }
}
