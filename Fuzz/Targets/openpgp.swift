import FuzzInvariants
import Signatures

/// Any bytes as an OpenPGP signature or certificate. The first byte says which, and whether the rest is the text or the
/// packets inside of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let kind = input.first else { return 0 }
    let rest = Array(input.dropFirst())
    switch kind & 3 {
    case 0: checkSignature(rest)
    case 1: checkSignature(SignatureText.armor(rest, label: "PGP SIGNATURE", blankLine: true))
    case 2: checkCertificate(String(decoding: rest, as: UTF8.self))
    default:
        let armor = SignatureText.armor(rest, label: "PGP PUBLIC KEY BLOCK", blankLine: true)
        checkCertificate(String(decoding: armor, as: UTF8.self))
        _ = try? OpenPGPCertificateFile(rest)
    }
    return 0
}

private let listed = try? OpenPGPCertificate(armored: certificate)

private func checkSignature(_ armor: [UInt8]) {
    guard let listed else { return require(false, "the listed certificate can be read") }
    func verdict(_ armor: [UInt8], _ keys: TrustedKeys) -> SignatureVerdict {
        SignatureVerifier.verify(payload: Array("payload".utf8), armor: armor, keys: keys)
    }
    require(!verdict(armor, TrustedKeys()).isGood, "a signature by a key that nobody listed is not good")
    let keys = TrustedKeys(openPGP: [listed])
    guard case .good(let good) = verdict(armor, keys), good.format == .openpgp else { return }
    require(good.fingerprint == listed.fingerprint, "the listed certificate is the one that signed")
    require(listed.keyFingerprints.contains(good.signingFingerprint), "the key is the certificate's")
    require((try? OpenPGPSignature(armor: armor))?.hash == good.hash, "one signature has one hash")
    require(!verdict(armor + armor, keys).isGood, "two signatures are none")
    require(!verdict(armor + [0x78], keys).isGood, "nothing may follow")
    require(!verdict([0x0A] + armor, keys).isGood, "nothing may stand before")
}

private func checkCertificate(_ text: String) {
    guard let read = try? OpenPGPCertificate(armored: text) else { return }
    require(read.fingerprint.utf8.count == 40, "a fingerprint has 40 digits")
    require(read.keyFingerprints.first == read.fingerprint, "the primary key comes first")
    require((try? OpenPGPCertificate(armored: text)) == read, "reading twice gives the same")
    require(!text.contains("PRIVATE KEY BLOCK-----\n\n"), "a private key is no certificate")
}

/// Of Tests/Fixtures/signatures/openpgp-good-ed25519.json.
private let certificate = """
    -----BEGIN PGP PUBLIC KEY BLOCK-----

    mDMEZ0ZhABYJKwYBBAHaRw8BAQdAEn/bkvRTOW9M0P2AlFaP8vi/3DjAgqsTotjq
    8itn5ke0HUFkYSBFeGFtcGxlIDxhZGFAZXhhbXBsZS5vcmc+iJAEExYIADgWIQSv
    d/eJ2LnvF6qiDNZUenveOOd0cQUCZ0ZhAAIbAwULCQgHAgYVCgkICwIEFgIDAQIe
    AQIXgAAKCRBUenveOOd0cUpGAP4qscnlBQE7Be6Ki5oec8/v9dpXPAmL/e4u6NL+
    9XexvAD/VIqAqtkJcXp4tI1AWlmTgaSeAYk7rN1GyvTvVLLb6w0=
    =geKC
    -----END PGP PUBLIC KEY BLOCK-----

    """
