/// Several files in one text, in the `txtar` form of Go's tests: what stands before the first `-- path --` is a
/// comment, everything behind it is that file's content.
package struct TextArchive {
    package struct Section {
        package let path: String
        /// True for `-- path (diff) --`: the content says how to change the file of the base world.
        package let isDiff: Bool
        /// Each with its line break.
        package let lines: [String]
    }

    package let comment: [String]
    package let sections: [Section]

    package init(_ text: String) {
        var comment: [String] = []
        var sections: [Section] = []
        var open: (path: String, isDiff: Bool, lines: [String])?
        func close() {
            if let open { sections.append(Section(path: open.path, isDiff: open.isDiff, lines: open.lines)) }
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                close()
                let name = line.dropFirst(3).dropLast(3)
                let isDiff = name.hasSuffix(" (diff)")
                open = (String(isDiff ? name.dropLast(" (diff)".count) : name), isDiff, [])
            } else if open != nil {
                open?.lines.append(line + "\n")
            } else {
                comment.append(String(line))
            }
        }
        // The text ends with a line break, behind which there is no line.
        if open?.lines.last == "\n" { open?.lines.removeLast() }
        close()
        self.comment = comment
        self.sections = sections
    }
}
