/// The text form of an SSH signature: two fixed lines around base64.
///
/// Source: OpenSSH PROTOCOL.sshsig, "Armored format". ssh-keygen writes base64 lines of 70 characters; other signers
/// use 64 or 76, so any length up to 76 is read. Everything else is exact: git and ssh-keygen search for the markers
/// and ignore what surrounds them, which lets one text hold two signatures (attacks A4 and A5).
enum SSHArmor {
    static let beginLine = "-----BEGIN SSH SIGNATURE-----"
    static let endLine = "-----END SSH SIGNATURE-----"
    /// Bytes of the whole armor. An RSA signature of 8192 bits, the largest accepted, needs less than 4 KiB.
    static let sizeLimit = 16 * 1024
    /// Characters of a base64 line, without its line feed (RFC 2045 section 6.8).
    static let lineLimit = 76

    /// The bytes inside the armor. One line feed after the last line is optional; a tag has it, a commit header not.
    static func decode(_ armor: [UInt8]) throws(SignatureFailure) -> [UInt8] {
        guard armor.count <= sizeLimit else { throw .malformedArmor(.tooLarge) }
        guard !armor.contains(UInt8(ascii: "\r")) else { throw .malformedArmor(.carriageReturn) }

        var lines = armor.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard let first = lines.popFirst(), first.elementsEqual(beginLine.utf8) else { throw .unrecognisedArmor }
        // No base64 line starts with a dash, so this also finds a block inside or after the first one.
        guard !lines.contains(where: { $0.starts(with: "-----BEGIN".utf8) }) else { throw .multipleSignatures }

        guard let end = lines.firstIndex(where: { $0.elementsEqual(endLine.utf8) }) else {
            throw .malformedArmor(.noEndLine)
        }
        guard lines.index(after: end) == lines.endIndex else { throw .trailingBytes }

        let body = lines[..<end]
        guard !body.isEmpty else { throw .malformedArmor(.noBody) }
        guard !body.contains(where: \.isEmpty) else { throw .malformedArmor(.emptyLine) }
        guard body.allSatisfy({ $0.count <= lineLimit }) else { throw .malformedArmor(.lineTooLong) }
        guard let bytes = StrictBase64.decode(Array(body.joined())) else { throw .malformedArmor(.notBase64) }
        return bytes
    }
}

/// What is wrong with the text around a signature or a certificate.
package enum ArmorDefect: Sendable, Hashable, CaseIterable {
    case tooLarge
    case carriageReturn
    case noEndLine
    case noBody
    case emptyLine
    case lineTooLong
    case notBase64
    /// OpenPGP only: a line before the base64 that is no `Name: value`, or no empty line behind those.
    case badHeaderLine
    /// OpenPGP only.
    case wrongChecksum

    package var sentence: String { sentence(of: "signature block") }

    func sentence(of text: String) -> String {
        switch self {
        case .tooLarge: "The \(text) is too large."
        case .carriageReturn: "The \(text) contains a carriage return."
        case .noEndLine: "The \(text) has no end line."
        case .noBody: "The \(text) is empty."
        case .emptyLine: "The \(text) contains an empty line."
        case .lineTooLong: "The \(text) has a line of more than 76 characters."
        case .notBase64: "The \(text) is not canonical base64."
        case .badHeaderLine: "The \(text) has a line before its empty line that does not belong there."
        case .wrongChecksum: "The \(text)'s checksum is wrong."
        }
    }
}
