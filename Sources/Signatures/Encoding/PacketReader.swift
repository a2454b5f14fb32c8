/// One OpenPGP packet (RFC 4880 section 4): a tag that says what it is, and a body.
struct OpenPGPPacket {
    /// RFC 4880 section 4.3. Only the tags that this module meets have a name.
    enum Tag {
        static let signature: UInt8 = 2
        static let secretKey: UInt8 = 5
        static let publicKey: UInt8 = 6
        static let secretSubkey: UInt8 = 7
        static let userID: UInt8 = 13
        static let publicSubkey: UInt8 = 14
    }

    let tag: UInt8
    let body: [UInt8]
    /// Header and body as they were read.
    let encoded: [UInt8]
}

/// Splits bytes into OpenPGP packets. A length that says "until I stop" (partial and indeterminate lengths, RFC 4880
/// sections 4.2.1 and 4.2.2.4) is refused: no signature or key is written so, and it would give one packet several
/// encodings.
struct PacketReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next packet, or nil at the end.
    mutating func next() throws(SignatureDefect) -> OpenPGPPacket? {
        guard let header = rest.first else { return nil }
        // Bit 7 is always set; bit 6 tells the two ways to write a length.
        guard header & 0x80 != 0 else { throw .notAPacket }
        var reader = WireReader(rest.dropFirst())
        let tag: UInt8
        let count: Int
        do throws(WireError) {
            if header & 0x40 != 0 {
                tag = header & 0x3F
                guard let length = try PacketLength.read(&reader) else { throw .unboundedLength }
                count = length
            } else {
                tag = header >> 2 & 0x0F
                switch header & 0x03 {
                case 0: count = Int(try reader.byte())
                case 1: count = Int(try reader.uint16())
                case 2: count = Int(clamping: try reader.uint32())
                default: throw .unboundedLength
                }
            }
            // Tag 0 is reserved: "a packet must not have a tag with this value".
            guard tag != 0 else { throw .unreadableName }
            let body = try reader.bytes(count)
            let encoded = Array(rest.prefix(rest.count - reader.remaining))
            rest = rest.dropFirst(encoded.count)
            return OpenPGPPacket(tag: tag, body: body, encoded: encoded)
        } catch {
            switch error {
            case .unboundedLength: throw .unboundedPacket
            case .truncated: throw .truncated
            default: throw .notAPacket
            }
        }
    }
}

/// The variable length of a new-format packet and of a signature subpacket (RFC 4880 sections 4.2.2 and 5.2.3.1).
enum PacketLength {
    /// Nil for a partial length, which only packets may have: a subpacket reads the same octets as a length.
    static func read(_ reader: inout WireReader, partialLengths: Bool = true) throws(WireError) -> Int? {
        let first = try reader.byte()
        switch first {
        case 0..<192: return Int(first)
        case 255: return Int(clamping: try reader.uint32())
        case 224... where partialLengths: return nil
        default: return (Int(first) - 192) << 8 + Int(try reader.byte()) + 192
        }
    }
}
