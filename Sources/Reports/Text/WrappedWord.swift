/// A word of a paragraph with the space before it. A word keeps its runs, because ink may change inside it.
struct WrappedWord {
    private(set) var gap = StyledText.Run(text: "", ink: nil)
    private(set) var runs: [StyledText.Run] = []

    var columns: Int { runs.reduce(0) { $0 + $1.columns } }

    /// Splits at spaces, all of which are kept.
    static func words(of runs: [StyledText.Run]) -> [WrappedWord] {
        var words = [WrappedWord()]
        for run in runs {
            for (number, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if number > 0 {
                    if words.last?.runs.isEmpty == false { words.append(WrappedWord()) }
                    words[words.count - 1].gap.text += " "
                    words[words.count - 1].gap.ink = run.ink
                }
                if !part.isEmpty {
                    words[words.count - 1].runs.append(StyledText.Run(text: String(part), ink: run.ink))
                }
            }
        }
        return words.filter { !$0.runs.isEmpty }
    }
}

extension StyledText.Run {
    var columns: Int { DisplayWidth.columns(of: text) }

    /// Neighbours of one ink made one, so that each ink is switched on once.
    static func joined(_ runs: [Self]) -> [Self] {
        var joined: [Self] = []
        for run in runs where !run.text.isEmpty {
            if let last = joined.last, last.ink == run.ink {
                joined[joined.count - 1].text += run.text
            } else {
                joined.append(run)
            }
        }
        return joined
    }
}
