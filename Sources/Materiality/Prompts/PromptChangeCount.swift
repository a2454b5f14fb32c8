import SourceText
import YAMLDocuments

/// How much of the prompts' text changed.
struct PromptChangeCount {
    static let sentencesField = "prompt.sentencesChanged"
    static let wordsField = "prompt.wordsChanged"

    /// Sentences that were added, removed, edited or moved.
    private(set) var sentences = 0
    /// Words of one side that the other side does not have in that place.
    private(set) var words = 0
    /// False when some text could not be read, or was too long to be compared word by word.
    private(set) var isExact = true

    /// A sentence that changed, with how many of its words.
    struct Counted {
        let old: Location?
        let new: Location?
        let words: Int
    }

    /// Places that were counted: a partial that two prompts include counts once.
    private var seen: Set<String> = []

    mutating func add(_ counted: [Counted]) {
        for one in counted {
            let key = [one.old, one.new].map { place -> String in
                guard case .span(let source, let range) = place else { return "-" }
                return "\(source.path) \(range)"
            }.joined(separator: "\u{0}")
            guard seen.insert(key).inserted else { continue }
            sentences += 1
            words += one.words
        }
    }

    mutating func giveUp() { isExact = false }

    var values: [String: DecimalNumber] {
        isExact
            ? [Self.sentencesField: DecimalNumber(sentences), Self.wordsField: DecimalNumber(words)] : [:]
    }
}
