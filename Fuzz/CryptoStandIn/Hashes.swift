// What `Signatures` uses of swift-crypto, without cryptography: every signature of the right form is valid. So the fuzzer
// reaches what lies behind the arithmetic, and what it finds is never the arithmetic's.

public protocol Digest: Sequence, Sendable where Element == UInt8 {}

/// As many zeros as the hash has bytes.
public struct ZeroDigest: Digest {
    let count: Int
    public func makeIterator() -> Repeated<UInt8>.Iterator { repeatElement(0, count: count).makeIterator() }
}

public enum SHA256 {
    public static func hash(data: some Sequence<UInt8>) -> ZeroDigest { ZeroDigest(count: 32) }
}

public enum SHA384 {
    public static func hash(data: some Sequence<UInt8>) -> ZeroDigest { ZeroDigest(count: 48) }
}

public enum SHA512 {
    public static func hash(data: some Sequence<UInt8>) -> ZeroDigest { ZeroDigest(count: 64) }
}

/// The real SHA-1 (FIPS 180-4), because librnp looks for keys by the fingerprints that are made with it.
public enum Insecure {
    public struct SHA1 {
        private var message: [UInt8] = []

        public init() {}

        public mutating func update(data: [UInt8]) { message += data }

        public func finalize() -> [UInt8] {
            var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
            var padded = message + [0x80]
            padded += Array(repeating: 0, count: (120 - padded.count % 64) % 64)
            let bits = UInt64(message.count) * 8
            padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
            for start in stride(from: 0, to: padded.count, by: 64) { Self.add(padded[start..<start + 64], to: &state) }
            return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
        }

        private static func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
            var words: [UInt32] = (0..<16).map { number in
                (0..<4).reduce(0) { $0 << 8 | UInt32(block[block.startIndex + 4 * number + $1]) }
            }
            func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
            for number in 16..<80 {
                words.append(
                    rotated(words[number - 3] ^ words[number - 8] ^ words[number - 14] ^ words[number - 16], 1))
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for (number, word) in words.enumerated() {
                let (mixed, constant): (UInt32, UInt32) =
                    switch number {
                    case 0..<20: (b & c | ~b & d, 0x5A82_7999)
                    case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                    case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                    default: (b ^ c ^ d, 0xCA62_C1D6)
                    }
                (e, d, c, b, a) = (d, c, rotated(b, 30), a, rotated(a, 5) &+ mixed &+ e &+ constant &+ word)
            }
            for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
        }
    }
}
