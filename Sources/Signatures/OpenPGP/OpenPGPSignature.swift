/// One well-formed OpenPGP signature over a document, not yet judged.
///
/// It is read and its numbers are checked here, and the certificate that its key belongs to is judged by librnp. That
/// split has a reason: asked about a signature, librnp gives one and the same answer for bytes that do not match and
/// for a key that had expired when it signed. Those must not be confused: the first is a forgery, the second is for
/// the trust root to decide.
package struct OpenPGPSignature: Sendable {
    /// Bytes of the whole armor, as for SSH. A signature by an RSA key of 8192 bits needs less than 2 KiB.
    static let sizeLimit = SSHArmor.sizeLimit

    private let packet: SignaturePacket
    private let numbers: [[UInt8]]
    /// The key that says to have made it.
    package let issuer: OpenPGPIssuer
    /// Nil for a hash that is never accepted.
    package let hash: MessageHash?
    /// When it says it was made, in seconds since 1970.
    package let created: UInt32
    private let lifetime: UInt32?

    package init(armor: [UInt8]) throws(SignatureFailure) {
        guard !armor.starts(with: "-----BEGIN \(OpenPGPArmor.message)-----".utf8) else { throw .inlineMessage }
        let bytes: [UInt8]
        do {
            bytes = try OpenPGPArmor.decode(armor, as: OpenPGPArmor.signature, sizeLimit: Self.sizeLimit)
        } catch {
            throw error.inSignature
        }
        try self.init(packets: bytes)
    }

    init(packets bytes: [UInt8]) throws(SignatureFailure) {
        packet = try SignaturePacket(Self.onlyPacket(bytes).body)
        guard packet.type == SignaturePacket.Kind.binaryDocument else { throw .wrongSignatureType(packet.type) }
        for subpacket in packet.hashed + packet.unhashed where subpacket.isCritical {
            guard Self.understood.contains(subpacket.type) else { throw .unknownCriticalField(subpacket.type) }
        }
        guard let created = packet.created else { throw .malformedSignature(.noCreationTime) }
        self.created = created
        issuer = try packet.issuer()
        lifetime = packet.hashed.first { $0.type == SignatureSubpacket.Kind.signatureLifetime }?.uint32
        hash = Self.hash(packet.hashID)
        numbers = try Self.numbers(packet)
    }

    /// Fields that a signature may call critical. Their meaning is known here, if only as one that decides nothing.
    private static let understood: Set<UInt8> = [
        SignatureSubpacket.Kind.creationTime, SignatureSubpacket.Kind.signatureLifetime,
        SignatureSubpacket.Kind.issuerKeyID, SignatureSubpacket.Kind.signersUserID,
        SignatureSubpacket.Kind.issuerFingerprint,
    ]

    private static func onlyPacket(_ bytes: [UInt8]) throws(SignatureFailure) -> OpenPGPPacket {
        var reader = PacketReader(bytes)
        do throws(SignatureDefect) {
            guard let packet = try reader.next() else { throw .truncated }
            guard packet.tag == OpenPGPPacket.Tag.signature else { throw .wrongPacket }
            if reader.isAtEnd { return packet }
        } catch {
            throw .malformedSignature(error)
        }
        // git and gpg take several signatures in one block, and differ in which of them counts (attack A5).
        if let next = try? reader.next(), next.tag == OpenPGPPacket.Tag.signature { throw .multipleSignatures }
        throw .trailingBytes
    }

    /// RFC 4880 section 9.4.
    private static func hash(_ id: UInt8) -> MessageHash? {
        switch id {
        case 8: .sha256
        case 9: .sha384
        case 10: .sha512
        default: nil
        }
    }

    private static func numbers(_ packet: SignaturePacket) throws(SignatureFailure) -> [[UInt8]] {
        let count: Int
        switch packet.algorithmID {
        case OpenPGPKeyMaterial.AlgorithmID.rsa, OpenPGPKeyMaterial.AlgorithmID.rsaSignOnly: count = 1
        case OpenPGPKeyMaterial.AlgorithmID.ecdsa, OpenPGPKeyMaterial.AlgorithmID.edDSA: count = 2
        default: throw .unsupportedAlgorithm(found: OpenPGPKeyMaterial.name(of: packet.algorithmID))
        }
        var reader = WireReader(packet.numbers)
        var numbers: [[UInt8]] = []
        do throws(WireError) {
            for _ in 0..<count { numbers.append(try reader.openPGPInteger()) }
            try reader.end()
        } catch {
            throw error.inSignature
        }
        return numbers
    }

    // MARK: Judging

    /// The first rule that does not hold is the answer: the signature's form, whose key it is, the arithmetic, and
    /// last what the certificate allows its key.
    func verify(payload: [UInt8], keys: TrustedKeys) -> SignatureVerdict {
        do throws(SignatureFailure) {
            let hash = try acceptedHash()
            let candidates = keys.entries(for: issuer)
            guard !candidates.isEmpty else { throw .unknownKey(fingerprint: issuer.description) }
            let message = signedData(payload)
            // Two keys can share a key id, on purpose too, and a certificate can name another one's subkey: all that
            // match are asked, and one that its certificate proves is enough.
            var answers: [SignatureVerdict] = []
            var mismatch = SignatureFailure.signatureMismatch
            for candidate in candidates {
                do throws(SignatureFailure) {
                    guard try matches(message, candidate.key, hash: hash) else { continue }
                    answers.append(verdict(candidate, hash: hash))
                } catch {
                    mismatch = error
                }
            }
            guard let first = answers.first else { throw mismatch }
            return answers.first(where: \.isGood) ?? first
        } catch {
            return .bad(error)
        }
    }

    private func acceptedHash() throws(SignatureFailure) -> MessageHash {
        if let hash { return hash }
        switch packet.hashID {
        case 1: throw .weakHash(found: "MD5")
        case 2: throw .weakHash(found: "SHA-1")
        case 3: throw .weakHash(found: "RIPEMD-160")
        case 11: throw .unsupportedHash(found: "SHA-224")
        default: throw .unsupportedHash(found: "number \(packet.hashID)")
        }
    }

    private func matches(
        _ message: [UInt8], _ key: OpenPGPKey, hash: MessageHash
    ) throws(SignatureFailure) -> Bool {
        // The key decides the algorithm, never the signature. 1 and 3 are both RSA (RFC 4880 section 9.1).
        guard key.material.algorithmID == packet.algorithmID || key.material.isRSA && packet.algorithmID == 1 else {
            throw .algorithmMismatch(
                found: OpenPGPKeyMaterial.name(of: packet.algorithmID), key: key.material.name)
        }
        guard hash.digest(of: message).starts(with: packet.digestStart) else { return false }
        return try key.material.isValid(numbers, for: message, hash: hash)
    }

    /// What is hashed: the payload, the signed part of the packet, and how long that was (RFC 4880 section 5.2.4).
    private func signedData(_ payload: [UInt8]) -> [UInt8] {
        var data = payload
        data += packet.hashedPart
        data += [4, 0xFF]
        data.appendWire(UInt32(truncatingIfNeeded: packet.hashedPart.count))
        return data
    }

    /// What the certificate says about the key that signed.
    private func verdict(_ signer: TrustedKeys.CertifiedKey, hash: MessageHash) -> SignatureVerdict {
        do throws(SignatureFailure) { return try allowed(signer, hash: hash) } catch { return .bad(error) }
    }

    private func allowed(
        _ signer: TrustedKeys.CertifiedKey, hash: MessageHash
    ) throws(SignatureFailure) -> SignatureVerdict {
        let (certificate, key) = (signer.certificate, signer.key)
        guard !certificate.isRevoked(key) else { throw .revokedKey(fingerprint: key.fingerprint.description) }
        guard let algorithm = key.material.algorithm else { throw .unsupportedAlgorithm(found: key.material.name) }
        let standing: CertificateStanding
        do { standing = try certificate.standing(of: key) } catch { return .undecided(error.reason) }
        guard standing.isProven else { throw .unprovenKey(fingerprint: key.fingerprint.description) }
        guard standing.maySign else { throw .notASigningKey(fingerprint: key.fingerprint.description) }
        // Nobody signs with a key that does not exist yet; gpg refuses it too.
        guard created >= key.created else { throw .olderThanItsKey }

        var expiries = standing.expiries.map { ($0.subject, $0.seconds) }
        if let lifetime, lifetime > 0 { expiries.append((.signature, Int64(created) + Int64(lifetime))) }
        return .good(
            GoodSignature(
                format: .openpgp, fingerprint: certificate.fingerprint,
                signingFingerprint: key.fingerprint.description, algorithm: algorithm, hash: hash,
                expiries: expiries.map { subject, seconds in
                    StatedExpiry(subject: subject, seconds: seconds, isBeforeSigning: seconds <= Int64(created))
                }))
    }
}
