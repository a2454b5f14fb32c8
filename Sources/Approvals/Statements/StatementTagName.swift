/// The names of the tags that carry statements. A name repeats what the signed text says, so that people find it; where
/// the two disagree, the statement is refused.
package enum StatementTagName {
    /// `approve/<system>/<version>/<role>/<principal>/<first 12 hex digits of the digest>` for a package;
    /// `approve/plan/<name>/<version>/…`, `approve/system/<name>/…` and `approve/record/<kind>/<name>/…` for others.
    package static func decision(
        _ decision: Statement.Decision, about subject: Statement.Subject, role: String, principal: String
    ) -> String {
        let (what, digest) =
            switch subject {
            case .package(let system, let version, let sha256): ("\(system)/\(version)", sha256)
            case .plan(let name, let version, let sha256): ("plan/\(name)/\(version)", sha256)
            case .system(let name, let sha256): ("system/\(name)", sha256)
            case .record(let reference, let sha256): ("record/\(reference.replacing(":", with: "/"))", sha256)
            case .trust(let version, let sha256): ("trust/\(version)", sha256)
            }
        return "\(decision.rawValue)/\(what)/\(role)/\(principal)/\(digest.prefix(12))"
    }

    /// `withdraw/<first 12 hex digits of the statement id>/<principal>`.
    package static func withdrawal(of statement: String, principal: String) -> String {
        "withdraw/\(statement.prefix(12))/\(principal)"
    }

    /// `author/<system>/<version>/<principal>/<first 12 hex digits of the package digest>`.
    package static func authorship(system: String, version: String, principal: String, digest: String) -> String {
        "author/\(system)/\(version)/\(principal)/\(digest.prefix(12))"
    }

    /// `trust/<version>/<principal>`.
    package static func trust(version: some StringProtocol, principal: String) -> String {
        "trust/\(version)/\(principal)"
    }

    package static func release(system: String, version: String) -> String { "release/\(system)/\(version)" }

    /// True for the name itself and for a numbered copy of it: `….2` when somebody decides again about the same bytes.
    package static func isName(_ name: String, equalOrCopyOf expected: String) -> Bool {
        guard name != expected else { return true }
        guard name.hasPrefix(expected + ".") else { return false }
        let number = name.dropFirst(expected.count + 1)
        return !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) }
    }
}
