/// A well-formed SSHSIG, not yet judged. Everything in it is a claim of whoever wrote it.
///
/// Source: OpenSSH PROTOCOL.sshsig. The decoded armor is six bytes "SSHSIG", uint32 version, then the strings public
/// key, namespace, reserved, hash algorithm and signature, then nothing.
package struct SSHSignature: Sendable, Hashable {
    private static let magic = Array("SSHSIG".utf8)
    private static let version: UInt32 = 1
    /// What git signs for (git `gpg-interface.c`, `ssh-keygen -Y sign -n git`). Without it a signature on any file
    /// could be passed off as a commit.
    private static let namespace = Array("git".utf8)

    private let keyBlob: [UInt8]
    private let namespace: [UInt8]
    private let reserved: [UInt8]
    private let hashName: [UInt8]
    private let signature: [UInt8]

    /// Reads the structure only. A signature for another namespace, or by a key that is never accepted, can be read:
    /// so a report can still name its key.
    package init(armor: [UInt8]) throws(SignatureFailure) {
        var reader = WireReader(try SSHArmor.decode(armor))
        let found: (magic: [UInt8], version: UInt32)
        do throws(WireError) {
            found = (try reader.bytes(Self.magic.count), try reader.uint32())
        } catch {
            throw error.inSignature
        }
        guard found.magic == Self.magic else { throw .malformedSignature(.wrongMagic) }
        guard found.version == Self.version else { throw .unsupportedVersion(found.version) }
        do throws(WireError) {
            keyBlob = try reader.string()
            namespace = try reader.string()
            reserved = try reader.string()
            hashName = try reader.string()
            signature = try reader.string()
            try reader.end()
        } catch {
            throw error.inSignature
        }
    }

    /// The fingerprint of the key inside, whatever its kind: `SHA256:…` as `ssh-keygen -l` prints it.
    package var keyFingerprint: String { SigningKey.fingerprint(of: keyBlob) }

    /// Nil for a hash that is never accepted.
    package var hash: MessageHash? {
        MessageHash.ofSSH.first { $0.rawValue.utf8.elementsEqual(hashName) }
    }

    /// The key inside. Verifying with it answers "is the cryptography good" for a key that nobody listed.
    package func embeddedKey() throws(KeyError) -> SigningKey {
        try SigningKey(blob: keyBlob)
    }

    /// Judges the signature. The first rule that does not hold is the answer; rules about the signature's form come
    /// before the question whose key it is, and that before the arithmetic.
    func verify(payload: [UInt8], keys: TrustedKeys) -> SignatureVerdict {
        do throws(SignatureFailure) {
            let hash = try messageHash()
            let own = try acceptedKey()
            let field = try SignatureField(signature, madeBy: own.algorithm)
            let listed = keys.entries(forSSHKey: keyBlob)
            guard !listed.isEmpty else { throw .unknownKey(fingerprint: own.fingerprint) }
            guard try own.publicKey.isValid(field, for: signedData(payload: payload, hash: hash)) else {
                throw .signatureMismatch
            }
            // A key that is listed twice must satisfy both entries.
            if listed.contains(where: \.requireUserPresence), field.touch?.userPresent != true {
                throw .missingUserPresence
            }
            if listed.contains(where: \.requireUserVerification), field.touch?.userVerified != true {
                throw .missingUserVerification
            }
            return .good(GoodSignature(fingerprint: own.fingerprint, algorithm: own.algorithm, hash: hash))
        } catch {
            return .bad(error)
        }
    }

    private func messageHash() throws(SignatureFailure) -> MessageHash {
        guard namespace == Self.namespace else { throw .wrongNamespace(found: PrintableText.from(namespace)) }
        guard reserved.isEmpty else { throw .reservedNotEmpty }
        guard let hash else {
            throw .unsupportedHash(found: PrintableText.from(hashName))
        }
        return hash
    }

    private func acceptedKey() throws(SignatureFailure) -> SigningKey {
        do { return try embeddedKey() } catch { throw .refusedKey(error) }
    }

    /// What the key signs: the magic, then the strings namespace, reserved, hash algorithm and digest.
    private func signedData(payload: [UInt8], hash: MessageHash) -> [UInt8] {
        var data = Self.magic
        data.appendWire(string: namespace)
        data.appendWire(string: reserved)
        data.appendWire(string: hashName)
        data.appendWire(string: hash.digest(of: payload))
        return data
    }
}
