import FindingPolicy
import Foundation
import Reports
import SourceText
import Testing

/// The array that GitLab reads as a Code Quality report.
struct GitLabCodeQualityTests {
    @Test("An issue, to the byte")
    func issue() throws {
        #expect(
            try GitLabCodeQuality.write(CheckSamples.schema, .plain) == """
                [
                  {
                    "check_name" : "APR-001 quorum-unmet",
                    "description" : "the rollback target is never named. Name a release that is tagged.",
                    "fingerprint" : "00000000000000000000000000000001",
                    "location" : {
                      "lines" : {
                        "begin" : 3,
                        "end" : 3
                      },
                      "path" : "governance/plan.yaml"
                    },
                    "severity" : "critical"
                  }
                ]

                """)
    }

    @Test("Every issue has what GitLab requires, and what is known already is information")
    func shape() throws {
        for report in [CheckSamples.full, CheckSamples.hostile, CheckSamples.many, CheckSamples.clean] {
            let text = try GitLabCodeQuality.write(report, .plain)
            let issues = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            #expect(issues.count == report.findings.count)
            #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
            for (issue, judged) in zip(issues, report.findings) {
                let location = try #require(issue["location"] as? [String: Any])
                #expect((location["path"] as? String)?.isEmpty == false)
                let lines = try #require(location["lines"] as? [String: Int])
                #expect(lines["begin"] ?? 0 >= 1)
                #expect((issue["check_name"] as? String)?.isEmpty == false)
                #expect((issue["description"] as? String)?.contains("\u{1B}") == false)
                let severity = try #require(issue["severity"] as? String)
                #expect(["info", "minor", "major", "critical", "blocker"].contains(severity))
                #expect(judged.isOpen || severity == "info")
            }
        }
        let known = try GitLabCodeQuality.write(CheckSamples.full, .plain)
        #expect(known.contains("\"Waived (old tools are gone): 12:30 is text here. Quote it.\""))
        #expect(known.contains("\"In the baseline: the kind is unknown. Name one.\""))
        #expect(known.contains("\"Was there before: no is text here. Quote it.\""))
    }
}
