import FuzzInvariants
import Signatures

/// Any bytes as an SSH signature. The first byte says whether the rest is the text or what is inside of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let kind = input.first else { return 0 }
    let rest = input.dropFirst()
    let armor =
        kind & 1 == 0
        ? Array(rest) : SignatureText.armor(rest, label: "SSH SIGNATURE", blankLine: false)
    let payload = Array("payload".utf8)

    func verdict(_ armor: [UInt8], _ keys: [SigningKey]) -> SignatureVerdict {
        SignatureVerifier.verify(payload: payload, armor: armor, keys: TrustedKeys(ssh: keys))
    }
    require(!verdict(armor, []).isGood, "a signature by a key that nobody listed is not good")
    guard let signature = try? SSHSignature(armor: armor) else { return 0 }
    require(armor.count <= 16 * 1024 && !armor.contains(0x0D), "the armor is small and has no carriage return")
    guard let key = try? signature.embeddedKey() else { return 0 }
    require(key.fingerprint == signature.keyFingerprint, "one key has one fingerprint")
    guard case .good(let good) = verdict(armor, [key]) else { return 0 }
    require(good.fingerprint == key.fingerprint, "the listed key is the one that signed")
    require(!verdict(armor + armor, [key]).isGood, "two signatures are none")
    require(!verdict(armor + [0x78], [key]).isGood, "nothing may follow")
    require(!verdict([0x0A] + armor, [key]).isGood, "nothing may stand before")
    return 0
}
