import FindingPolicy
import Foundation
import Reports
import SourceText
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Test results as continuous integration servers read them.
struct JUnitXMLTests {
    @Test("A suite for each file, a case for each finding; only open errors fail")
    func full() {
        let text = JUnitXML.write(CheckSamples.full, .plain)
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="imprimatur" tests="7" failures="1" errors="0" skipped="4" time="0">
                  <testsuite name="a.yaml" tests="2" failures="0" errors="0" skipped="2" time="0">
                    <testcase name="DOC-004 a.yaml:2:9: 12:30 is text here" classname="a.yaml" time="0" file="a.yaml" line="2">
                      <skipped message="waived: old tools are gone, until 2026-12-31: 12:30 is text here. Quote it."/>
                    </testcase>
                    <testcase name="DOC-004 a.yaml:3:1: no is text here" classname="a.yaml" time="0" file="a.yaml" line="3">
                      <skipped message="was there before: no is text here. Quote it."/>
                    </testcase>
                  </testsuite>

                """))
        #expect(
            text.hasSuffix(
                """
                  <testsuite name="z.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
                    <testcase name="X-2 z.yaml: nobody reads it" classname="z.yaml" time="0" file="z.yaml">
                      <system-out>warning[X-2]: nobody reads it
                 --&gt; z.yaml
                 help: Is it needed?
                </system-out>
                    </testcase>
                  </testsuite>
                  <testsuite name="approve/a/1" tests="1" failures="0" errors="0" skipped="0" time="0">
                    <testcase name="X-3 approve/a/1: the tag is old" classname="approve/a/1" time="0">
                      <system-out>note[X-3]: the tag is old
                 --&gt; approve/a/1
                 help: Make a new one.
                </system-out>
                    </testcase>
                  </testsuite>
                </testsuites>

                """))
        #expect(text.contains("<failure type=\"APR-001\" message=\"the rollback target is never named. Name a release"))
    }

    @Test("Without findings one case passes, so that no server takes the report for empty")
    func clean() {
        #expect(
            JUnitXML.write(CheckSamples.clean, .plain) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="imprimatur" tests="1" failures="0" errors="0" skipped="0" time="0">
                  <testsuite name="the worktree" tests="1" failures="0" errors="0" skipped="0" time="0">
                    <testcase name="no findings" classname="the worktree" time="0"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test("Any text makes well-formed XML that says the same when it is parsed")
    func wellFormed() throws {
        let message = "\u{0}\u{1}\u{B} <a> & \"b\" ]]> \u{FFFE}\u{FFFF} 値 👍 \u{85}\u{2028}end"
        let file = SourceFile(path: "<&\">\n", bytes: [0x00, 0xFF, 0x3C, 0x0A])
        let finding = Finding("X-1", .error, at: .span(file, range: 0..<3), message, mend: message)
        let report = CheckReport(findings: [finding].judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        for report in [report, CheckSamples.full, CheckSamples.hostile, CheckSamples.many, CheckSamples.clean] {
            let parsed = try ParsedXML(JUnitXML.write(report, .plain))
            #expect(parsed.count("testcase") == max(1, report.findings.count))
            for suite in parsed.suites {
                #expect(suite["tests"] == "\(parsed.casesOfSuites[suite["name"] ?? ""] ?? 0)")
            }
        }
        let parsed = try ParsedXML(JUnitXML.write(report, .plain))
        let said = "<U+0000><U+0001>  <a> & \"b\" ]]> \u{FFFD}\u{FFFD} 値 👍   end"
        #expect(
            parsed.failures.first
                == "\(said). \(said)")
    }
}

private final class ParsedXML: NSObject, XMLParserDelegate {
    private(set) var suites: [[String: String]] = []
    private(set) var failures: [String] = []
    private(set) var casesOfSuites: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func count(_ element: String) -> Int { counts[element] ?? 0 }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        counts[name, default: 0] += 1
        if name == "testsuite" { suites.append(attributes) }
        if name == "testcase" { casesOfSuites[suites.last?["name"] ?? "", default: 0] += 1 }
        if name == "failure", let message = attributes["message"] { failures.append(message) }
    }
}
