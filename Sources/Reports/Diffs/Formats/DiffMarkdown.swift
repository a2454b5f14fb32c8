import Materiality
import Releases
import SourceText

/// For a comment on a pull request: the verdict first, then a table, then everything else folded away.
package enum DiffMarkdown: DiffReportFormat {
    package static let name = OutputFormat.markdown

    /// GitHub takes comments of at most 65,536 characters. Bytes are counted, of which there are never fewer.
    static let maximumBytes = 65_000
    /// Tables may take this much, so that there is room for what they are about.
    private static let bytesForTables = 25_000

    package static func write(_ report: DiffReport, _ style: TextStyle) -> String {
        var comment = BoundedMarkdown(maximumBytes: maximumBytes)
        if report.systems.isEmpty {
            comment.append(["No AI system differs between \(code(report.base)) and \(code(report.head))."])
        }
        let end = footer(report)
        comment.reserve(end)
        for (number, system) in report.systems.enumerated() {
            guard comment.append(heading(system)) else {
                comment.appendAnyway([leftOut(report.systems.count - number, "system"), ""])
                break
            }
            var table = comment.part(maximumBytes: bytesForTables / report.systems.count)
            addTable(system, report.objects, to: &table)
            comment.append(table.lines)
        }
        var hidden = 0
        for system in report.systems {
            for category in ChangeCategory.allCases {
                let changes = system.changes.filter { $0.category == category }
                guard !changes.isEmpty else { continue }
                let name = report.systems.count > 1 ? "\(system.system), \(category.heading)" : category.heading
                let isShown = addDetails(name, changes, report.objects, to: &comment)
                if !isShown { hidden += changes.count }
            }
        }
        if hidden > 0 { comment.appendAnyway([leftOut(hidden), ""]) }
        comment.release(end)
        comment.appendAnyway(end)
        return comment.lines.joined(separator: "\n") + "\n"
    }

    // MARK: Verdict

    private static func heading(_ system: SystemDifference) -> [String] {
        var lines = ["### \(system.changeClass.capitalisedFirst): \(MarkdownText.escaped(system.title))", ""]
        let meaning = ClassWords.meaning(system.changeClass).map { $0.capitalisedFirst + "." }
        lines.append([meaning, system.counts].compactMap(\.self).joined(separator: " "))
        for sentence in system.escalation { lines += ["", MarkdownText.escaped(sentence)] }
        if !system.requirements.isEmpty {
            lines += ["", "**To release this:**", ""] + system.requirements.map { "- " + MarkdownText.escaped($0) }
        }
        return lines + [""]
    }

    private static func footer(_ report: DiffReport) -> [String] {
        let sides = [(report.base, report.objects.base), (report.head, report.objects.head)].map { name, side in
            let commit = side.commit.map { " (" + MarkdownText.code(String($0.prefix(12))) + ")" } ?? ""
            return code(name) + commit
        }
        var lines: [String] = []
        if !report.systems.isEmpty { lines.append("Compared: \(sides.joined(separator: " → "))") }
        if let sentence = report.unchangedSentence { lines += ["", MarkdownText.escaped(sentence)] }
        for note in report.notes {
            lines += ["", "- note: " + MarkdownText.escaped(note.message.withFullStop + " " + note.mend)]
        }
        return lines
    }

    // MARK: Table

    private static func addTable(
        _ system: SystemDifference, _ objects: ComparedObjects, to part: inout BoundedMarkdown
    ) {
        guard !system.changes.isEmpty else { return }
        part.append(["| class | what | where |", "| --- | --- | --- |"])
        for (number, change) in system.changes.enumerated() {
            let cells = [
                "**\(change.changeClass.rawValue)**",
                code(change.rule.id.rawValue) + " in " + code(change.fullSubject) + "<br>"
                    + MarkdownText.escaped(change.reason.withFullStop),
                places(change, objects),
            ]
            guard part.append(["| " + cells.joined(separator: " | ") + " |"]) else {
                part.appendAnyway(["", leftOut(system.changes.count - number)])
                break
            }
        }
        part.appendAnyway([""])
    }

    private static func places(_ change: Change, _ objects: ComparedObjects) -> String {
        let places = PlaceLinks(change, objects)
        func text(_ place: PlaceLinks.Place) -> String {
            place.address.map { "[\(code(place.label))](\($0))" } ?? code(place.label)
        }
        switch (places.old, places.new) {
        case (let old?, let new?) where old.label == new.label: return text(new)
        case (let old?, let new?): return "\(text(old)) → \(text(new))"
        case (let old?, nil): return "was at \(text(old))"
        case (nil, let new?): return text(new)
        case (nil, nil): return code(change.path)
        }
    }

    // MARK: Details

    /// False when there is no room for any of the changes.
    private static func addDetails(
        _ name: String, _ changes: [Change], _ objects: ComparedObjects, to comment: inout BoundedMarkdown
    ) -> Bool {
        let counts = ChangeMatrix.classes.compactMap { level -> String? in
            let count = changes.count { $0.changeClass == level }
            return count > 0 ? "\(count) \(level.rawValue)" : nil
        }
        let summary = MarkdownText.html("\(name): \(counts.joined(separator: ", "))")
        let end = ["</details>", ""]
        comment.reserve(end)
        defer { comment.release(end) }
        guard comment.append(["<details><summary>\(summary)</summary>", ""]) else { return false }
        for (number, change) in changes.enumerated() {
            guard comment.append(detail(change, objects)) else {
                comment.appendAnyway([leftOut(changes.count - number), ""])
                break
            }
        }
        comment.appendAnyway(end)
        return true
    }

    private static func detail(_ change: Change, _ objects: ComparedObjects) -> [String] {
        let sentences = ([change.reason.withFullStop] + ChangeRemarks.of(change)).map(MarkdownText.escaped)
        return [
            "**\(change.changeClass.rawValue)** \(code(change.rule.id.rawValue)) in \(code(change.fullSubject)): "
                + sentences.joined(separator: " "), "",
        ] + values(change) + ["", "at " + places(change, objects), ""]
    }

    /// Lines of a value beyond which it is cut.
    private static let maximumLines = 40
    /// Characters of a line beyond which it is cut.
    private static let maximumColumns = 2_000

    private static func values(_ change: Change) -> [String] {
        switch ValueDiff(change, maximumLines: maximumLines) {
        case .step(let old, let new): return ["\(code(old)) → \(code(new))"]
        case .words(let text):
            let lines = text.lines.map { line in line.map(markedUp).joined() }
            return ["<pre>" + lines.joined(separator: "\n") + "</pre>"]
        case .blocks(let old, let new):
            let parts = [old.map { ("del", $0) }, new.map { ("ins", $0) }].compactMap(\.self)
            return ["<pre>" + parts.map { markedUp($0.0, $0.1) }.joined(separator: "\n") + "</pre>"]
        }
    }

    private static func markedUp(_ piece: MarkedText.Piece) -> String {
        let text = MarkdownText.html(piece.text)
        switch piece.mark {
        case .same, .omitted: return text
        case .removed: return "<del>\(text)</del>"
        case .added: return "<ins>\(text)</ins>"
        }
    }

    private static func markedUp(_ element: String, _ block: ValueDiff.Block) -> String {
        var lines = block.lines.map { line in
            let isLong = line.count > maximumColumns
            return "<\(element)>\(MarkdownText.html(String(line.prefix(maximumColumns))))</\(element)>"
                + (isLong ? " …" : "")
        }
        if block.hiddenLines > 0 { lines.append("… " + Prose.count(block.hiddenLines, "more line")) }
        return lines.joined(separator: "\n")
    }

    private static func leftOut(_ count: Int, _ noun: String = "change") -> String {
        "And \(Prose.count(count, "more \(noun)")), for which a comment has no room."
    }

    private static func code(_ text: String) -> String { MarkdownText.code(text) }
}
