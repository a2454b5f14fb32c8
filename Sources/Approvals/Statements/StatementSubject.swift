/// The bytes that a decision is about, by what they are.
extension Statement.Subject {
    /// 64 hexadecimal digits.
    package var sha256: String {
        switch self {
        case .package(_, _, let sha256), .plan(_, _, let sha256), .system(_, let sha256), .record(_, let sha256),
            .trust(_, let sha256):
            sha256
        }
    }

    /// Nil for what has no versions.
    package var version: String? {
        switch self {
        case .package(_, let version, _), .plan(_, let version, _), .trust(let version, _): version
        case .system, .record: nil
        }
    }

    /// `package`, `plan`, `system`, `record` or `trust root`.
    package var noun: String {
        switch self {
        case .package: "package"
        case .plan: "plan"
        case .system: "system"
        case .record: "record"
        case .trust: "trust root"
        }
    }

    /// What the names of tags about it have behind the decision.
    var folder: String {
        switch self {
        case .package(let system, _, _): system
        case .plan(let name, _, _): "plan/\(name)"
        case .system(let name, _): "system/\(name)"
        case .record(let reference, _): "record/\(reference.replacing(":", with: "/"))"
        case .trust: "trust"
        }
    }

    /// True when both are the same thing, at whatever version and digest. A version of a plan is a thing of its own.
    func isSame(as other: Statement.Subject) -> Bool {
        switch (self, other) {
        case (.package(let one, _, _), .package(let two, _, _)): one == two
        case (.plan(let one, let version, _), .plan(let two, let otherVersion, _)):
            one == two && version == otherVersion
        case (.system(let one, _), .system(let two, _)): one == two
        case (.record(let one, _), .record(let two, _)): one == two
        case (.trust(let one, _), .trust(let two, _)): one == two
        default: false
        }
    }
}
