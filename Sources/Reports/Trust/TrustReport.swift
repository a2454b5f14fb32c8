package import Approvals
import PlanModel
package import Releases
import SourceText

/// The chain of trust roots of one tree: who may say what, who signed each version, and what is wrong.
package struct TrustReport: Sendable {
    /// What the text tells beside the versions.
    package enum Subject: Sendable {
        /// People, roles and keys of the version that rules.
        case people
        /// Who signed each version, and who could.
        case signatures
    }

    let examination: TrustExamination
    let chain: TrustChain?
    let pin: TrustPin?
    /// The revision that was looked at, or the worktree.
    let tree: String
    let subject: Subject

    /// - Parameter pin: nil where nobody said which root to trust.
    package init(_ examination: TrustExamination, pin: TrustPin?, tree: String, subject: Subject) {
        self.examination = examination
        chain = examination.chain
        self.pin = pin
        self.tree = tree
        self.subject = subject
    }

    /// Refused when a version is not valid. Whether a root is the right one cannot be told without a pin.
    package var outcome: ReleaseEvaluation.Outcome {
        if examination.failures.contains(where: \.isRefusal) { return .fail }
        return examination.failures.isEmpty && pin != nil ? .pass : .incomplete
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        writeState(to: &page)
        page.gap()
        for version in examination.versions { write(version, to: &page) }
        if subject == .people, let last = chain?.versions.last, let chain { write(last, chain, to: &page) }
        page.gap()
        for failure in examination.failures {
            ReasonText(Self.reason(failure)).write(Self.word(failure), .error, to: &page)
        }
        if pin == nil { ReasonText(.unpinned).write("undecided", .warning, to: &page) }
        page.paragraph("\("\(outcome.rawValue):", outcome.ink) the trust root of \(tree)")
        return page.text
    }

    static func reason(_ failure: TrustFailure) -> ReleaseEvaluation.Reason {
        ReleaseEvaluation.Reason(code: failure.code, message: failure.message, mend: failure.mend)
    }

    private static func word(_ failure: TrustFailure) -> String { failure.isRefusal ? "refused" : "undecided" }

    private func writeState(to page: inout Page) {
        guard examination.failures.isEmpty, let last = chain?.versions.last else {
            page.paragraph(
                "\("No trust root rules \(tree).", .error) Highest version: "
                    + "\(examination.versions.last.map { String($0.number) } ?? "none")")
            return
        }
        page.paragraph("\("Version \(last.number)", .strong) of the trust root rules \(tree)")
        page.line("digest: sha256:\(last.sha256)")
        if let pin { page.paragraph("version 1 is pinned by \(pin.source.rawValue)") }
    }

    private func write(_ version: TrustExamination.Version, to page: inout Page) {
        let isValid = version.failures.isEmpty
        page.paragraph(
            "\(isValid ? "valid" : "not valid", isValid ? .good : .error) \(version.path, .strong)", hanging: 2)
        guard let read = version.version else { return }
        page.indented { page in
            page.line("sha256:\(read.sha256)")
            guard let signatures = read.signatures else {
                page.paragraph(pin == nil ? "version 1, which nobody pinned" : "version 1, pinned")
                return
            }
            for count in [signatures.before, signatures.own] { Self.write(count, to: &page) }
            for left in signatures.disregarded {
                page.paragraph("not counted: \(left.path): \(left.sentence)", hanging: 2)
            }
        }
    }

    private static func write(_ count: VersionSignatures.Count, to page: inout Page) {
        let people = count.signers.isEmpty ? "nobody" : Prose.list(count.signers)
        page.paragraph(
            "by version \(count.version) (\(count.neededWords) × \(count.role)): signed by \(people)", hanging: 2)
        if !count.growing.isEmpty {
            page.paragraph("not counted there, because their own roles grow: \(Prose.list(count.growing))", hanging: 2)
        }
        if count.missing > 0, !count.others.isEmpty {
            page.paragraph("\("missing:", .warning) \(count.missing) of \(Prose.list(count.others, "or"))", hanging: 2)
        }
    }

    private func write(_ version: TrustVersion, _ chain: TrustChain, to page: inout Page) {
        section("People of version \(version.number)", version.roster.principals, to: &page) { principal, page in
            let roles = principal.roles.map(\.words)
            page.paragraph(
                "\(principal.id, .strong) (\(principal.kind.rawValue)): "
                    + "\(roles.isEmpty ? "no role" : roles.joined(separator: ", "))", hanging: 2)
            page.indented { page in
                for key in principal.keys {
                    guard let fingerprint = key.fingerprint?.value else { continue }
                    page.line("\(fingerprint) (\(key.type?.value ?? "?"), \(chain.status(ofKey: fingerprint).word))")
                }
            }
        }
        page.gap()
        page.paragraph("Changing it takes \(version.root.thresholdWords), of this version and of the next.")
        section("Revoked keys", version.root.revokedKeys, to: &page) { key, page in
            let owner = chain.principal(ofAnyKey: key.fingerprint.value)?.id ?? "?"
            page.paragraph("\(key.words) (\(owner))", hanging: 2)
        }
        section("Delegations", version.root.delegations, to: &page) { delegation, page in
            page.paragraph("\(delegation.words)", hanging: 2)
        }
        let systems = Set(chain.versions.flatMap { $0.root.releaseHeads.compactMap { $0.system?.value } }).sorted()
        section("Checkpoints", systems.flatMap(chain.checkpoints), to: &page) { head, page in
            page.paragraph(
                "version \(head.version): \(head.system) was at release \(head.sequence), \(String(head.statement.prefix(12)))…",
                hanging: 2)
        }
        section("Void releases", chain.voidReleases.sorted(), to: &page) { id, page in page.line("\(id)") }
    }

    /// A heading with its lines, unless there are none.
    private func section<Item>(
        _ title: String, _ items: [Item], to page: inout Page, _ write: (Item, inout Page) -> Void
    ) {
        guard !items.isEmpty else { return }
        page.gap()
        page.paragraph("\(title, .strong)")
        page.indented { page in for item in items { write(item, &page) } }
    }
}

extension VersionSignatures.Count {
    /// How many it takes; a threshold that nobody can meet has no number.
    var neededWords: String { needed == .max ? "?" : String(needed) }
}
