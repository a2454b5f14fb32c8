import Foundation
import Signatures
import Testing

/// Which texts are certificates that can be listed, and what is read from them.
@Suite struct OpenPGPCertificateTests {
    /// Armored, by the name of its vector.
    static func certificate(_ vector: String) throws -> String {
        try #require(SignatureVector.all.first { $0.name == vector }?.certificates.first)
    }

    func error(_ text: String) -> OpenPGPKeyError? {
        do throws(OpenPGPKeyError) {
            _ = try OpenPGPCertificate(armored: text)
            return nil
        } catch {
            return error
        }
    }

    @Test func keysAndNamesAreRead() throws {
        let vector = try #require(SignatureVector.all.first { $0.name == "openpgp-good-signing-subkey" })
        let certificate = try OpenPGPCertificate(armored: vector.certificates[0])
        #expect(certificate.fingerprint == vector.fingerprint)
        // The primary and two signing subkeys; the one for encryption cannot sign.
        #expect(certificate.keyFingerprints.count == 3)
        #expect(certificate.keyFingerprints.first == vector.fingerprint)
        #expect(certificate.keyFingerprints.contains(vector.signingFingerprint ?? ""))
        #expect(certificate.userIDs == ["Subkeys <subkeys@example.org>"])
        #expect(!certificate.isRevoked)
        #expect(try OpenPGPCertificate(armored: vector.certificates[0]) == certificate)
    }

    @Test func aRevocationIsSeen() throws {
        #expect(try OpenPGPCertificate(armored: Self.certificate("openpgp-bad-revoked-key")).isRevoked)
        #expect(try !OpenPGPCertificate(armored: Self.certificate("openpgp-bad-revoked-subkey")).isRevoked)
    }

    @Test func otherTextIsNoCertificate() throws {
        let text = try Self.certificate("openpgp-good-ed25519")
        #expect(error("") == .unrecognisedArmor)
        #expect(error("x\n" + text) == .unrecognisedArmor)
        #expect(error(text + "x\n") == .unrecognisedArmor)
        #expect(error(text + text) == .severalCertificates)
        #expect(error(text.replacingOccurrences(of: "PUBLIC KEY BLOCK", with: "PRIVATE KEY BLOCK")) == .secretKey)
        #expect(error(text.replacingOccurrences(of: "PUBLIC KEY BLOCK", with: "SIGNATURE")) == .unrecognisedArmor)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let body = try #require(lines.firstIndex(of: ""))
        let damaged = lines[...body] + ["AAAA" + lines[body + 1].dropFirst(4)] + lines[(body + 2)...]
        #expect(error(damaged.joined(separator: "\n")) == .malformedArmor(.wrongChecksum))
        let withoutSum = damaged.filter { !$0.hasPrefix("=") }
        #expect(error(withoutSum.joined(separator: "\n")) == .malformed)
    }

    @Test func twoCertificatesInOneBlockAreRefused() throws {
        let packets = try ["openpgp-good-ed25519", "openpgp-good-rsa2048"].flatMap { name in
            OpenPGPText.packets(try Self.certificate(name))
        }
        #expect(error(OpenPGPText.armor(packets, "PGP PUBLIC KEY BLOCK")) == .severalCertificates)
    }

    /// A private key in a trust root would be published with it.
    @Test func privateKeysAreRefusedWhateverTheArmorSays() throws {
        var packets = OpenPGPText.packets(try Self.certificate("openpgp-good-by-hand"))
        packets[0] = 0xC0 | 5
        #expect(error(OpenPGPText.armor(packets, "PGP PUBLIC KEY BLOCK")) == .secretKey)
        #expect(OpenPGPKeyError.secretKey.sentence.contains("private key"))
    }

    @Test(arguments: [3, 5, 6] as [UInt8])
    func otherVersionsAreRefused(version: UInt8) throws {
        var packets = OpenPGPText.packets(try Self.certificate("openpgp-good-by-hand"))
        packets[6] = version
        #expect(error(OpenPGPText.armor(packets, "PGP PUBLIC KEY BLOCK")) == .unsupportedVersion(version))
    }

    @Test(arguments: [16, 17, 18, 27] as [UInt8])
    func otherKindsOfPrimaryKeyAreRefusedByName(algorithm: UInt8) throws {
        var packets = OpenPGPText.packets(try Self.certificate("openpgp-good-by-hand"))
        packets[11] = algorithm
        let found = error(OpenPGPText.armor(packets, "PGP PUBLIC KEY BLOCK"))
        #expect(found?.code == "unsupported-key-type", "\(String(describing: found))")
    }

    @Test func everyCutIsSurvived() throws {
        let packets = OpenPGPText.packets(try Self.certificate("openpgp-good-by-hand"))
        for count in packets.indices {
            _ = error(OpenPGPText.armor(Array(packets[..<count]), "PGP PUBLIC KEY BLOCK"))
        }
    }

    /// A byte changed anywhere in a certificate never makes a signature good for another key, and hardly ever leaves it
    /// good at all.
    @Test func changedCertificatesProveNothing() throws {
        let vector = try #require(SignatureVector.all.first { $0.name == "openpgp-good-subkey" })
        let packets = OpenPGPText.packets(vector.certificates[0])
        for index in packets.indices {
            var changed = packets
            changed[index] ^= 0x01
            let text = OpenPGPText.armor(changed, "PGP PUBLIC KEY BLOCK")
            guard let certificate = try? OpenPGPCertificate(armored: text) else { continue }
            let verdict = SignatureVerifier.verify(
                payload: vector.payloadBytes, armor: vector.armor, keys: TrustedKeys(openPGP: [certificate]))
            if case .good(let signature) = verdict { #expect(signature.fingerprint == vector.fingerprint) }
        }
    }
}

/// OpenPGP armor, written a second time.
enum OpenPGPText {
    static func packets(_ armored: String) -> [UInt8] {
        let lines = armored.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.drop { !$0.isEmpty }.filter { !$0.isEmpty && !$0.hasPrefix("=") && !$0.hasPrefix("-") }
        return Array(Data(base64Encoded: body.joined()) ?? Data())
    }

    /// Without the checksum, which is optional.
    static func armor(_ packets: [UInt8], _ label: String = "PGP SIGNATURE") -> String {
        let text = Data(packets).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN \(label)-----\n\n\(text)\n-----END \(label)-----\n"
    }
}
