import SourceText
import Testing
import YAMLDocuments

/// The exact bytes of every kind of node: what a code frame underlines. Anchors and tags stay outside, because the
/// finding is about the value; the empty value of `a:` is the place right behind the colon.
struct YAMLSpanTests {
    /// Spans of a tree in the order of the text: a collection before its parts, a key before its value.
    private func spans(_ node: YAMLNode) -> [Range<Int>] {
        switch node.kind {
        case .scalar: [node.range]
        case .sequence: [node.range] + node.items.flatMap { spans($0) }
        case .mapping: [node.range] + node.entries.flatMap { [$0.key.range] + spans($0.value) }
        }
    }

    @Test(
        "Every node's span, in the order of the text",
        arguments: [
            // Scalars
            "«plain»", "  «plain»  # comment\n", "«'single'»\n", "«\"double\"» # comment\n", "«two\n lines»\n",
            "«\"two\n\n  lines\"»\n", "«'two\n  lines'»\n", "«a  b»  \t\n",
            // Values and keys
            "««a»: «1»»\n", "««a»:   «x y»   # comment\n«b»: «2»»\n", "««\"a b\"»: «'x'»»\n", "««a» : «1»»\n",
            "««a»:\t«1»»\n", "««a»:\n  «two\n  lines»\n«b»: «1»»\n", "««a»:\n  ««b»:\n    ««c»: «1»»»\n«d»: «2»»\n",
            // Empty values
            "««a»:«»»\n", "««a»:«» # comment\n«b»:«»»", "««a»:\n  ««b»:«»»\n«c»: «1»»\n", "«-«»\n- «b»»\n",
            "««a»: &x«»\n«b»: «1»»\n", "««a»: !!null«»\n«b»: «1»»\n",
            // Sequences
            "«- «a»\n- «b»»\n", "««a»:\n«- «1»\n- «2»»\n«b»: «3»»\n", "««a»:\n  «- «1»\n  - «2»»\n\n«b»: «3»»\n",
            "«- «- «a»\n  - «b»»\n- «c»»\n", "«- ««a»: «1»\n  «b»: «2»»\n-   ««c»: «3»»»\n",
            // Block scalars
            "««a»: «|\n  x\n  y»\n«b»: «1»»\n", "««a»: «>\n  x\n\n  y»\n\n\n«b»: «1»»\n",
            "««a»: «|2-\n    x»\n«b»: «1»»\n",
            "««a»: «|+\n  x»\n\n\n«b»: «1»»\n", "««a»: «>- # comment\n  x»\n# comment\n«b»: «1»»\n",
            "««a»: «|»\n«b»: «1»»\n",
            "«- «|\n x»»", "--- «|\n  x»",
            // Flow
            "««a»: «[«1», «x y» , «\"z\"»]»»\n", "««a»: «[]»\n«b»: «{}»»\n",
            "««a»: «{«b»: «1», «c»: «[«2»]»}» # x\n«d»: «3»»\n",
            "««a»: «[\n  «1»,\n  «2»\n]»\n«b»: «1»»\n", "«{«a»:«», «b»: «1»}»\n", "«{«a»«», «b»«»}»\n",
            "«[««a»: «1»», «b»]»\n", "«{«\"a\"»:«1»}»\n", "«[«a\n  b», «c»]»\n",
            // Anchors, tags and explicit keys
            "««a»: &x «1»\n«b»: !!str «2»»\n", "««a»: !!map\n  ««b»: «1»»»\n", "««a»: &x\n  «- «1»»»\n",
            "«&x «a»: «1»»\n",
            "«? «a»\n: «1»\n? «b»\n: «2»»\n", "««a»: &x «{«b»: «1»}»»\n",
            // Characters of several bytes, before and within
            "««größe»: «\"ü\"»\n«nächste»:\n  «- «日本»\n  - ««💩»: «x»»»»\n", "# ä\n««é»: «[«ö», «ü»]» # ß\n«b»: «→»»\n",
            "««ключ»: «|\n  значение\n  ещё»\n«b»:«»»\n",
            // Line ends and a byte-order mark
            "««a»: «x»\r\n«b»: «y»»\r\n", "««a»: «x\r\n  y»\r\n«b»: «|\r\n  z»\r\n«c»: «1»»\r\n",
            "««a»: «x»\r«b»: «y»»\r", "\u{FEFF}««a»: «x»»\n",
            "««a»: «x\u{2028}y\u{85}z»»\n",
            // Documents
            "# comment\n---\n««a»: «1»»\n...\n", "--- «x»\n", "%YAML 1.2\n---\n«[«1»]»\n",
        ])
    func spans(marked: String) throws {
        let text = MarkedText(marked)
        let stream = text.stream
        #expect(stream.problems.filter { $0.severity == .error }.map(\.message) == [])
        let root = try #require(stream.documents.first?.root)
        #expect(
            spans(root) == text.ranges,
            "\(zip(spans(root), text.ranges).filter { $0 != $1 }.map { text.source.marking($0.0) })")
    }

    @Test("An alias is the node that it names, with that node's place")
    func alias() throws {
        let text = MarkedText("é: &x «{b: 1}»\nc: *x\n")
        let root = try #require(text.stream.documents.first?.root)
        #expect(root["c"]?.range == text.ranges[0])
        #expect(root.range.upperBound == text.text.utf8.count - 1)
    }
}
