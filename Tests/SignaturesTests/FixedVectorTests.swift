import Signatures
import Testing

/// One signature by OpenSSH 9.2p1, kept as text: it needs no ssh-keygen, and shows a change of the rules over time.
@Suite struct FixedVectorTests {
    static let publicLine =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC+v53EHYNbJ3X/B3dv18dX+l9H/cx7Xqgt9usHAhOl5 vector"
    static let armor = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgL6/ncQdg1sndf8Hd2/Xx1f6X0f
        9zHteqC326wcCE6XkAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
        AAAAQAksvutlLVw2bqs4KlkiFNggdYw2bCMVVQxYUXj0EDktjyUQY65w1DTUlQ2EwxI6hA
        e+6MxleE3jjiv4tjkxlAo=
        -----END SSH SIGNATURE-----

        """

    @Test func isGood() throws {
        let key = try SigningKey(openSSHPublicKey: Self.publicLine)
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: Array(Self.armor.utf8), keys: [key])
        let fingerprint = "SHA256:Fx7IFAWm3kgRMQfAyHiKim/LBp91B17SeNFWhPJbkxA"
        #expect(verdict == .good(GoodSignature(fingerprint: fingerprint, algorithm: .ed25519, hash: .sha512)))
    }

    @Test func parsesWithoutKeys() throws {
        let signature = try SSHSignature(armor: Array(Self.armor.utf8))
        #expect(signature.keyFingerprint == "SHA256:Fx7IFAWm3kgRMQfAyHiKim/LBp91B17SeNFWhPJbkxA")
        #expect(try signature.embeddedKey() == SigningKey(openSSHPublicKey: Self.publicLine))
    }
}
