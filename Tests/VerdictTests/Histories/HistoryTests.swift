import Foundation
import Testing

/// The product and a plain model are told the same made-up histories, and say the same.
@Suite struct HistoryTests {
    /// More of them with `IMPRIMATUR_PROPERTY_RUNS=5000`; another start with `IMPRIMATUR_PROPERTY_SEED=…`.
    private static func number(_ variable: String, _ otherwise: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? otherwise
    }

    @Test func everyHistoryIsJudgedAsThePlainModelJudgesIt() async throws {
        let runs = Self.number("IMPRIMATUR_PROPERTY_RUNS", 200)
        let first = Self.number("IMPRIMATUR_PROPERTY_SEED", 1)
        print("histories \(first) to \(first + runs - 1)")
        var tally = Tally()
        try await withThrowingTaskGroup(of: Tally.self) { group in
            var next = first
            func add() {
                guard next < first + runs else { return }
                let seed = next
                next += 1
                group.addTask { try Self.compare(seed: UInt64(seed)) }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            while let one = try await group.next() {
                tally.add(one)
                // A few disagreements say enough.
                if tally.disagreements < 3 { add() }
            }
        }
        print(tally)
        // A generator that tells of nothing that passes, or of nothing that fails, would prove nothing.
        if runs >= 100, tally.disagreements == 0 {
            #expect(tally.releases["pass", default: 0] > runs / 4 && tally.releases["fail", default: 0] > runs / 4)
            #expect(tally.heads["pass", default: 0] > runs / 20 && tally.heads["fail", default: 0] > runs / 20)
            #expect(tally.counted > runs)
        }
    }

    struct Tally: CustomStringConvertible {
        var releases: [String: Int] = [:]
        var heads: [String: Int] = [:]
        var counted = 0
        var disagreements = 0

        mutating func add(_ other: Tally) {
            releases.merge(other.releases, uniquingKeysWith: +)
            heads.merge(other.heads, uniquingKeysWith: +)
            counted += other.counted
            disagreements += other.disagreements
        }

        var description: String { "releases \(releases), heads \(heads), approvals that count \(counted)" }
    }

    private static func compare(seed: UInt64) throws -> Tally {
        let teller = try StoryTeller(seed: seed)
        let model = PlainModel(story: teller.story)
        let engine = try EngineVerdict(of: teller.repository.path, pin: teller.pin, now: teller.story.now)
        var tally = Tally()
        #expect(
            (engine.trustFailure == nil) == teller.story.isRootSigned, "history \(seed): \(engine.trustFailure ?? "")")
        guard engine.trustFailure == nil, teller.story.isRootSigned else { return tally }

        func agree(_ what: String, _ expected: PlainModel.Verdict, _ found: EngineVerdict.Verdict?) {
            let approvals = Set(expected.approvals.map { teller.ids[$0] })
            let isSame = found?.outcome == expected.outcome.rawValue && found?.approvals == approvals
            #expect(
                isSame,
                """
                history \(seed), \(what): the model says \(expected.outcome) \(expected.why) with \
                \(expected.approvals.sorted()), the product \(found?.outcome ?? "nothing") \(found?.why ?? []) with \
                \((found?.approvals ?? []).map { teller.ids.firstIndex(of: $0) ?? -1 }.sorted())
                """)
            tally.counted += approvals.count
            if !isSame { tally.disagreements += 1 }
        }
        let verdicts = model.releaseVerdicts()
        var told = engine.releases
        for (number, expected) in verdicts.sorted(by: { $0.key < $1.key }) {
            let tag = teller.tagName(of: number)
            if expected.why == ["not a release"] {
                let found = told.removeValue(forKey: tag) ?? told.removeValue(forKey: teller.ids[number])
                #expect(found?.outcome == "fail", "history \(seed), \(tag) is no release")
            } else {
                agree(tag, expected, told.removeValue(forKey: teller.ids[number]))
            }
            tally.releases[expected.outcome.rawValue, default: 0] += 1
        }
        #expect(told.keys.allSatisfy { $0.hasSuffix("/?") }, "history \(seed): \(told.keys)")
        let head = model.headVerdict()
        agree("head", head, engine.head)
        tally.heads[head.outcome.rawValue, default: 0] += 1
        return tally
    }
}
