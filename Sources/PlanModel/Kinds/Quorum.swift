package import YAMLDocuments

/// Which roles must have approved: roles with counts, nested by all, any and at-least.
package indirect enum Quorum: Sendable, Hashable {
    case role(String, count: Int)
    case all([Quorum])
    case any([Quorum])
    case atLeast(Int, of: [Quorum])

    /// Reads a list (all of them), `{role, count}`, `{all: […]}`, `{any: […]}` or `{atLeast: k, of: […]}`. Nil for
    /// anything else, for two of these in one, for a count below 1 and for an `atLeast` that can never or always be
    /// met: a quorum that cannot be understood must refuse.
    package init?(_ node: YAMLNode) {
        switch node.kind {
        case .sequence:
            let parts = node.items.map { Quorum($0) }
            let known = parts.compactMap { $0 }
            guard known.count == parts.count else { return nil }
            self = .all(known)
        case .mapping:
            let keys = Set(node.entries.map(\.key.text))
            guard [["role"], ["role", "count"], ["all"], ["any"], ["atLeast", "of"]].contains(keys) else { return nil }
            if let role = node["role"]?.string {
                let count = node["count"].map { $0.decimal?.integer } ?? 1
                guard let count, count >= 1 else { return nil }
                self = .role(role.hasPrefix("role:") ? String(role.dropFirst(5)) : role, count: count)
            } else if let list = node["all"], case .all(let parts) = Quorum(list), list.kind == .sequence {
                self = .all(parts)
            } else if let list = node["any"], list.kind == .sequence, case .all(let parts) = Quorum(list),
                !parts.isEmpty
            {
                self = .any(parts)
            } else if let count = node["atLeast"]?.decimal?.integer, let list = node["of"], list.kind == .sequence,
                case .all(let parts) = Quorum(list), count >= 1, count <= parts.count
            {
                self = .atLeast(count, of: parts)
            } else {
                return nil
            }
        case .scalar:
            return nil
        }
    }

    /// True for the explicit `approvals: []`: no approval is needed beside the release signature.
    package var isEmpty: Bool { self == .all([]) }

    /// Every role that the quorum names.
    package var roles: Set<String> {
        switch self {
        case .role(let role, _): [role]
        case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.reduce(into: []) { $0.formUnion($1.roles) }
        }
    }
}
