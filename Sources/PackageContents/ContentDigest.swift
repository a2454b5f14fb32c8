import Crypto
import PlanModel
import SourceText

/// SHA-256 digests that statements name. The texts that are hashed are the design's: anybody can recompute them with
/// `git ls-tree` and `sha256sum`.
package enum ContentDigest {
    /// The digest of a document: a line that says what it is, then its bytes. `domain` is `plan`, `trust`, `record`
    /// or `system`.
    package static func document(_ domain: String, _ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(data: Array("imprimatur-\(domain)/1\n".utf8))
        hash.update(data: bytes)
        return Hexadecimal.lowercase(hash.finalize())
    }

    /// SHA-256 of bytes, as 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String { Hexadecimal.lowercase(SHA256.hash(data: bytes)) }
}

extension PackageClosure {
    /// The text whose SHA-256 is the package digest; nil while there are problems.
    package var canonicalText: String? {
        guard problems.isEmpty, let version = package.version?.value else { return nil }
        var text = "imprimatur-package/1\nsystem \(system.name)\nversion \(version)\n"
        for entry in entries {
            let digest = ContentDigest.sha256(entry.source.bytes)
            text += "\(entry.file.mode.rawValue) \(entry.source.bytes.count) \(digest) \(entry.file.path)\n"
        }
        return text
    }

    /// The package digest, 64 hexadecimal digits; nil while there are problems.
    package var digest: String? { canonicalText.map { ContentDigest.sha256(Array($0.utf8)) } }
}
