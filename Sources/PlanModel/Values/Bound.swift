package import YAMLDocuments

/// How a value is held against a limit, as documents write it.
package enum ComparisonOperator: String, Sendable, CaseIterable {
    case atLeast = "gte"
    case above = "gt"
    case atMost = "lte"
    case below = "lt"

    package func holds(_ value: DecimalNumber, _ limit: DecimalNumber) -> Bool {
        switch self {
        case .atLeast: value >= limit
        case .above: value > limit
        case .atMost: value <= limit
        case .below: value < limit
        }
    }

    /// As formulas write it: `≤`.
    package var sign: String {
        switch self {
        case .atLeast: "≥"
        case .above: ">"
        case .atMost: "≤"
        case .below: "<"
        }
    }

    /// What a value does that does not hold: `0.11 > 0.05` breaks `≤ 0.05`.
    package var opposite: ComparisonOperator {
        switch self {
        case .atLeast: .below
        case .above: .atMost
        case .atMost: .above
        case .below: .atLeast
        }
    }
}

/// A limit on one typed field of a change, such as `retrieval.documentsDelta` at most 0.05.
package struct Bound: Sendable {
    package let fields: Fields
    /// Name of the change field.
    package let path: Located<String>?
    package let op: Located<ComparisonOperator>?
    package let value: Located<DecimalNumber>?

    package init(_ fields: Fields) {
        self.fields = fields
        path = fields.string("path")
        op = fields.choice("op", ComparisonOperator.self)
        value = fields.decimal("value")
    }

    /// Whether a measured value keeps to the limit. Nil when the value is not known, or the limit cannot be read.
    package func holds(_ measured: DecimalNumber?) -> Bool? {
        guard let measured, let op = op?.value, let limit = value?.value else { return nil }
        return op.holds(measured, limit)
    }
}
