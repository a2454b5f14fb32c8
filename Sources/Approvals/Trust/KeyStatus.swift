/// What a key is worth under one version of the trust root.
package enum KeyStatus: Sendable, Hashable {
    /// A principal signs with it.
    case active(principal: String)
    /// Another key took its place, from a version on.
    case superseded(principal: String, since: Int)
    /// It is no longer used, from a version on. Also a key that a later version leaves out without saying why.
    case retired(principal: String, since: Int)
    /// Somebody else may have it, from a version on.
    case compromised(principal: String, since: Int)
    /// No version names it.
    case unknown

    /// Whose key it is, or was: a key never moves to another principal.
    package var principal: String? {
        switch self {
        case .active(let principal), .superseded(let principal, _), .retired(let principal, _),
            .compromised(let principal, _):
            principal
        case .unknown: nil
        }
    }

    package var isActive: Bool { if case .active = self { true } else { false } }

    package var isCompromised: Bool { if case .compromised = self { true } else { false } }

    /// The version from which on the key does not count; nil for active and unknown keys.
    package var since: Int? {
        switch self {
        case .superseded(_, let since), .retired(_, let since), .compromised(_, let since): since
        case .active, .unknown: nil
        }
    }

    /// `active`, `superseded`, `retired`, `compromised` or `unknown`, as reports write it.
    package var word: String {
        switch self {
        case .active: "active"
        case .superseded: "superseded"
        case .retired: "retired"
        case .compromised: "compromised"
        case .unknown: "unknown"
        }
    }
}
