import PlanModel
import SourceText
import Testing
import YAMLDocuments

/// When one quorum is at least as strict as another: held against a search over all approvals, which shares no code
/// with it.
struct QuorumTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let roles = ["engineering", "product", "risk"]

    private static func random(_ depth: Int, _ generator: inout Generator) -> Quorum {
        func parts(_ range: ClosedRange<Int>) -> [Quorum] {
            (0..<Int.random(in: range, using: &generator)).map { _ in random(depth - 1, &generator) }
        }
        switch depth == 0 ? 0 : Int.random(in: 0..<4, using: &generator) {
        case 1: return .all(parts(0...2))
        case 2: return .any(parts(1...2))
        case 3:
            let of = parts(2...3)
            return .atLeast(Int.random(in: 1...of.count, using: &generator), of: of)
        default:
            return .role(
                roles.randomElement(using: &generator) ?? "risk", count: Int.random(in: 1...2, using: &generator))
        }
    }

    /// What can be left of approvals, by role, after a quorum took its places; empty when it cannot.
    private static func rests(_ quorum: Quorum, _ given: [Int]) -> Set<[Int]> {
        switch quorum {
        case .role(let role, let count):
            guard let index = roles.firstIndex(of: role), given[index] >= count else { return [] }
            var rest = given
            rest[index] -= count
            return [rest]
        case .any(let parts): return Set(parts.flatMap { rests($0, given) })
        case .all(let parts):
            return parts.reduce([given]) { left, part in Set(left.flatMap { rests(part, $0) }) }
        case .atLeast(let count, let parts):
            guard count > 0 else { return [given] }
            guard let first = parts.first else { return [] }
            let others = Array(parts.dropFirst())
            let taken = rests(first, given).flatMap { rests(.atLeast(count - 1, of: others), $0) }
            return Set(taken).union(others.count >= count ? rests(.atLeast(count, of: others), given) : [])
        }
    }

    @Test("Strictness is that of all approvals there can be")
    func exhaustive() {
        var generator = Generator(state: 20_261_124)
        // No part of such a quorum takes more than this many of one role.
        let most = 12
        let approvals = (0...most).flatMap { a in (0...most).flatMap { b in (0...most).map { [a, b, $0] } } }
        var answers: [Bool: Int] = [:]
        for _ in 0..<120 {
            let (one, other) = (Self.random(2, &generator), Self.random(2, &generator))
            // Only the least approvals matter: more of them fill what fewer fill.
            let expected = approvals.filter { $0.reduce(0, +) <= 8 }.allSatisfy {
                Self.rests(one, $0).isEmpty || !Self.rests(other, $0).isEmpty
            }
            let needsMore = one.alternatives()?.contains { $0.count > 8 } ?? true
            if needsMore { continue }
            #expect(one.implies(other) == expected, "\(one) \(other)")
            answers[expected, default: 0] += 1
        }
        #expect(answers.count == 2)
    }

    @Test("A quorum with too many ways is not decided")
    func bounded() {
        let wide = Quorum.atLeast(10, of: (0..<24).map { .role("r\($0)", count: 1) })
        #expect(wide.implies(.role("r0", count: 1)) == nil)
        #expect(Quorum.role("r0", count: 1).implies(wide) == nil)
        #expect(Quorum.all([]).implies(.all([])) == true)
    }
}
