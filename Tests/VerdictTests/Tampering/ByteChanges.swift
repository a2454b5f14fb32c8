/// Every way to change one place of some bytes.
struct ByteChanges {
    /// The lowest bit, the case of a letter, and the top bit, which leaves ASCII.
    static let patterns: [UInt8] = [0x01, 0x20, 0x80]
    /// What texts are cut apart by, and a letter.
    static let insertions: [UInt8] = [0x00, 0x0A, 0x0D, 0x41]

    let original: [UInt8]

    func forEach(_ check: ([UInt8], String) throws -> Void) rethrows {
        for place in original.indices {
            for pattern in Self.patterns {
                var changed = original
                changed[place] ^= pattern
                try check(changed, "byte \(place) with \(pattern) flipped")
            }
            var shorter = original
            shorter.remove(at: place)
            try check(shorter, "without byte \(place)")
            try check(Array(original[..<place]), "cut before byte \(place)")
        }
        for place in 0...original.count {
            for byte in Self.insertions {
                var longer = original
                longer.insert(byte, at: place)
                try check(longer, "with \(byte) before byte \(place)")
            }
        }
    }
}
