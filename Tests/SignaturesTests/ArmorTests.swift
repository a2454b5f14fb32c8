import Foundation
import Signatures
import Testing

/// The text around a signature: exact lines, one block, canonical base64.
@Suite struct ArmorTests {
    let signer = Ed25519Signer()
    let blob: [UInt8]
    let key: SigningKey

    init() throws {
        blob = try CraftedSignature().blob(commitPayload, signer: signer)
        key = try signer.signingKey
    }

    var armor: String { String(decoding: Wire.armor(blob), as: UTF8.self) }

    func verdict(_ armor: String) -> SignatureVerdict {
        SignatureVerifier.verify(payload: commitPayload, armor: Array(armor.utf8), keys: [key])
    }

    @Test(arguments: [1, 4, 63, 64, 70, 75, 76])
    func linesMayHaveAnyLengthUpTo76(length: Int) {
        let armor = Wire.armor(blob, lineLength: length)
        #expect(SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [key]).isGood)
    }

    @Test func longerLinesAreRefused() {
        let armor = Wire.armor(blob, lineLength: 77)
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [key])
        #expect(verdict == .bad(.malformedArmor(.lineTooLong)))
    }

    @Test func firstLineMustBeExact() {
        for start in ["", " ", "\n", "x", "--", "\u{FEFF}"] where !start.isEmpty {
            #expect(verdict(start + armor) == .bad(.unrecognisedArmor), "\(start.debugDescription)")
        }
        for (from, to) in [("SIGNATURE-----\nU1", "SIGNATURE----- \nU1"), ("BEGIN SSH", "BEGIN ssh")] {
            #expect(verdict(armor.replacingFirst(from, to)) == .bad(.unrecognisedArmor))
        }
        #expect(verdict("") == .bad(.unrecognisedArmor))
        #expect(verdict("signature\n") == .bad(.unrecognisedArmor))
    }

    @Test func aSecondBlockIsRefused() {
        #expect(verdict(armor + armor) == .bad(.multipleSignatures))
        #expect(verdict(armor + "\n" + armor) == .bad(.multipleSignatures))
        #expect(verdict(armor + "-----BEGIN PGP SIGNATURE-----\n") == .bad(.multipleSignatures))
        #expect(verdict("-----BEGIN SSH SIGNATURE-----\n" + armor) == .bad(.multipleSignatures))
    }

    @Test func nothingMayFollowTheLastLine() {
        for end in ["\n", " \n", "x", "Approved-by: bob\n", "\0", "-----END SSH SIGNATURE-----\n"] {
            #expect(verdict(armor + end) == .bad(.trailingBytes), "\(end.debugDescription)")
        }
    }

    @Test func theBodyIsOneBlockOfBase64() {
        let begin = "-----BEGIN SSH SIGNATURE-----\n"
        let end = "-----END SSH SIGNATURE-----\n"
        #expect(verdict(begin) == .bad(.malformedArmor(.noEndLine)))
        #expect(verdict(String(armor.dropLast(3))) == .bad(.malformedArmor(.noEndLine)))
        #expect(verdict(begin + end) == .bad(.malformedArmor(.noBody)))
        #expect(verdict(begin + "\n" + end) == .bad(.malformedArmor(.emptyLine)))
        #expect(verdict(armor.replacingFirst("\nU1N", "\n\nU1N")) == .bad(.malformedArmor(.emptyLine)))
        #expect(verdict(armor.replacingFirst("\n", "\r\n")) == .bad(.unrecognisedArmor))
        #expect(verdict(armor.replacingFirst("U1NIU0lH", "U1NIU0lH\r")) == .bad(.malformedArmor(.carriageReturn)))
        for junk in [" ", "*", "Comment: x", "AA==", "-", "é", "\0"] {
            let short = String(decoding: Wire.armor(blob, lineLength: 40), as: UTF8.self)
            let changed = short.replacingFirst("U1NIU0lH", "U1NI\(junk)U0lH")
            #expect(verdict(changed) == .bad(.malformedArmor(.notBase64)), "\(junk)")
        }
    }

    @Test func sizeIsLimitedTo16KiB() {
        let begin = "-----BEGIN SSH SIGNATURE-----\n"
        let end = "-----END SSH SIGNATURE-----"
        let room = 16 * 1024 - begin.utf8.count - end.utf8.count
        // 64 characters and a line feed a line; the last line is shorter and fills the room to its last byte or two.
        let line = String(repeating: "A", count: 64) + "\n"
        let rest = (room % 65 - 1) / 4 * 4
        let body = String(repeating: line, count: room / 65) + String(repeating: "A", count: rest) + "\n"
        let large = begin + body + end
        #expect((16 * 1024 - 3...16 * 1024).contains(large.utf8.count))
        #expect(verdict(large) == .bad(.malformedSignature(.wrongMagic)))
        let tooLarge = begin + line + body + end
        #expect(verdict(tooLarge) == .bad(.malformedArmor(.tooLarge)))
    }

    @Test(
        arguments: [
            ("-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n", .openpgp),
            ("-----BEGIN PGP MESSAGE-----\n", .openpgp),
            ("-----BEGIN SIGNED MESSAGE-----\nMII=\n-----END SIGNED MESSAGE-----\n", .x509),
            ("-----BEGIN SSH SIGNATURE-----", .ssh),
            ("-----BEGIN CERTIFICATE-----\n", nil),
            ("-----BEGIN PGP SIGNATURE-----\r\n", nil),
            (" -----BEGIN SSH SIGNATURE-----\n", nil),
            ("", nil),
        ] as [(String, SignatureFormat?)])
    func formatIsReadFromTheFirstLine(armor: String, format: SignatureFormat?) {
        #expect(SignatureFormat.recognise(Array(armor.utf8)) == format)
        switch format {
        case .openpgp:
            let isMessage = armor.contains("MESSAGE")
            #expect(verdict(armor) == .bad(isMessage ? .inlineMessage : .malformedSignature(.truncated)))
        case .x509: #expect(verdict(armor) == .undecided(.x509Unsupported))
        case .ssh: #expect(verdict(armor) == .bad(.malformedArmor(.noEndLine)))
        case nil: #expect(verdict(armor) == .bad(.unrecognisedArmor))
        }
    }
}

extension String {
    /// Self with the first `old` replaced; self if there is none.
    func replacingFirst(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }
}
