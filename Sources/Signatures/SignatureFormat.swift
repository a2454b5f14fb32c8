/// What a signature armor says it is, read from its first line and nothing else.
///
/// The three lines are those that git itself looks for (git `gpg-interface.c`, tables `openpgp_format`, `x509_format`
/// and `ssh_format`). OpenPGP has two because git accepts both.
package enum SignatureFormat: String, Sendable, Hashable, CaseIterable {
    case ssh
    case openpgp
    case x509

    /// The exact first lines of this format, without the line feed.
    var firstLines: [String] {
        switch self {
        case .ssh: [SSHArmor.beginLine]
        case .openpgp: ["-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----"]
        case .x509: ["-----BEGIN SIGNED MESSAGE-----"]
        }
    }

    /// The format whose first line `armor` starts with, or nil. The line must match byte for byte and end in a line
    /// feed or with the armor: a trailing space or carriage return makes it no format at all.
    package static func recognise(_ armor: [UInt8]) -> SignatureFormat? {
        let firstLine = armor.prefix { $0 != UInt8(ascii: "\n") }
        return allCases.first { format in
            format.firstLines.contains { firstLine.elementsEqual($0.utf8) }
        }
    }
}
