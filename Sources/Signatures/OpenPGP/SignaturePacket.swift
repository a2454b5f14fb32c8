/// The inside of an OpenPGP signature packet of version 4: RFC 4880 section 5.2.3. Everything in it is a claim.
struct SignaturePacket: Sendable {
    /// RFC 4880 section 5.2.1.
    enum Kind {
        static let binaryDocument: UInt8 = 0x00
        static let certifications: ClosedRange<UInt8> = 0x10...0x13
        static let subkeyBinding: UInt8 = 0x18
        static let directKey: UInt8 = 0x1F
        static let keyRevocation: UInt8 = 0x20
        static let subkeyRevocation: UInt8 = 0x28
    }

    let type: UInt8
    let algorithmID: UInt8
    let hashID: UInt8
    /// Covered by the signature.
    let hashed: [SignatureSubpacket]
    /// Not covered: anybody can change them.
    let unhashed: [SignatureSubpacket]
    /// The first two bytes of the digest.
    let digestStart: [UInt8]
    /// The numbers of the signature, not yet taken apart.
    let numbers: ArraySlice<UInt8>
    /// From the version to the end of the hashed subpackets: what is hashed behind the payload.
    let hashedPart: [UInt8]

    init(_ body: [UInt8]) throws(SignatureFailure) {
        var reader = WireReader(body)
        let version: UInt8
        do throws(WireError) { version = try reader.byte() } catch { throw error.inSignature }
        guard version == 4 else { throw .unsupportedVersion(UInt32(version)) }
        let areas: (hashed: [UInt8], unhashed: [UInt8])
        do throws(WireError) {
            type = try reader.byte()
            algorithmID = try reader.byte()
            hashID = try reader.byte()
            areas.hashed = try reader.bytes(Int(try reader.uint16()))
            hashedPart = Array(body.prefix(body.count - reader.remaining))
            areas.unhashed = try reader.bytes(Int(try reader.uint16()))
            digestStart = try reader.bytes(2)
            numbers = body.suffix(reader.remaining)
        } catch {
            throw error.inSignature
        }
        hashed = try SignatureSubpacket.read(areas.hashed)
        unhashed = try SignatureSubpacket.read(areas.unhashed)
    }

    /// The type, also of versions that are not read otherwise; nil if there is none.
    static func type(of body: [UInt8]) -> UInt8? {
        // Version 3 has the length of what is hashed first, always 5 (RFC 4880 section 5.2.2).
        let index = (body.first ?? 4) <= 3 ? 2 : 1
        return body.indices.contains(index) ? body[index] : nil
    }

    /// When the signature says it was made, in seconds since 1970; nil without exactly one such claim.
    var created: UInt32? {
        let claims = hashed.filter { $0.type == SignatureSubpacket.Kind.creationTime }
        return claims.count == 1 ? claims[0].uint32 : nil
    }

    /// Of this and of a signature inside it: the later claim.
    var newestClaimedTime: UInt32 {
        let embedded = (hashed + unhashed).filter { $0.type == SignatureSubpacket.Kind.embeddedSignature }
            .compactMap { try? SignaturePacket($0.body).created }
        return ([created ?? 0] + embedded).max() ?? 0
    }

    /// Who made it. The fingerprint counts only where it is signed; the key id is a hint wherever it stands.
    func issuer() throws(SignatureFailure) -> OpenPGPIssuer {
        let fingerprints = hashed.filter { $0.type == SignatureSubpacket.Kind.issuerFingerprint }
        let keyIDs = (hashed + unhashed).filter { $0.type == SignatureSubpacket.Kind.issuerKeyID }
        guard fingerprints.count <= 1 else { throw .malformedSignature(.contradictoryIssuer) }
        var fingerprint: OpenPGPFingerprint?
        if let body = fingerprints.first?.body {
            guard body.first == 4, let read = OpenPGPFingerprint(bytes: Array(body.dropFirst())) else {
                throw .malformedSignature(.badSubpacket)
            }
            fingerprint = read
        }
        guard keyIDs.allSatisfy({ $0.body.count == 8 }) else { throw .malformedSignature(.badSubpacket) }
        let ids = Set(keyIDs.map { OpenPGPKeyID(bytes: $0.body) } + (fingerprint.map { [$0.keyID] } ?? []))
        guard let only = ids.first else { throw .malformedSignature(.noIssuer) }
        guard ids.count == 1 else { throw .malformedSignature(.contradictoryIssuer) }
        return OpenPGPIssuer(keyID: only, fingerprint: fingerprint)
    }

    func isIssued(by key: OpenPGPKey) -> Bool {
        guard let issuer = try? issuer() else { return false }
        return issuer.keyID == key.fingerprint.keyID
            && (issuer.fingerprint == nil || issuer.fingerprint == key.fingerprint)
    }
}

/// The key that a signature names as its maker.
package struct OpenPGPIssuer: Sendable, Hashable, CustomStringConvertible {
    let keyID: OpenPGPKeyID
    /// Nil in signatures by old programs, which name a key only by its id.
    let fingerprint: OpenPGPFingerprint?

    package var description: String { fingerprint?.description ?? keyID.description }
}

/// One field of an OpenPGP signature: RFC 4880 section 5.2.3.1.
struct SignatureSubpacket: Sendable {
    enum Kind {
        static let creationTime: UInt8 = 2
        static let signatureLifetime: UInt8 = 3
        static let issuerKeyID: UInt8 = 16
        static let signersUserID: UInt8 = 28
        static let embeddedSignature: UInt8 = 32
        static let issuerFingerprint: UInt8 = 33
    }

    let type: UInt8
    /// Who does not know the field must not accept the signature.
    let isCritical: Bool
    let body: [UInt8]

    /// The body as one number; nil if it does not have four bytes.
    var uint32: UInt32? { body.count == 4 ? body.reduce(0) { $0 << 8 | UInt32($1) } : nil }

    static func read(_ area: [UInt8]) throws(SignatureFailure) -> [SignatureSubpacket] {
        var reader = WireReader(area)
        var found: [SignatureSubpacket] = []
        do throws(WireError) {
            while reader.remaining > 0 {
                guard let count = try PacketLength.read(&reader, partialLengths: false), count > 0 else {
                    throw .truncated
                }
                let type = try reader.byte()
                found.append(
                    SignatureSubpacket(
                        type: type & 0x7F, isCritical: type & 0x80 != 0, body: try reader.bytes(count - 1)))
            }
        } catch {
            throw .malformedSignature(.badSubpacket)
        }
        return found
    }
}
