/// Our own sentences, in which commands stand between backticks.
enum PageProse {
    static func html(_ sentences: String) -> [HTML] {
        sentences.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { number, part in
            number.isMultiple(of: 2) ? .text(String(part)) : HTML(.code, .translate(false)) { String(part) }
        }
    }
}
