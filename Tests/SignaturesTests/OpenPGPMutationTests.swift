import Foundation
import Signatures
import Testing

/// Every bit of an OpenPGP signature matters, but for what its signer did not sign.
@Suite struct OpenPGPMutationTests {
    static let vectors = [
        "openpgp-good-rsa2048", "openpgp-good-ed25519", "openpgp-good-nistp256", "openpgp-good-nistp521",
        "openpgp-good-by-hand", "openpgp-good-signing-subkey",
    ].compactMap { name in SignatureVector.all.first { $0.name == name } }

    @Test func vectorsAreThere() { #expect(Self.vectors.count == 6) }

    @Test(arguments: vectors)
    func changedBytesNeverPass(vector: SignatureVector) throws {
        let packets = OpenPGPText.packets(vector.signature)
        let keys = try vector.trustedKeys
        var survivors: Set<Int> = []
        for index in packets.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var changed = packets
                changed[index] ^= mask
                let verdict = SignatureVerifier.verify(
                    payload: vector.payloadBytes, armor: Array(OpenPGPText.armor(changed).utf8), keys: keys)
                if verdict.isGood { survivors.insert(index) }
            }
        }
        // The type of the one field outside the signed part, a hint: another type is no hint, and decides nothing.
        #expect(survivors.count <= 1, "\(survivors)")
    }

    @Test(arguments: vectors)
    func cutAndExtendedSignaturesNeverPass(vector: SignatureVector) throws {
        let packets = OpenPGPText.packets(vector.signature)
        let keys = try vector.trustedKeys
        func isGood(_ bytes: [UInt8]) -> Bool {
            SignatureVerifier.verify(
                payload: vector.payloadBytes, armor: Array(OpenPGPText.armor(bytes).utf8), keys: keys
            ).isGood
        }
        #expect(isGood(packets))
        for count in packets.indices { #expect(!isGood(Array(packets[..<count]))) }
        for extra in [[0], [0xC2], [0x88, 0x00], packets] as [[UInt8]] { #expect(!isGood(packets + extra)) }
    }

    @Test(arguments: vectors)
    func changedPayloadsNeverPass(vector: SignatureVector) throws {
        let keys = try vector.trustedKeys
        for index in vector.payloadBytes.indices {
            var payload = vector.payloadBytes
            payload[index] ^= 0x01
            let verdict = SignatureVerifier.verify(payload: payload, armor: vector.armor, keys: keys)
            #expect(verdict == .bad(.signatureMismatch))
        }
    }
}
