package import Materiality

/// What changed in one file, in the place of git's own diff.
package struct FileDifferenceReport {
    private let oldPath: String
    private let newPath: String
    /// For each system that ships the file, what the change means there.
    package var systems: [(system: String, changes: [Change])] = []
    /// Differing lines, where no rule has a say in the file.
    package var lines = ""
    /// A sentence beside the changes.
    package var remark: String?

    package init(oldPath: String, newPath: String) {
        self.oldPath = oldPath
        self.newPath = newPath
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        page.line(StyledText("diff --imprimatur a/\(oldPath) b/\(newPath)", .strong))
        if let remark { page.paragraph(StyledText(remark.withFullStop)) }
        for (system, changes) in systems {
            page.line("\(system, .faint)")
            page.indented { page in
                for change in changes { ChangeText(change).write(to: &page) }
            }
        }
        for line in lines.split(separator: "\n", omittingEmptySubsequences: true) {
            page.line(StyledText(String(line), Self.ink(line)))
        }
        return page.text
    }

    private static func ink(_ line: Substring) -> Ink? {
        switch line.first {
        case "+": .new
        case "-": .old
        case "@": .faint
        default: nil
        }
    }
}
