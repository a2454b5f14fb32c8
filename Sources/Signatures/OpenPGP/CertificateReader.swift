/// Takes OpenPGP certificates apart: RFC 4880 section 11.1, versions of keys and signatures as git's users have them.
enum CertificateReader {
    /// One certificate, reduced to what can matter for its keys.
    struct Parts {
        struct Subkey {
            let key: OpenPGPKey
            var isRevoked = false
        }

        let primary: OpenPGPKey
        var subkeys: [Subkey] = []
        /// Those with a signature that says to be the primary key's.
        var userIDs: [[UInt8]] = []
        var isRevoked = false
        /// The primary key, and each user id and subkey that is followed by a self-signature, with these signatures.
        /// Signatures by others are left out: no rule of ours asks for them, and there may be thousands.
        var encoded: [UInt8]
        /// Seconds since 1970; 0 without any.
        var newestSelfSignature: UInt32 = 0
    }

    /// What the last packet was that signatures behind it are about.
    private enum Owner {
        case primary
        case userID(OpenPGPPacket, isKept: Bool)
        case subkey(OpenPGPPacket, isKept: Bool)
        case other
    }

    /// All certificates in a run of packets.
    static func certificates(in bytes: [UInt8]) throws(OpenPGPKeyError) -> [Parts] {
        var packets = PacketReader(bytes)
        var found: [Parts] = []
        var owner = Owner.other
        while let packet = try next(&packets) {
            switch packet.tag {
            case OpenPGPPacket.Tag.secretKey, OpenPGPPacket.Tag.secretSubkey: throw .secretKey
            case OpenPGPPacket.Tag.publicKey:
                found.append(Parts(primary: try OpenPGPKey(packet.body), encoded: packet.encoded))
                owner = .primary
            default:
                guard let last = found.indices.last else { throw .malformed }
                try add(packet, to: &found[last], &owner)
            }
        }
        return found
    }

    private static func next(_ packets: inout PacketReader) throws(OpenPGPKeyError) -> OpenPGPPacket? {
        do { return try packets.next() } catch { throw .malformed }
    }

    private static func add(
        _ packet: OpenPGPPacket, to parts: inout Parts, _ owner: inout Owner
    ) throws(OpenPGPKeyError) {
        switch packet.tag {
        case OpenPGPPacket.Tag.userID: owner = .userID(packet, isKept: false)
        case OpenPGPPacket.Tag.publicSubkey:
            do throws(OpenPGPKeyError) {
                let key = try OpenPGPKey(packet.body)
                parts.subkeys.append(Parts.Subkey(key: key))
                owner = .subkey(packet, isKept: false)
            } catch {
                // A subkey of a newer version cannot sign for us; the rest of the certificate stands.
                guard case .unsupportedVersion = error else { throw error }
                owner = .other
            }
        case OpenPGPPacket.Tag.signature: addSignature(packet, to: &parts, &owner)
        default: owner = .other
        }
    }

    private static func addSignature(_ packet: OpenPGPPacket, to parts: inout Parts, _ owner: inout Owner) {
        // Revocations count whoever made them and whether or not they match: what takes a key away is never ignored
        // for a defect of its own. The certificate comes from those who list it, so nobody else can put one in.
        switch SignaturePacket.type(of: packet.body) {
        case SignaturePacket.Kind.keyRevocation: parts.isRevoked = true
        case SignaturePacket.Kind.subkeyRevocation:
            if case .subkey = owner, let last = parts.subkeys.indices.last {
                parts.subkeys[last].isRevoked = true
            } else {
                parts.isRevoked = true
            }
        default: break
        }
        guard let signature = try? SignaturePacket(packet.body), signature.isIssued(by: parts.primary) else { return }
        switch owner {
        case .primary where signature.type == SignaturePacket.Kind.directKey: break
        case .userID(let userID, let isKept) where SignaturePacket.Kind.certifications.contains(signature.type):
            if !isKept {
                parts.encoded += userID.encoded
                parts.userIDs.append(userID.body)
                owner = .userID(userID, isKept: true)
            }
        case .subkey(let subkey, let isKept) where signature.type == SignaturePacket.Kind.subkeyBinding:
            if !isKept {
                parts.encoded += subkey.encoded
                owner = .subkey(subkey, isKept: true)
            }
        default: return
        }
        parts.encoded += packet.encoded
        parts.newestSelfSignature = max(parts.newestSelfSignature, signature.newestClaimedTime)
    }
}
