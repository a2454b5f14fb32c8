import FindingPolicy
import SourceText

/// The XML that continuous integration servers read as test results: a suite for each file, a case for each finding.
/// Errors fail their case. The format has no warnings, so warnings and notes pass with their words as output; findings
/// that are known already are skipped cases.
package enum JUnitXML: CheckReportFormat {
    package static let name = OutputFormat.junit

    package static func write(_ report: CheckReport, _ style: TextStyle) -> String {
        let suites = suites(report)
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites name=\"\(Tool.name)\"\(counts(suites.flatMap(\.cases)))>")
        for suite in suites {
            lines.append("  <testsuite name=\"\(XMLText.attribute(suite.name))\"\(counts(suite.cases))>")
            lines += suite.cases.map(\.xml)
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Findings come in the order of their places, so those of a file stand together. Without findings one case passes:
    /// a server that is given no case at all takes that for a mistake.
    private static func suites(_ report: CheckReport) -> [(name: String, cases: [JUnitCase])] {
        guard !report.findings.isEmpty else {
            return [(report.subjectLabel, [JUnitCase(passing: "no findings", of: report.subjectLabel)])]
        }
        var suites: [(name: String, cases: [JUnitCase])] = []
        for judged in report.findings {
            let name = judged.finding.location.path ?? judged.finding.location.label
            if suites.last?.name != name { suites.append((name, [])) }
            suites[suites.count - 1].cases.append(JUnitCase(judged))
        }
        return suites
    }

    private static func counts(_ cases: [JUnitCase]) -> String {
        let failures = cases.count { $0.outcome == .failed }
        let skipped = cases.count { $0.outcome == .skipped }
        return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\""
    }
}

struct JUnitCase {
    enum Outcome { case passed, failed, skipped }

    let outcome: Outcome
    let xml: String

    init(passing name: String, of suite: String) {
        outcome = .passed
        xml = "    <testcase name=\"\(XMLText.attribute(name))\" classname=\"\(XMLText.attribute(suite))\" time=\"0\"/>"
    }

    init(_ judged: JudgedFinding) {
        let finding = judged.finding
        let message = finding.sentences
        let content: String
        switch judged.standing {
        case .open where finding.severity == .error:
            outcome = .failed
            content = Self.element(
                "failure", [("type", finding.rule.rawValue), ("message", message)], Self.text(finding))
        case .open:
            outcome = .passed
            content = Self.element("system-out", [], Self.text(finding))
        case .waived(let waiver):
            outcome = .skipped
            let until = waiver.until.map { ", until \($0)" } ?? ""
            content = Self.element("skipped", [("message", "waived: \(waiver.reason)\(until): \(message)")])
        case .baselined:
            outcome = .skipped
            content = Self.element("skipped", [("message", "in the baseline: \(message)")])
        case .preexisting:
            outcome = .skipped
            content = Self.element("skipped", [("message", "was there before: \(message)")])
        }
        var attributes = [
            ("name", "\(finding.rule) \(finding.location.label): \(finding.message)"),
            ("classname", finding.location.path ?? finding.location.label), ("time", "0"),
        ]
        if let path = finding.location.path { attributes.append(("file", path)) }
        if let line = finding.location.position?.line { attributes.append(("line", "\(line)")) }
        xml = "    " + Self.element("testcase", attributes, xml: "\n      \(content)\n    ")
    }

    /// The finding as a terminal would show it.
    private static func text(_ finding: Finding) -> String {
        var page = Page(.plain)
        FindingText(finding).write(to: &page)
        return page.text
    }

    private static func element(_ name: String, _ attributes: [(String, String)], _ text: String) -> String {
        element(name, attributes, xml: XMLText.escaped(text))
    }

    private static func element(_ name: String, _ attributes: [(String, String)], xml: String = "") -> String {
        let words = attributes.map { " \($0)=\"\(XMLText.attribute($1))\"" }.joined()
        return xml.isEmpty ? "<\(name)\(words)/>" : "<\(name)\(words)>\(xml)</\(name)>"
    }
}
