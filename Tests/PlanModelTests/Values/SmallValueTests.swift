import PlanModel
import SourceText
import Testing

@Suite struct PlanDurationTests {
    @Test(arguments: [("30m", 1_800), ("4h", 14_400), ("7d", 604_800), ("2w", 1_209_600)])
    func reads(_ text: String, _ seconds: Int64) {
        #expect(PlanDuration(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "m", "0d", "-1d", "+1d", "1", "1s", "1M", "1.5h", "1 h", "1h30m", "P1D", "9999999999999999999w",
        "1000000000000000w",
    ])
    func refuses(_ text: String) {
        #expect(PlanDuration(text) == nil)
    }

    @Test func ordersByLength() throws {
        #expect(try #require(PlanDuration("60m")) == #require(PlanDuration("1h")))
        #expect(try #require(PlanDuration("13d")) < #require(PlanDuration("2w")))
    }
}

@Suite struct DocumentReferenceTests {
    @Test(arguments: [
        ("system:support-assistant", "system", "support-assistant", nil),
        ("release:support-assistant@1.1.0-rc.1", "release", "support-assistant", "1.1.0-rc.1"),
        ("plan:customer-ai@4", "plan", "customer-ai", "4"),
        ("a:b:c@d@e", "a", "b:c", "d@e"),
    ])
    func reads(_ text: String, _ prefix: String, _ name: String, _ version: String?) throws {
        let reference = try #require(DocumentReference(text))
        #expect(reference.prefix == prefix)
        #expect(reference.name == name)
        #expect(reference.version == version)
        #expect(reference.description == text)
    }

    @Test(arguments: ["", "support-assistant", ":name", "role:", "release:@1.0.0"])
    func refuses(_ text: String) {
        #expect(DocumentReference(text) == nil)
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-08-30T10:00:00Z", 1_788_084_000),
        ("2026-08-30T12:00:00+02:00", 1_788_084_000),
        ("2026-08-30T04:30:00-05:30", 1_788_084_000),
        ("2026-08-30t10:00:00.987z", 1_788_084_000),
        ("2024-02-29T23:59:59Z", 1_709_251_199),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("1969-12-31T23:59:59Z", -1),
        ("2016-12-31T23:59:60Z", 1_483_228_800),
        ("0001-01-01T00:00:00Z", -62_135_596_800),
    ])
    func reads(_ text: String, _ seconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.secondsSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026-08-30", "2026-08-30T10:00:00", "2026-08-30 10:00:00Z", "2026-08-30T10:00Z", "2026-8-30T10:00:00Z",
        "2026-02-29T10:00:00Z", "2100-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z",
        "2026-08-32T10:00:00Z", "2026-08-30T24:00:00Z", "2026-08-30T10:60:00Z", "2026-08-30T10:00:61Z",
        "2026-08-30T10:00:00+2:00", "2026-08-30T10:00:00+0200", "2026-08-30T10:00:00+24:00", "2026-08-30T10:00:00.Z",
        "2026-08-30T10:00:00ZZ", "+2026-08-30T10:00:00Z",
    ])
    func refuses(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(arguments: [
        "1970-01-01T00:00:00Z", "2026-08-30T10:00:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z", "2024-02-29T12:34:56Z",
    ])
    func writesWhatItReads(_ text: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339 == text)
    }
}
