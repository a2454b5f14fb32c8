private import Crypto

/// A public key that somebody listed, or that a signature carries.
///
/// Only keys of an accepted kind and strength exist as values of this type. Two are equal when they have the same
/// bytes and ask for the same proofs.
package struct SigningKey: Sendable, Hashable {
    /// The SSH wire encoding of the public key (RFC 4253 section 6.6), for comparison byte by byte.
    package let blob: [UInt8]
    /// `SHA256:` and base64 without padding, as `ssh-keygen -l` prints it.
    package let fingerprint: String
    /// Whether each signature must prove that the device was touched. Always true for a security key, since a touch is
    /// the reason to have one.
    package let requireUserPresence: Bool
    /// Whether each signature must prove that the device checked its holder's PIN or fingerprint.
    package let requireUserVerification: Bool

    let publicKey: any PublicKey

    package var algorithm: KeyAlgorithm { publicKey.algorithm }

    /// Longest accepted line in bytes. An RSA key of 8192 bits needs less than 1,500.
    static let lineLimit = 16 * 1024

    /// Reads one line of a `.pub` file: `<type> <base64> [comment]`, with one optional line feed at the end.
    ///
    /// - Throws: `.notASecurityKey` if a proof is required of a key that cannot give it, so that the wish is never
    ///   silently dropped.
    package init(
        openSSHPublicKey line: some StringProtocol,
        requireUserPresence: Bool = false,
        requireUserVerification: Bool = false
    ) throws(KeyError) {
        var text = Array(line.utf8)
        if text.last == UInt8(ascii: "\n") { text.removeLast() }
        guard text.count <= Self.lineLimit, text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .malformedLine }
        let words = text.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, text.first != UInt8(ascii: " "), let blob = StrictBase64.decode(words[1]) else {
            throw .malformedLine
        }
        let encoded = try PublicKeyEncoding.typeName(of: blob)
        guard words[0].elementsEqual(encoded.utf8) else {
            throw .typeMismatch(
                line: PrintableText.from(Array(words[0])), encoded: PrintableText.from(Array(encoded.utf8)))
        }
        try self.init(
            blob: blob, requireUserPresence: requireUserPresence, requireUserVerification: requireUserVerification)
    }

    /// Reads the wire encoding.
    package init(
        blob: [UInt8], requireUserPresence: Bool = false, requireUserVerification: Bool = false
    ) throws(KeyError) {
        let publicKey = try PublicKeyEncoding.decode(blob)
        let isSecurityKey = publicKey.algorithm.isSecurityKey
        guard isSecurityKey || !(requireUserPresence || requireUserVerification) else { throw .notASecurityKey }
        self.blob = blob
        self.fingerprint = Self.fingerprint(of: blob)
        self.requireUserPresence = isSecurityKey
        self.requireUserVerification = requireUserVerification
        self.publicKey = publicKey
    }

    /// The fingerprint of any encoded key, also of one that is not accepted.
    static func fingerprint(of blob: [UInt8]) -> String {
        "SHA256:" + StrictBase64.encodeWithoutPadding(SHA256.hash(data: blob))
    }

    package static func == (left: SigningKey, right: SigningKey) -> Bool {
        left.blob == right.blob && left.requireUserVerification == right.requireUserVerification
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(blob)
        hasher.combine(requireUserVerification)
    }
}
