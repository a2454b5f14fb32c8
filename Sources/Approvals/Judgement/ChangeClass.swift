package import Materiality

/// How much a release changes: the first release has a class of its own, above none of the ordered ones.
package enum ChangeClass: Sendable, Hashable {
    case initial
    case ordered(MaterialityClass)

    /// As policies and statements write it.
    package var name: String {
        switch self {
        case .initial: "initial"
        case .ordered(let level): level.rawValue
        }
    }

    package init?(_ name: String) {
        if name == "initial" {
            self = .initial
        } else if let level = MaterialityClass(rawValue: name) {
            self = .ordered(level)
        } else {
            return nil
        }
    }

    /// True when somebody who was shown `self` saw at least as much as `other` says. Initial covers only initial.
    package func covers(_ other: ChangeClass) -> Bool {
        switch (self, other) {
        case (.initial, .initial): true
        case (.ordered(let shown), .ordered(let actual)): shown >= actual
        default: false
        }
    }

    /// Where the class asks for at least what a material change asks.
    package var isAtLeastMaterial: Bool {
        switch self {
        case .initial: false
        case .ordered(let level): level >= .material
        }
    }
}
