/// Tells by a sentence's own words that it is not English, so that English words for duties are not looked for in it.
/// Cheap on purpose: a few of the most frequent words of other languages, none of which is a word of English prompts
/// too; and the script. A sentence that shows neither counts as English.
enum LanguageMarks {
    private static let foreign: Set<String> = [
        // German
        "der", "das", "und", "nicht", "ist", "sie", "ein", "eine", "einen", "zu", "mit", "auf", "f\u{FC}r", "dem",
        "niemals", "oder", "wenn", "keine", "immer", "du",
        // French
        "le", "la", "les", "et", "est", "pas", "une", "des", "du", "vous", "ne", "jamais", "pour", "dans", "que",
        "toujours", "ou", "il",
        // Spanish, Portuguese, Italian
        "el", "los", "las", "y", "que", "nunca", "siempre", "una", "por", "con", "para", "n\u{E3}o", "os", "uma",
        "sempre", "e", "di", "non", "mai", "che", "gli", "della",
        // Dutch, Swedish, Polish
        "de", "het", "een", "niet", "nooit", "altijd", "voor", "och", "inte", "att", "aldrig", "nie", "nigdy", "zawsze",
        "jest",
    ]

    private static let english: Set<String> = [
        "the", "a", "an", "and", "or", "of", "to", "in", "is", "are", "be", "you", "your", "not", "it", "for", "with",
        "on", "that", "this", "never", "always", "must", "should", "any", "if", "when",
    ]

    static func isForeign(_ sentence: Sentence) -> Bool {
        let words = sentence.plainWords
        if isOtherScript(words) { return true }
        let others = words.count { foreign.contains($0) }
        return others >= 2 && others > words.count { english.contains($0) }
    }

    /// Most letters are not Latin.
    private static func isOtherScript(_ words: [String]) -> Bool {
        var latin = 0
        var other = 0
        for scalar in words.lazy.flatMap(\.unicodeScalars) where scalar.properties.isAlphabetic {
            if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) { latin += 1 } else { other += 1 }
        }
        return other > latin
    }
}
