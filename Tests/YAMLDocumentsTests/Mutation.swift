/// Damages a text: flipped bits, cuts, copies, swaps and bytes that mean something to a YAML parser.
enum Mutation {
    static func apply(to seed: [UInt8], with indicators: [UInt8], _ numbers: inout SplitMix64) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            guard !bytes.isEmpty else { break }
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let length = min(Int.random(in: 1...12, using: &numbers), bytes.count - index)
            switch Int.random(in: 0..<7, using: &numbers) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 1: bytes.removeLast(bytes.count - index)
            case 2:
                let place = Int.random(in: 0...bytes.count, using: &numbers)
                bytes.insert(contentsOf: Array(bytes[index..<index + length]), at: place)
            case 3: bytes.removeSubrange(index..<index + length)
            case 4: bytes[index] = indicators.randomElement(using: &numbers) ?? 0
            case 5: bytes.insert(indicators.randomElement(using: &numbers) ?? 0, at: index)
            default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &numbers))
            }
        }
        return bytes
    }
}

/// Random numbers that are the same in every run and on every platform (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
