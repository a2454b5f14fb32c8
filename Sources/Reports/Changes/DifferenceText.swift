import Materiality

/// What changed in one system, as people read it: what it is about, each part of the system, the counts, then the
/// verdict and what a release takes, where a reader of a terminal looks first.
struct DifferenceText {
    private let difference: SystemDifference

    init(_ difference: SystemDifference) { self.difference = difference }

    func write(to page: inout Page) {
        let name = difference.changeClass
        page.paragraph("\(name + ":", ClassWords.ink(name)) \(difference.title, .strong)", hanging: 2)
        page.indented { page in
            if let counts = difference.counts { page.paragraph(StyledText(counts)) }
            for category in ChangeCategory.allCases {
                let changes = difference.changes.filter { $0.category == category }
                if !changes.isEmpty { Self.write(category, changes, to: &page) }
            }
            if !difference.changes.isEmpty {
                page.gap()
                ChangeMatrixText(ChangeMatrix(difference.changes)).write(to: &page)
                page.gap()
            }
            if let meaning = ClassWords.meaning(name) {
                page.paragraph("\(name, ClassWords.ink(name)) means: \(meaning).", hanging: 2)
            }
            for sentence in difference.escalation { page.paragraph(StyledText(sentence), hanging: 2) }
            let requirements = difference.requirements
            if !requirements.isEmpty { page.line("To release this:") }
            for line in requirements { page.paragraph(StyledText("- " + line), hanging: 2) }
        }
    }

    private static func write(_ category: ChangeCategory, _ changes: [Change], to page: inout Page) {
        page.gap()
        page.line(StyledText(category.heading, .strong))
        page.indented { page in
            for change in changes { ChangeText(change).write(to: &page) }
        }
    }
}
