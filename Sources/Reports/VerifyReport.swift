import Approvals
package import Releases
import SourceText

/// The verdicts on release tags, derived anew from git objects.
package struct VerifyReport: Sendable {
    package let releases: [VerifiedRelease]
    /// `unproved` unless something shows that no newer release was hidden.
    package let freshness: String
    /// What the reader should know beside the verdicts.
    package let notes: [ReleaseEvaluation.Reason]

    package init(
        _ releases: [VerifiedRelease], freshness: String = Self.unproved, notes: [ReleaseEvaluation.Reason] = []
    ) {
        self.releases = releases
        self.notes = notes
        self.freshness = freshness
    }

    package static let unproved = "unproved"

    /// The worst verdict. No release at all is no pass: nothing was proved.
    package var outcome: ReleaseEvaluation.Outcome {
        releases.isEmpty ? .incomplete : .worst(releases.map(\.outcome))
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        for release in releases {
            Self.write(release, to: &page)
            page.gap()
        }
        for note in notes { ReasonText(note).write("note", .note, to: &page) }
        page.paragraph(summary)
        page.paragraph("This proves what was approved, by whose keys and over which bytes. It does not prove what ran.")
        let doubt = ": nothing here shows that no newer release exists and was kept from this clone"
        page.paragraph("freshness: \(freshness)\(freshness == Self.unproved ? doubt : "")")
        return page.text
    }

    private var summary: StyledText {
        if releases.isEmpty { return "\("incomplete:", .warning) there is no release tag to look at" }
        let counts = [ReleaseEvaluation.Outcome.pass, .fail, .incomplete].compactMap { outcome -> String? in
            let count = releases.count { $0.outcome == outcome }
            return count > 0 ? "\(count) \(outcome.rawValue)" : nil
        }
        return "\("\(outcome.rawValue):", outcome.ink) \(Prose.count(releases.count, "release")), "
            + "\(counts.joined(separator: ", "))"
    }

    private static func write(_ release: VerifiedRelease, to page: inout Page) {
        page.paragraph("\("\(release.outcome.rawValue):", release.outcome.ink) \(release.tag, .strong)", hanging: 2)
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
        let people = evaluation.listedStatements.map { "\($0.principal) (\($0.role))" }
        page.paragraph(
            people.isEmpty
                ? "approved by: the release signature alone" : "approved by: \(Prose.list(people))", hanging: 2)
    }
}
