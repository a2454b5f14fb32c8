import Foundation
import Signatures
import Testing

@Suite struct OpenPGPCertificateFileTests {
    func file(_ text: String) throws -> OpenPGPCertificateFile { try OpenPGPCertificateFile(Array(text.utf8)) }

    @Test func blocksAndBinaryFilesHoldSeveralCertificates() throws {
        let first = try OpenPGPCertificateTests.certificate("openpgp-good-ed25519")
        let second = try OpenPGPCertificateTests.certificate("openpgp-good-rsa2048")
        let prints = try [first, second].map { try OpenPGPCertificate(armored: $0).fingerprint }
        let both = OpenPGPText.packets(first) + OpenPGPText.packets(second)
        #expect(try file("Our keys:\n\n" + first + "\nand\r\n" + second).certificates.map(\.fingerprint) == prints)
        #expect(try file(OpenPGPText.armor(both, "PGP PUBLIC KEY BLOCK")).certificates.map(\.fingerprint) == prints)
        #expect(try OpenPGPCertificateFile(both).certificates.map(\.fingerprint) == prints)
        #expect(try file(first.replacingOccurrences(of: "\n", with: "\r\n")).certificates.count == 1)
    }

    @Test func certificatesThatCannotBeListedAreNamed() throws {
        let dsa = try #require(SignatureVector.all.first { $0.name == "openpgp-bad-dsa" })
        #expect(dsa.keys.isEmpty)
        var packets = OpenPGPText.packets(try OpenPGPCertificateTests.certificate("openpgp-good-by-hand"))
        packets[11] = 17
        let read = try OpenPGPCertificateFile(packets)
        #expect(read.certificates.isEmpty)
        #expect(read.skipped.count == 1 && read.skipped[0].contains("DSA"))
    }

    @Test func otherFilesAreErrors() throws {
        let text = try OpenPGPCertificateTests.certificate("openpgp-good-ed25519")
        for other in ["", "hello\n", text.replacingOccurrences(of: "-----END PGP PUBLIC KEY BLOCK-----\n", with: "")] {
            #expect(throws: OpenPGPKeyError.self) { try file(other) }
        }
        let secret = text.replacingOccurrences(of: "PUBLIC KEY", with: "PRIVATE KEY")
        #expect(throws: OpenPGPKeyError.secretKey) { try file(secret) }
        #expect(throws: OpenPGPKeyError.self) { try OpenPGPCertificateFile([0x99, 0x01]) }
    }
}
