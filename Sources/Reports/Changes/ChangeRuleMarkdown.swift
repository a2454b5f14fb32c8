import ComponentFormats
package import Materiality
import PlanModel
import SourceText

/// `docs/materiality.md`: how a class comes about, and the tables that it rests on.
extension ChangeRuleReport {
    package static func markdown() -> String {
        let parts = [introduction, rules, polarity, pinning, formats, limits]
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// What `imprimatur explain --format markdown` prints.
    package static func markdown(_ rule: ChangeRule) -> String {
        (["## \(rule.id.rawValue)", "", rule.summary, ""] + table([rule])).joined(separator: "\n") + "\n"
    }

    private static let introduction =
        [
            "# Materiality: what a change amounts to", "",
            "Made by `imprimatur rules --changes --format markdown` from the rules themselves; do not edit it by hand.",
            "",
            "`imprimatur diff` compares two releases value by value, after includes, inheritance and defaults are put in place, and gives each difference to the one rule that says most about it. The class of a release is the greatest class of any change:",
            "", "| class | means |", "|---|---|",
        ]
        + MaterialityClass.allCases.map { "| \($0.rawValue) | \(ClassWords.meaning($0.rawValue) ?? "") |" }
        + [
            "",
            "Three things hold for every rule. *Direction* (is this stricter or laxer?) comes from a table with a source for each row, never from the sign of a number; where no row knows, the change is material. What was read from *words* can raise a class and never lower one. A file that cannot be read, or whose format is not known, is material with its lines shown; only equal bytes, or equal values, are called the same.",
            "",
            "Your organisation's MaterialityPolicy gives a rule another class, with a reason; the trust root pins the policy.",
        ]

    private static let rules: [String] = {
        var lines = [
            "## Rules of change", "",
            "Catalogue version \(ChangeCatalogue.version), \(ChangeCatalogue.rules.count) rules.",
        ]
        var families: [String: [ChangeRule]] = [:]
        var order: [String] = []
        for rule in ChangeCatalogue.rules {
            let family = String(rule.id.rawValue.prefix { $0 != "/" })
            if families[family] == nil { order.append(family) }
            families[family, default: []].append(rule)
        }
        for family in order { lines += ["", "### \(family)", ""] + table(families[family] ?? []) }
        return lines
    }()

    private static func table(_ rules: [ChangeRule]) -> [String] {
        ["| rule | class | direction | told by | opposite | what happened |", "|---|---|---|---|---|---|"]
            + rules.map { rule in
                let opposite: String
                switch rule.symmetry {
                case .mirror(let other): opposite = "`\(other.rawValue)`"
                case .waiver(let reason): opposite = reason
                }
                return MarkdownText.row([
                    "`\(rule.id.rawValue)`", classes(rule),
                    rule.direction == .neutral ? "–" : rule.direction.rawValue,
                    rule.confidence == .exact ? "values" : "words", opposite, rule.summary,
                ])
            }
    }

    private static func classes(_ rule: ChangeRule) -> String {
        rule.changeClass.rawValue
            + rule.otherClasses.map { "; \($0.changeClass.rawValue) when \($0.condition)" }.joined()
    }

    private static let polarity =
        [
            "## Which way is stricter", "",
            "| of what | format | key | stricter is | where the key is absent | read in |", "|---|---|---|---|---|---|",
        ]
        + Polarity.areas.flatMap { area in area.rows.map { (area.name, $0) } }.map { area, entry in
            let condition = entry.condition.map { condition in
                " where `\(condition.key)` is \(Prose.list(condition.values.sorted(), "or"))"
            }
            return MarkdownText.row([
                area, entry.format ?? "any", "`\(entry.key)`\(condition ?? "")", entry.stricterInWords,
                entry.whenAbsent.map { "`\($0)`" } ?? "not known", entry.source,
            ])
        }

    private static let pinning =
        [
            "## Which names of models move", "",
            "A name that moves can come to mean another model without a release. Endings are written with `0` for any digit; a commit or a digest is a version everywhere.",
            "",
            "| vendor | names beginning with | endings that are a version | words that say that it moves | a name without either | read in |",
            "|---|---|---|---|---|---|",
        ]
        + (ModelNaming.rows + [ModelNaming.bedrock, ModelNaming.anyVendor]).map { entry in
            func codes(_ texts: [String]) -> String { texts.map { "`\($0)`" }.joined(separator: " ") }
            return MarkdownText.row([
                entry.vendor, codes(entry.startsInWords), codes(entry.versionsInWords), codes(entry.movingInWords),
                entry.undatedInWords,
                entry.source,
            ])
        }

    private static let formats =
        [
            "## Formats that are read", "",
            "A format is told by a file's extension together with what stands in it, never by the extension alone.", "",
            "| format | which files | what is read in |", "|---|---|---|",
        ]
        + ComponentFormats.all.map { format in
            MarkdownText.row([format.description.name, format.description.files, format.description.source])
        }

    private static let limits = [
        "## What cannot be told from files", "",
        "Whether the model behaves differently, whether a paraphrase keeps the meaning, and whether a text is harmful. For these a release needs evidence: evaluations made on exactly its bytes. The word list that finds prohibitions and demands is English; a sentence in another language that changed is `prompt/instruction-changed`.",
    ]
}
