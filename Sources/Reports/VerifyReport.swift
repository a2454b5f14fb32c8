import Approvals
package import Releases
import SourceText

/// The verdicts on release tags, derived anew from git objects.
package struct VerifyReport: Sendable {
    package let releases: [VerifiedRelease]
    /// For each system whether something shows that no newer release was hidden.
    package let freshness: [(system: String, freshness: Freshness)]
    /// Full name of the protected branch.
    package let protected: String?
    /// What the reader should know beside the verdicts.
    package let notes: [ReleaseEvaluation.Reason]
    /// Whether every release was asked for: then those that the trust root lists as void are shown, and decide nothing.
    /// Whoever asks for a void one by name hears that it must not be used.
    private let showsAll: Bool

    /// - Parameter showingAll: whether every release was asked for, none by its name.
    package init(
        _ releases: [VerifiedRelease], showingAll: Bool = true,
        freshness: [(system: String, freshness: Freshness)] = [],
        protected: String? = nil, notes: [ReleaseEvaluation.Reason] = []
    ) {
        self.releases = releases
        self.freshness = freshness
        self.protected = protected
        self.notes = notes
        showsAll = showingAll
    }

    /// The worst verdict. No release at all is no pass: nothing was proved.
    package var outcome: ReleaseEvaluation.Outcome {
        let deciding = showsAll ? releases.filter { !$0.isVoid } : releases
        return deciding.isEmpty ? .incomplete : .worst(deciding.map(\.outcome))
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        for release in releases {
            Self.write(release, to: &page)
            page.gap()
        }
        page.paragraph(summary)
        for note in notes { ReasonText(note).write("note", .note, to: &page) }
        page.paragraph("This proves what was approved, by whose keys and over which bytes. It does not prove what ran.")
        if let protected { page.paragraph("protected branch: \(protected)") }
        for (system, freshness) in freshness { page.paragraph(Self.words(system, freshness), hanging: 2) }
        return page.text
    }

    private static func words(_ system: String, _ freshness: Freshness) -> StyledText {
        switch freshness {
        case .expectedHead: "freshness of \(system): the last release is the expected one"
        case .checkpoint(let version):
            "freshness of \(system): version \(version) of the trust root names the last release, and none follows it"
        case .unproved:
            "freshness of \(system): unproved, nothing here shows that no newer release was kept from this clone"
        }
    }

    private var summary: StyledText {
        if releases.isEmpty { return "\("incomplete:", .warning) there is no release tag to look at" }
        let counts = [ReleaseEvaluation.Outcome.pass, .fail, .incomplete].compactMap { outcome -> String? in
            let count = releases.count { $0.outcome == outcome && !$0.isVoid }
            return count > 0 ? "\(count) \(outcome.rawValue)" : nil
        }
        let void = releases.count(where: \.isVoid)
        return "\("\(outcome.rawValue):", outcome.ink) \(Prose.count(releases.count, "release")), "
            + "\((counts + (void > 0 ? ["\(void) void"] : [])).joined(separator: ", "))"
    }

    private static func write(_ release: VerifiedRelease, to page: inout Page) {
        let word = release.isVoid ? "void" : release.outcome.rawValue
        page.paragraph("\("\(word):", release.outcome.ink) \(release.tag, .strong)", hanging: 2)
        page.indented { page in
            if let link = release.link {
                page.paragraph(
                    "release \(link.fields.sequence) of \(release.system), version \(link.version), signed by \(link.signer)",
                    hanging: 2)
                if let time = link.found.claimedTime {
                    page.paragraph("made at \(Timestamp(secondsSince1970: time).rfc3339), as the tag claims")
                }
                page.line("commit: \("\(link.commit)")")
            }
            guard let evaluation = release.evaluation else {
                for refusal in release.refusals { ReasonText(refusal).write("refused", .error, to: &page) }
                for doubt in release.undecided { ReasonText(doubt).write("undecided", .warning, to: &page) }
                return
            }
            let text = EvaluationText(evaluation, refusals: release.refusals, undecided: release.undecided)
            text.writeFacts(to: &page)
            writeApprovals(evaluation, to: &page)
            text.writeReasons(to: &page)
        }
    }

    private static func writeApprovals(_ evaluation: ReleaseEvaluation, to page: inout Page) {
        let people = evaluation.statements.filter { $0.counts && $0.decision == .approve }.map {
            "\($0.principal ?? "?") (\($0.role ?? "?"))"
        }.sorted()
        page.paragraph(
            people.isEmpty
                ? "approved by: the release signature alone" : "approved by: \(Prose.list(people))", hanging: 2)
    }
}
