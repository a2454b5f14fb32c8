package import Approvals
import PlanModel
import Releases

/// What a proposed version of the trust root changes, and who has to sign it.
package struct TrustProposalReport: Sendable {
    package struct Facts: Sendable {
        /// Nil when it cannot be read.
        let proposed: TrustVersion?
        let predecessor: TrustVersion?
        /// What is wrong with it beside missing signatures.
        let defects: [TrustFailure]

        package init(proposed: TrustVersion?, predecessor: TrustVersion?, defects: [TrustFailure]) {
            self.proposed = proposed
            self.predecessor = predecessor
            self.defects = defects
        }
    }

    private let facts: Facts

    package init(_ facts: Facts) { self.facts = facts }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        if let proposed = facts.proposed, let predecessor = facts.predecessor {
            writeChanges(from: predecessor, to: proposed, to: &page)
            page.gap()
            if let signatures = proposed.signatures { write(signatures, to: &page) }
        }
        page.gap()
        for defect in facts.defects { ReasonText(TrustReport.reason(defect)).write("refused", .error, to: &page) }
        return page.text
    }

    private func writeChanges(from old: TrustVersion, to new: TrustVersion, to page: inout Page) {
        page.paragraph("\("Version \(new.number)", .strong) of the trust root, against version \(old.number):")
        let sentences = TrustRootChanges.sentences(from: old.root, to: new.root)
        page.indented { page in
            if sentences.isEmpty { page.paragraph("nothing changes but the checkpoints: edit \(new.path)") }
            for sentence in sentences { page.paragraph("\(sentence)", hanging: 2) }
            for head in new.root.releaseHeads {
                guard let system = head.system?.value, let sequence = head.sequence?.value else { continue }
                page.paragraph("checkpoint: \(system) is at release \(sequence)", hanging: 2)
            }
        }
    }

    private func write(_ signatures: VersionSignatures, to page: inout Page) {
        page.paragraph("\("Signatures", .strong), with `imprimatur trust sign`:")
        page.indented { page in
            for count in [signatures.before, signatures.own] {
                let signed = count.signers.isEmpty ? "nobody signed yet" : "signed by \(Prose.list(count.signers))"
                let open =
                    count.missing == 0 ? "" : "; missing \(count.missing) of \(Prose.list(count.others, "or"))"
                page.paragraph(
                    "by version \(count.version), \(count.neededWords) × \(count.role): \(signed)\(open)", hanging: 2)
                if !count.growing.isEmpty {
                    page.paragraph(
                        "\(Prose.list(count.growing)) signed, but get more roles and do not count there", hanging: 2)
                }
            }
            for left in signatures.disregarded {
                page.paragraph("not counted: \(left.path): \(left.sentence)", hanging: 2)
            }
        }
    }
}
