package import Materiality
import SourceText

/// The rules of change in words: one of them, and the list.
package enum ChangeRuleReport {
    /// What `imprimatur explain prompt/limit-changed` prints.
    package static func explain(_ rule: ChangeRule, _ style: TextStyle) -> String {
        var page = Page(style)
        page.line("\(rule.id.rawValue, .strong)")
        page.gap()
        page.paragraph(StyledText(rule.summary))
        page.gap()
        let name = rule.changeClass.rawValue
        page.paragraph(
            "Class: \(name, ClassWords.ink(name)), \(ClassWords.meaning(name) ?? "")", hanging: 7)
        for other in rule.otherClasses {
            let name = other.changeClass.rawValue
            page.paragraph("   or: \(name, ClassWords.ink(name)) when \(other.condition)", hanging: 7)
        }
        page.paragraph("Direction: \(direction(rule))", hanging: 11)
        page.paragraph("Told by: \(basis(rule))", hanging: 9)
        switch rule.symmetry {
        case .mirror(let other): page.paragraph("Opposite: \(other.rawValue)")
        case .waiver(let reason): page.paragraph("Opposite: none. \(reason)", hanging: 10)
        }
        page.gap()
        page.paragraph(
            "Your policy gives it another class under `rules` in the MaterialityPolicy: {id: \(rule.id.rawValue), class: …, why: …}.",
            hanging: 2)
        return page.text
    }

    /// What `imprimatur rules --changes` prints: one line for each rule.
    package static func list(_ rules: [ChangeRule], _ style: TextStyle = .plain) -> String {
        var page = Page(style)
        let idWidth = rules.map(\.id.rawValue.count).max() ?? 0
        let classWidth = MaterialityClass.allCases.map(\.rawValue.count).max() ?? 0
        for rule in rules {
            let name = rule.changeClass.rawValue
            page.paragraph(
                "\(rule.id.rawValue.padded(to: idWidth), .strong)  \(name.padded(to: classWidth), ClassWords.ink(name))  \(rule.summary)",
                hanging: idWidth + classWidth + 4)
        }
        return page.text
    }

    static func direction(_ rule: ChangeRule) -> String {
        switch rule.direction {
        case .loosened: "loosened: a protection gets weaker"
        case .tightened: "tightened: a protection gets stronger"
        case .neutral: "none, or not known"
        }
    }

    static func basis(_ rule: ChangeRule) -> String {
        switch rule.confidence {
        case .exact: "values, exactly"
        case .heuristic: "words; such a finding only ever raises a class"
        }
    }
}

extension ChangeRuleReport {
    /// The catalogue, or a part of it, for programs (schemas/v1/output/change-rules.schema.json).
    package static func json(_ rules: [ChangeRule]) throws -> String {
        try JSONText.of(Output(version: ChangeCatalogue.version, rules: rules.map(Rule.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/change-rules/v1"
        let version: Int
        let rules: [Rule]
    }

    private struct OtherClass: Encodable {
        let `class`: String
        let when: String
    }

    private struct Rule: Encodable {
        let id: String
        let `class`: String
        let otherClasses: [OtherClass]
        let direction: String
        let confidence: String
        let opposite: String?
        let summary: String

        init(_ rule: ChangeRule) {
            id = rule.id.rawValue
            `class` = rule.changeClass.rawValue
            otherClasses = rule.otherClasses.map { OtherClass(class: $0.changeClass.rawValue, when: $0.condition) }
            direction = rule.direction.rawValue
            confidence = rule.confidence.rawValue
            if case .mirror(let other) = rule.symmetry { opposite = other.rawValue } else { opposite = nil }
            summary = rule.summary
        }
    }
}
