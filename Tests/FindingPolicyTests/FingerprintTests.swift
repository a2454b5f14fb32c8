import FindingPolicy
import SourceText
import Testing

/// A fingerprint names the same finding in two runs, and no other one.
struct FingerprintTests {
    private func findings(
        _ text: String, path: String = "a.yaml", rule: RuleID = "DOC-002", field: String? = nil,
        at words: String = "bad"
    ) -> [Finding] {
        let source = SourceFile(path: path, bytes: Array(text.utf8))
        let wanted = Array(words.utf8)
        return source.bytes.indices.filter { source.bytes[$0...].starts(with: wanted) }.map { start in
            Finding(
                rule, .error, at: .span(source, range: start..<start + wanted.count), field: field, "m", mend: "n.")
        }
    }

    private func fingerprints(_ findings: [Finding]) -> [String] { findings.judgedAsOpen().map(\.fingerprint) }

    @Test func linesAboveDoNotMatter() {
        let before = fingerprints(findings("x: bad\n"))
        #expect(before == fingerprints(findings("# A comment.\n\ny: 1\nx:    bad # later\n")))
        #expect(before.allSatisfy { $0.count == 32 })
    }

    @Test func equalFindingsAreToldApartByOrder() {
        let two = fingerprints(findings("x: bad\ny: bad\n"))
        #expect(Set(two).count == 2)
        #expect(fingerprints(findings("x: bad\n")) == [two[0]])
    }

    @Test func rulePathFieldAndTextMatter() {
        let all = [
            findings("x: bad\n"), findings("x: bad\n", path: "b.yaml"), findings("x: bad\n", rule: "DOC-001"),
            findings("x: bad\n", field: "x"), findings("x: worse\n", at: "worse"),
        ].flatMap(fingerprints)
        #expect(Set(all).count == 5)
    }

    /// SHA-256 of `DOC-002 span a.yaml bad (no field) 0` with NULs between, cut to 32 digits; computed with sha256sum.
    /// Baselines and code scanning rely on this value from one version of the tool to the next.
    @Test func fingerprintIsWhatItAlwaysWas() {
        #expect(fingerprints(findings("x: bad\n")) == ["e19df09c4b228656cd68075a80de2cc4"])
    }
}
