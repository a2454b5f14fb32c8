/// What git takes for an object's signature and for what it signs, written after the description of git's own code, line
/// by line and without any parser of ours.
package struct SignedByGit {
    package private(set) var payload: [UInt8] = []
    package private(set) var signature: [UInt8] = []

    /// A commit: the lines of `gpgsig` and `gpgsig-sha256` are taken out of the headers (`parse_buffer_signed_by_header` in
    /// git's commit.c).
    package init(commit bytes: [UInt8]) { takeHeaders(of: bytes) }

    /// A tag: what stands from the last line on that opens an armor is the signature (`parse_signed_buffer` in git's
    /// gpg-interface.c), and signatures in headers are taken out of the rest.
    package init(tag bytes: [UInt8]) {
        let markers = ["SSH SIGNATURE", "PGP SIGNATURE", "PGP MESSAGE", "SIGNED MESSAGE"].map {
            "-----BEGIN \($0)-----"
        }
        var start = bytes.count
        var line = 0
        for index in bytes.indices where index == line {
            if markers.contains(where: { bytes[index...].starts(with: $0.utf8) }) { start = index }
            line = (bytes[index...].firstIndex(of: 10) ?? bytes.count) + 1
        }
        takeHeaders(of: Array(bytes[..<start]))
        signature = Array(bytes[start...])
    }

    private mutating func takeHeaders(of bytes: [UInt8]) {
        enum Taking { case nothing, signature, other }
        var taking = Taking.nothing
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[end...]
            if line.first == 10 {
                payload += line + rest
                return
            }
            if taking != .nothing, line.first == 32 {
                if taking == .signature { signature += line.dropFirst() }
                continue
            }
            taking = .nothing
            if line.starts(with: "gpgsig ".utf8) {
                taking = .signature
                signature += line.dropFirst("gpgsig ".utf8.count)
            } else if line.starts(with: "gpgsig-sha256 ".utf8) {
                taking = .other
            } else {
                payload += line
            }
        }
    }
}
