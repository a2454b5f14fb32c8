import FindingPolicy
import SourceText

extension CheckReport {
    /// The sentence that sums up: what asks for something to be done, then what is known already.
    var summary: StyledText {
        let counts = FindingCounts(findings)
        let aside = counts.aside.isEmpty ? "" : " (" + counts.aside.joined(separator: ", ") + ")"
        guard counts.hasOpen else { return "\("No findings:", .good) \(clean)\(aside)" }
        return "\(counts.words) in \(place)\(aside)"
    }

    /// `12 documents checked in the worktree`, `12 documents are valid against plan.schema.json`
    private var clean: String {
        let documents = Prose.count(documentCount, "document")
        guard let schemaLabel else { return "\(documents) checked in \(subjectLabel)" }
        return "\(documents) \(documentCount == 1 ? "is" : "are") valid against \(schemaLabel)"
    }

    /// `the worktree`, `12 documents checked against plan.schema.json`
    private var place: String {
        guard let schemaLabel else { return subjectLabel }
        return "\(Prose.count(documentCount, "document")) checked against \(schemaLabel)"
    }
}
