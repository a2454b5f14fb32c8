import Crypto

/// The name that git would give to some bytes as a blob: SHA-1 over `blob <length>`, a NUL and the bytes (Pro Git,
/// "Git Objects"). It says whether a file on disk is the one of a commit; nothing is proved by it.
package enum GitBlobName {
    /// 40 lower-case hexadecimal digits.
    package static func of(_ bytes: [UInt8]) -> String {
        var hash = Insecure.SHA1()
        hash.update(data: Array("blob \(bytes.count)\0".utf8))
        hash.update(data: bytes)
        return Hexadecimal.lowercase(hash.finalize())
    }
}

enum Hexadecimal {
    static func lowercase(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
