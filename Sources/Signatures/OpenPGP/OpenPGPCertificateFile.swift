/// A file of OpenPGP certificates: what `gpg --export` writes, with or without `--armor`.
package struct OpenPGPCertificateFile: Sendable {
    package private(set) var certificates: [OpenPGPCertificate] = []
    /// Certificates that cannot be listed, and why: one sentence each.
    package private(set) var skipped: [String] = []

    /// - Throws: when a part of the file is not readable, or a private key is in it.
    package init(_ bytes: [UInt8]) throws(OpenPGPKeyError) {
        // Every packet starts with a byte above 0x7F, and no text does.
        if let first = bytes.first, first >= 0x80 {
            try add(packets: bytes)
            return
        }
        var block: [UInt8]?
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            // Between blocks there is what people write there.
            if block == nil, line.starts(with: "-----BEGIN PGP ".utf8) { block = [] }
            block?.append(contentsOf: line)
            block?.append(UInt8(ascii: "\n"))
            if line.starts(with: "-----END PGP ".utf8), let complete = block {
                try add(armored: complete)
                block = nil
            }
        }
        guard block == nil else { throw .malformedArmor(.noEndLine) }
        guard !certificates.isEmpty || !skipped.isEmpty else { throw .unrecognisedArmor }
    }

    private mutating func add(armored block: [UInt8]) throws(OpenPGPKeyError) {
        guard !block.starts(with: "-----BEGIN PGP PRIVATE KEY".utf8) else { throw .secretKey }
        let decoded: [UInt8]
        do {
            decoded = try OpenPGPArmor.decode(block, as: OpenPGPArmor.publicKey, sizeLimit: Self.sizeLimit)
        } catch {
            guard case .defect(let defect) = error else { throw .unrecognisedArmor }
            throw .malformedArmor(defect)
        }
        try add(packets: decoded)
    }

    private mutating func add(packets: [UInt8]) throws(OpenPGPKeyError) {
        for parts in try CertificateReader.certificates(in: packets) {
            do {
                certificates.append(try OpenPGPCertificate(parts))
            } catch {
                skipped.append("\(parts.primary.fingerprint): \(error.sentence)")
            }
        }
    }

    /// Bytes of one armored block: a key ring of a large project.
    private static let sizeLimit = 64 * 1024 * 1024
}
