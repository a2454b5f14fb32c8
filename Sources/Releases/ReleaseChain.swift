package import Approvals
package import GitObjects
package import PlanModel
import SourceText

/// The releases of one system, linked by their statements: each names the one before, so that a moved, renamed or
/// deleted tag shows.
package struct ReleaseChain: Sendable {
    /// A release tag whose signature, name and signer are in order.
    package struct Link: Sendable {
        package let tag: String
        package let found: FoundStatement
        package let statement: Statement
        package let fields: Statement.ReleaseFields
        package let id: String
        package let commit: ObjectID
        package let version: String
        package let packageSHA256: String
        package let signer: String
    }

    package let system: String
    /// In the order of their sequence numbers.
    package let links: [Link]
    /// Tags under the system's name that are no release.
    package let rejected: [(tag: String, reasons: [JudgedStatement.Reason])]
    /// Where the links do not fit together.
    package let breaks: [String]

    package var last: Link? { links.last }

    package func link(version: String) -> Link? { links.first { $0.version == version } }

    /// The release before a link in the chain.
    package func predecessor(of link: Link) -> Link? { links.first { $0.id == link.fields.previous } }

    /// The release of the highest version below another, for hotfix lines.
    package func precedingVersion(_ version: SemanticVersion, before limit: Int?) -> Link? {
        let candidates = links.compactMap { link in
            SemanticVersion(link.version).map { (link: link, version: $0) }
        }
        return
            candidates
            .filter { $0.version.precedes(version) && $0.link.fields.sequence < limit ?? .max }
            .max { $0.version.precedes($1.version) }?.link
    }

    package init(of system: String, tags: [FoundStatement], trust: TrustState) {
        var links: [Link] = []
        var rejected: [(tag: String, reasons: [JudgedStatement.Reason])] = []
        for found in tags {
            switch Self.link(found, system: system, trust: trust) {
            case .success(let link): links.append(link)
            case .failure(let failure): rejected.append((found.place.label, failure.reasons))
            }
        }
        self.system = system
        self.links = links.sorted { ($0.fields.sequence, $0.tag) < ($1.fields.sequence, $1.tag) }
        self.rejected = rejected
        breaks = Self.breaks(in: self.links)
    }

    private struct Rejection: Error { let reasons: [JudgedStatement.Reason] }

    private static func link(
        _ found: FoundStatement, system: String, trust: TrustState
    ) -> Result<Link, Rejection> {
        func reject(_ question: JudgedStatement.Question, _ code: String, _ sentence: String) -> Result<Link, Rejection>
        {
            .failure(Rejection(reasons: [.init(question, code, sentence)]))
        }
        if case .defective(let code, let message) = found.content { return reject(.cryptography, code, message) }
        guard let statement = found.statement, let fields = statement.release, statement.decision == .release,
            let subject = statement.packageSubject(of: system)
        else { return reject(.binding, "no-release", "its statement is not a release of \(system)") }
        let name = StatementTagName.release(system: system, version: subject.version)
        guard found.place.label == name else {
            return reject(.binding, "name-mismatch", "its text releases \(system) \(subject.version)")
        }
        let (_, signer, reasons) = Signer.identify(found, roster: trust.roster)
        guard reasons.isEmpty, let signer else { return .failure(Rejection(reasons: reasons)) }
        guard signer.kind == .human, signer.holds(Roles.releaseManager, system: system) else {
            return reject(
                .authority, "role-not-held", "\(signer.id) does not hold the role \(Roles.releaseManager) for \(system)"
            )
        }
        guard statement.repository == trust.repository else {
            return reject(.binding, "other-repository", "it was made for a repository with another trust root")
        }
        guard let id = found.id, let commit = found.target else {
            return reject(.cryptography, "unsigned", "it is not signed")
        }
        return .success(
            Link(
                tag: name, found: found, statement: statement, fields: fields, id: id, commit: commit,
                version: subject.version, packageSHA256: subject.sha256, signer: signer.id))
    }

    private static func breaks(in links: [Link]) -> [String] {
        var breaks: [String] = []
        var previous: Link?
        for link in links {
            let expected = (previous?.fields.sequence ?? 0) + 1
            if link.fields.sequence == previous?.fields.sequence {
                breaks.append("\(link.tag) and \(previous?.tag ?? "") both have sequence \(link.fields.sequence)")
            } else if link.fields.sequence != expected {
                breaks.append(
                    "\(link.tag) has sequence \(link.fields.sequence), but release \(expected) is not here: its tag was "
                        + "deleted, or not fetched")
            } else if link.fields.previous != previous?.id {
                breaks.append(
                    "\(link.tag) does not follow \(previous?.tag ?? "nothing"): it names another release before it")
            }
            previous = link
        }
        return breaks
    }
}

/// Roles that the tool itself asks for.
package enum Roles {
    /// Signs release tags.
    package static let releaseManager = "release-manager"
}
