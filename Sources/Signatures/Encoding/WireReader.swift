/// A cursor over big-endian data: SSH wire data (RFC 4251 section 5) and the inside of OpenPGP packets (RFC 4880
/// section 3).
///
/// It never reads past the end and never guesses; each reading either takes exactly its bytes or throws.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// How many bytes were not read yet.
    var remaining: Int { rest.count }

    mutating func bytes(_ count: Int) throws(WireError) -> [UInt8] {
        guard count <= rest.count else { throw .truncated }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func byte() throws(WireError) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .truncated }
        return byte
    }

    mutating func uint16() throws(WireError) -> UInt16 {
        try bytes(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    mutating func uint32() throws(WireError) -> UInt32 {
        try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A `string`: a length and that many bytes, of any kind.
    mutating func string() throws(WireError) -> [UInt8] {
        let count = try uint32()
        // Compared before converting, so that the length fits an Int on every platform.
        guard count <= UInt32(clamping: rest.count) else { throw .truncated }
        return try bytes(Int(count))
    }

    /// A `string` that names an algorithm: printable ASCII without spaces (RFC 4251 section 6). Only such text may be
    /// compared as a Swift String, which folds canonically equivalent characters (U+212A KELVIN SIGN equals K).
    mutating func name() throws(WireError) -> String {
        let bytes = try string()
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .unreadableName }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An `mpint` that must not be negative: its bytes without the sign byte, so without leading zeros; zero is empty.
    /// Only the shortest form is read, as RFC 4251 requires of writers: otherwise one number would have many encodings.
    mutating func unsignedInteger() throws(WireError) -> [UInt8] {
        let bytes = try string()
        guard let first = bytes.first else { return [] }
        if first >= 0x80 { throw .badInteger }
        if first > 0 { return bytes }
        guard bytes.count > 1, bytes[1] >= 0x80 else { throw .badInteger }
        return Array(bytes.dropFirst())
    }

    /// An OpenPGP multiprecision integer (RFC 4880 section 3.2): a count of bits, and the bytes of a number that has
    /// exactly so many. Zero is empty.
    mutating func openPGPInteger() throws(WireError) -> [UInt8] {
        let bits = Int(try uint16())
        let number = try bytes((bits + 7) / 8)
        // The highest bit that the count promises is set, and none above it: otherwise one number had many encodings.
        if let first = number.first, first.leadingZeroBitCount != (8 - bits % 8) % 8 { throw .badInteger }
        return number
    }

    /// Throws unless everything was read.
    func end() throws(WireError) {
        guard rest.isEmpty else { throw .trailingBytes }
    }
}

/// Why wire data could not be read. Its meaning depends on what was being read: see `KeyError` and `SignatureFailure`.
enum WireError: Error, Sendable {
    case truncated
    case trailingBytes
    case unreadableName
    case badInteger
    /// A length that does not say how long: partial and indeterminate lengths of OpenPGP.
    case unboundedLength

    var inSignature: SignatureFailure {
        switch self {
        case .truncated: .malformedSignature(.truncated)
        case .trailingBytes: .trailingBytes
        case .unreadableName: .malformedSignature(.unreadableName)
        case .badInteger: .malformedSignature(.badInteger)
        case .unboundedLength: .malformedSignature(.unboundedPacket)
        }
    }
}

extension [UInt8] {
    /// Appends an RFC 4251 `uint32`, most significant byte first.
    mutating func appendWire(_ number: UInt32) {
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Appends an RFC 4251 `string`. All callers pass short constants or digests.
    mutating func appendWire(string: some Collection<UInt8>) {
        appendWire(UInt32(truncatingIfNeeded: string.count))
        append(contentsOf: string)
    }
}
