/// How much a change matters, in ascending order.
package enum MaterialityClass: String, Comparable, CaseIterable, Sendable {
    /// Nothing that ships behaves differently.
    case none
    /// Small, within what was evaluated.
    case minor
    /// Can change behaviour; evaluations are needed again.
    case material
    /// Weakens a protection, or changes what the system is for.
    case critical

    package static func < (left: MaterialityClass, right: MaterialityClass) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .minor: 1
        case .material: 2
        case .critical: 3
        }
    }
}
