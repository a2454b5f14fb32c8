import Materiality
import Releases

/// The top of the page: for each system the verdict, what releasing it takes, and where the changes are.
enum PageHeader {
    static func html(_ report: DiffReport, _ systems: [PageSystem]) -> HTML {
        HTML(.header, .class("top")) {
            HTML(.p, .class("eyebrow")) {
                "Changes from "
                HTML(.code, .translate(false)) { report.base }
                " to "
                HTML(.code, .translate(false)) { report.head }
            }
            if systems.isEmpty {
                HTML(.h1) { "No AI system differs" }
            }
            if systems.count > 1 {
                HTML(.h1) { "\(systems.count) AI systems" }
            }
            systems.map { verdict($0, isOnly: systems.count == 1) }
            if let sentence = report.unchangedSentence { HTML(.p, .class("counts")) { sentence } }
            report.notes.map { note in
                HTML(.p, .class("note")) {
                    HTML(.strong) { "Note: " }
                    PageProse.html(note.message.capitalisedFirst.withFullStop + " " + note.mend)
                }
            }
        }
    }

    private static func verdict(_ system: PageSystem, isOnly: Bool) -> HTML {
        let difference = system.difference
        return HTML(.section, .class("verdict"), .data("class", difference.changeClass)) {
            HTML(isOnly ? .h1 : .h2) {
                isOnly || system.isEmpty
                    ? .text(difference.title) : HTML(.a, .href(toID: system.id)) { difference.title }
            }
            HTML(.div, .class("columns")) {
                HTML(.div) {
                    HTML(.p, .class("class")) { ClassBadge.html(difference.changeClass) }
                    if let meaning = ClassWords.meaning(difference.changeClass) {
                        HTML(.p, .class("meaning")) { meaning.capitalisedFirst + "." }
                    }
                    if let counts = difference.counts { HTML(.p, .class("counts")) { counts } }
                    if difference.comparison?.isSubstantialModification == true {
                        HTML(.p) {
                            "The intended purpose changes: a substantial modification (EU AI Act, article 3(23)), which "
                            "needs a new impact assessment."
                        }
                    }
                    requirements(difference)
                }
                if !difference.changes.isEmpty { matrix(system) }
            }
        }
    }

    @HTMLBuilder
    private static func requirements(_ difference: SystemDifference) -> [HTML] {
        if !difference.requirements.isEmpty {
            HTML(.p, .class("takes")) { "To release this:" }
            HTML(.dl, .class("requirements")) {
                if !difference.gates.isEmpty {
                    HTML(.dt) { "Evidence" }
                    HTML(.dd) {
                        difference.gates.map(chip)
                        HTML(.small) { "passed, made on exactly these files" }
                    }
                }
                if !difference.approvals.isEmpty {
                    HTML(.dt) { "Approvals" }
                    HTML(.dd) { difference.approvals.map(chip) }
                }
            }
        }
    }

    private static func chip(_ name: String) -> HTML {
        .pieces([HTML(.span, .class("chip"), .translate(false)) { name }, " "])
    }

    private static func matrix(_ system: PageSystem) -> HTML {
        let matrix = ChangeMatrix(system.difference.changes)
        let names = ChangeMatrix.classes.map(\.rawValue)
        return HTML(.table, .class("matrix")) {
            HTML(.caption) { "Changes by part and class" }
            HTML(.thead) {
                HTML(.tr) {
                    HTML(.td)
                    names.map { name in HTML(.th, .scope("col")) { name } }
                }
            }
            HTML(.tbody) {
                matrix.rows.map { row in
                    HTML(.tr) {
                        HTML(.th, .scope("row")) {
                            HTML(.a, .href(toID: system.id(of: row.category))) { row.category.heading }
                        }
                        zip(names, row.counts).map { name, count in
                            count > 0
                                ? HTML(.td, .data("class", name)) { String(count) }
                                : HTML(.td, .class("zero")) { "0" }
                        }
                    }
                }
            }
        }
    }
}

/// The class of a change as a word on its colour.
enum ClassBadge {
    static func html(_ changeClass: String) -> HTML {
        HTML(.span, .class("badge"), .data("class", changeClass)) { changeClass }
    }
}
