/// Endings of names: what a version looks like, and what says that a name moves.
enum VersionShapes {
    /// Takes the first shape that fits off the end; false when none does, or nothing would be left.
    static func remove(_ shapes: [String], from name: inout Substring) -> Bool {
        for shape in shapes where name.utf8.count > shape.utf8.count {
            let fits = zip(shape.utf8, name.utf8.suffix(shape.utf8.count)).allSatisfy { expected, byte in
                expected == UInt8(ascii: "0") ? (48...57).contains(byte) : expected == byte
            }
            guard fits else { continue }
            name = name.dropLast(shape.count)
            return true
        }
        return false
    }

    /// `@sha256:…`, or `@` and a commit.
    static func removeDigest(from name: inout Substring) -> Bool {
        guard let at = name.lastIndex(of: "@"), ContentHash.isImmutable(String(name[name.index(after: at)...])) else {
            return false
        }
        name = name[..<at]
        return true
    }

    static func moving(_ parts: [String], in name: Substring) -> String? {
        let name = name.lowercased()
        return parts.first { name.hasSuffix($0) || name.contains($0 + "-") }
    }
}
