/// The stream and its documents (YAML 1.2.2, 6.8 and chapter 9).
extension StrictParser {
    /// Reads the next document's events into `output`; false at the end of the stream.
    mutating func readDocument() throws(SyntaxMistake) -> Bool {
        output.removeAll()
        tagHandles.removeAll()
        warnings.removeAll()
        depth = 0
        try skipMarkersBetweenDocuments()
        let directive = try readDirectives()
        if at >= end {
            if let directive { throw .directiveWithoutDocument(directive, end, self) }
            return false
        }
        if at == lineStart, isDocumentMarker(at), current == UInt8(ascii: "-") {
            output.hasExplicitStart = true
            at += 3
            try blockNode(parent: -1, sequenceIndent: -1, isCompact: false, behind: .behindMarker)
        } else {
            if let directive { throw .directiveWithoutDocument(directive, at, self) }
            try blockNode(parent: -1, sequenceIndent: -1, isCompact: false, behind: bareStart)
        }
        try endDocument()
        return true
    }

    private var bareStart: BlockStart {
        firstToken == lineStart + lineIndent ? .allowed : .behindTab(lineStart + lineIndent)
    }

    /// Moves over comments, empty lines and further `...`.
    private mutating func skipMarkersBetweenDocuments() throws(SyntaxMistake) {
        while true {
            _ = try skip()
            guard at < end, at == lineStart, isDocumentMarker(at), current == UInt8(ascii: ".") else { return }
            try passDocumentEnd()
        }
    }

    private mutating func passDocumentEnd() throws(SyntaxMistake) {
        let marker = at
        at += 3
        let hasCrossed = try skip()
        guard hasCrossed || at >= end else { throw .textBehindDocumentEnd(at, endOfLine(at), marker) }
    }

    private mutating func endDocument() throws(SyntaxMistake) {
        _ = try skip()
        if at >= end { return }
        guard at == lineStart, isDocumentMarker(at) else { throw .contentBehindRoot(at, self) }
        if current == UInt8(ascii: ".") {
            output.hasExplicitEnd = true
            try passDocumentEnd()
        } else if output.events.isEmpty {
            return
        }
    }

    // MARK: Going on behind a mistake

    /// The next line that starts with `---`, behind a mistake in a document that starts at `start`. Such a line ends
    /// every document, whatever is open in it (9.1.2), so reading may go on there.
    func nextDocument(behind start: Int) -> Int? {
        var line = startOfLine(at)
        while line < end {
            if line > start, byte(line) == UInt8(ascii: "-"), isDocumentMarker(line) { return line }
            let lineEnd = endOfLine(line)
            guard lineEnd < end else { return nil }
            line = offsetBehindBreak(lineEnd)
        }
        return nil
    }

    mutating func moveToLine(_ offset: Int) {
        at = offset
        startLine(at: offset)
    }

    // MARK: Directives (6.8)

    /// Gives the place of the last directive, nil when there is none.
    private mutating func readDirectives() throws(SyntaxMistake) -> Range<Int>? {
        var hasVersion = false
        var last: Range<Int>?
        while at < end, at == lineStart, current == UInt8(ascii: "%") {
            let start = at
            var upper = endOfLine(at)
            // A comment needs white space before it.
            for index in start + 1..<upper where base[index] == UInt8(ascii: "#") && base[index - 1].isBlank {
                upper = index
                break
            }
            while base[upper - 1].isBlank { upper -= 1 }
            last = start..<upper
            if isBlankOrEnd(start + 1) { throw .emptyDirective(start) }
            let words = text(start + 1..<upper).split { $0 == " " || $0 == "\t" }
            switch words.first {
            case "YAML":
                guard !hasVersion else { throw .secondVersionDirective(start..<upper) }
                hasVersion = true
                try checkVersion(words, start..<upper)
            case "TAG": try addTagHandle(words, start..<upper)
            // A file of nothing but such directives need not be told about each.
            default: if warnings.count < 20 { warnings.append(ignored(words, start..<upper)) }
            }
            at = endOfLine(at)
            _ = try skip()
        }
        return last
    }

    private mutating func checkVersion(_ words: [Substring], _ range: Range<Int>) throws(SyntaxMistake) {
        let parts = words.count == 2 ? words[1].split(separator: ".", omittingEmptySubsequences: false) : []
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0.decimalDigit != nil } })
        else { throw .badVersionDirective(range, text(range)) }
        guard parts[0] == "1" else { throw .otherMajorVersion(range, String(words[1])) }
        guard parts[1] != "2" else { return }
        warnings.append(
            YAMLProblem(
                .ignoredDirective, range, "the document asks for YAML \(words[1]), but it is read as YAML 1.2",
                mend: "Write `%YAML 1.2`, or leave the directive out."))
    }

    /// Reserved directives are to be ignored with a warning (6.8).
    private func ignored(_ words: [Substring], _ range: Range<Int>) -> YAMLProblem {
        let name = words.first ?? ""
        return YAMLProblem(
            .ignoredDirective, range, "the directive %\(name) is not known and has no effect",
            mend: "Leave it out; the directives are %YAML and %TAG. Text that starts with % needs quotes.")
    }

    private mutating func addTagHandle(_ words: [Substring], _ range: Range<Int>) throws(SyntaxMistake) {
        guard words.count == 3, words[1].first == "!", words[1].last == "!" else {
            throw .badTagDirective(range, text(range))
        }
        let handle = String(words[1])
        guard tagHandles[handle] == nil else { throw .secondTagDirective(range, handle) }
        tagHandles[handle] = String(words[2])
    }
}
