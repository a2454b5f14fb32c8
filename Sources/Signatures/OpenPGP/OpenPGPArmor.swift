/// The text form of OpenPGP data: RFC 4880 section 6.2.
///
/// A line that names the content, header lines, an empty line, base64, an optional checksum, a last line. Programs
/// that read OpenPGP search for these lines and skip what surrounds them; here everything is exact, so that one text
/// never holds two signatures (attacks A4 and A5).
enum OpenPGPArmor {
    static let signature = "PGP SIGNATURE"
    static let message = "PGP MESSAGE"
    static let publicKey = "PGP PUBLIC KEY BLOCK"

    /// Header lines that programs write. They are not signed, so nothing is read from them.
    private static let headerNames = ["Version", "Comment", "Charset", "MessageID", "Hash"]

    /// The bytes inside the armor. One line feed after the last line is optional.
    static func decode(_ armor: [UInt8], as label: String, sizeLimit: Int) throws(ArmorError) -> [UInt8] {
        guard armor.count <= sizeLimit else { throw .defect(.tooLarge) }
        guard !armor.contains(UInt8(ascii: "\r")) else { throw .defect(.carriageReturn) }

        var lines = armor.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard let first = lines.popFirst(), first.elementsEqual("-----BEGIN \(label)-----".utf8) else {
            throw .unrecognised
        }
        guard !lines.contains(where: { $0.starts(with: "-----BEGIN".utf8) }) else { throw .several }
        guard let end = lines.firstIndex(where: { $0.elementsEqual("-----END \(label)-----".utf8) }) else {
            throw .defect(.noEndLine)
        }
        guard lines.index(after: end) == lines.endIndex else { throw .trailing }

        var body = lines[..<end]
        while let line = body.first, !line.isEmpty {
            guard isHeader(line) else { throw .defect(.badHeaderLine) }
            body.removeFirst()
        }
        guard body.popFirst() != nil else { throw .defect(.badHeaderLine) }

        var checksum: ArraySlice<UInt8>?
        if let last = body.last, last.first == UInt8(ascii: "=") {
            checksum = last.dropFirst()
            body.removeLast()
        }
        guard !body.isEmpty else { throw .defect(.noBody) }
        guard !body.contains(where: \.isEmpty) else { throw .defect(.emptyLine) }
        guard body.allSatisfy({ $0.count <= SSHArmor.lineLimit }) else { throw .defect(.lineTooLong) }
        guard let bytes = StrictBase64.decode(Array(body.joined())) else { throw .defect(.notBase64) }
        // The checksum guards against accidents only, and RFC 9580 section 6.1 asks writers to leave it out: where it
        // stands it must be right.
        if let checksum {
            guard let sum = StrictBase64.decode(checksum), sum == CRC24.bytes(of: bytes) else {
                throw .defect(.wrongChecksum)
            }
        }
        return bytes
    }

    /// `Name: value` with one of the known names, printable.
    private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= 256 && line.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            && headerNames.contains { line.starts(with: "\($0): ".utf8) || line.elementsEqual("\($0):".utf8) }
    }
}

/// Why text is not one block of OpenPGP armor.
enum ArmorError: Error, Sendable {
    case unrecognised
    case several
    case trailing
    case defect(ArmorDefect)

    var inSignature: SignatureFailure {
        switch self {
        case .unrecognised: .unrecognisedArmor
        case .several: .multipleSignatures
        case .trailing: .trailingBytes
        case .defect(let defect): .malformedArmor(defect)
        }
    }
}

/// The checksum of OpenPGP armor: RFC 4880 section 6.1.
enum CRC24 {
    static func bytes(of data: [UInt8]) -> [UInt8] {
        var register: UInt32 = 0xB704CE
        for byte in data {
            register ^= UInt32(byte) << 16
            for _ in 0..<8 {
                register <<= 1
                if register & 0x1000000 != 0 { register ^= 0x1864CFB }
            }
        }
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: register >> $0) }
    }
}
