/// Finds words that claim an approval: in a summary, a ticket's text, a trailer of a commit.
enum ApprovalWording {
    /// What usually stands in front of the name. English, because the project's own words are; a phrase in another
    /// language is not found, and never counts as an approval either.
    private static let openings = [
        "approved by", "approval by", "approval from", "signed off by", "sign-off by", "signoff by", "ok from",
        "okayed by",
        "approved-by:", "green light from", "approved in",
    ]

    /// The first claim with what follows on its line, at most 80 characters; nil where there is none.
    static func claim(in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            let lowered = line.lowercased()
            let starts = openings.compactMap { lowered.firstRange(of: $0)?.lowerBound }
            guard let start = starts.min() else { continue }
            // Lower-casing can change lengths in other scripts, so that the place is counted in characters.
            let offset = lowered.distance(from: lowered.startIndex, to: start)
            return String(line.dropFirst(offset).prefix(80))
        }
        return nil
    }
}
