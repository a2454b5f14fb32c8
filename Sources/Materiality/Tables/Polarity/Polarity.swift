/// Which way a setting is stricter: the table behind `threshold-loosened` and its like. Each row names where that was
/// read. A new row is one entry in the list of its area, a new area one list and one line in `all`.
package enum Polarity {
    package enum Stricter: Sendable, Hashable {
        case whenLower, whenHigher
        /// Words from the strictest to the laxest; of words in one tier none is known to be the stricter.
        case inTiers([[String]])

        /// Words from the strictest to the laxest.
        static func inOrder(_ words: [String]) -> Stricter { .inTiers(words.map { [$0] }) }
    }

    /// Holds where the mapping around the value says so, as the `type` of an assertion does.
    package struct Condition: Sendable, Hashable {
        package let key: String
        package let values: Set<String>
    }

    /// The numbers that can be written, where they have bounds.
    package struct Bounds: Sendable, Hashable {
        package let least: String?
        package let greatest: String?

        static let fraction = Bounds(least: "0", greatest: "1")
        static let positive = Bounds(least: "0", greatest: nil)
        static let none = Bounds(least: nil, greatest: nil)
    }

    package struct Row: Sendable, Hashable {
        /// Name of the format; nil for every format.
        package let format: String?
        /// The value's key, or that of the mapping or list around it; `*` for any. Case does not count.
        package let key: String
        /// Nil for a row that holds wherever its key stands.
        package let condition: Condition?
        package let stricter: Stricter
        package let bounds: Bounds
        /// What holds where the key is absent; nil when the source does not say.
        package let whenAbsent: String?
        package let source: String

        init(
            format: String?, key: String, when condition: Condition? = nil, stricter: Stricter, bounds: Bounds = .none,
            whenAbsent: String?, source: String
        ) {
            self.format = format
            self.key = key
            self.condition = condition
            self.stricter = stricter
            self.bounds = bounds
            self.whenAbsent = whenAbsent
            self.source = source
        }

        /// `lower`, or `BLOCK > ANONYMIZE > NONE`, for the reference page.
        package var stricterInWords: String {
            switch stricter {
            case .whenLower: "lower"
            case .whenHigher: "higher"
            case .inTiers(let tiers): tiers.map { $0.joined(separator: " or ") }.joined(separator: " > ")
            }
        }
    }

    /// The table by what its rows are asked about: a row answers only there.
    package static let areas: [(name: String, rows: [Row])] = [
        ("thresholds of guardrails", guardrailThresholds), ("what a guardrail does", actions),
        ("switches of guardrails", switches), ("when a guardrail cannot decide", failures),
        ("filters of the provider", safetySettings), ("upgrades of a deployment", upgradeOptions),
        ("scores of the retrieval", retrievalScores), ("criteria of the plan", criteria),
        ("assertions of an evaluation", assertions),
    ]

    /// The whole table, area by area.
    package static let all = areas.flatMap(\.rows)
}
