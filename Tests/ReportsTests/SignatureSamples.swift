import Reports
import SignatureSurvey
import Signatures

/// Objects with every kind of signature, and none.
enum SignatureSamples {
    static let all: [SurveyedObject] = [
        SurveyedObject(
            kind: .tag, id: id("1"), ref: "refs/tags/v1", subject: "Release \u{1B}[31m \"1\"",
            claimedTime: 1_788_084_000,
            result: .good,
            signature: SurveyedSignature(
                format: .openpgp, fingerprint: String(repeating: "A", count: 40),
                subkeyFingerprint: String(repeating: "B", count: 40), algorithm: "rsa-3072", hash: .sha384,
                owner: KeyOwner(name: "Ada <ada@example.org>", source: .openPGPKeys),
                expiries: [StatedExpiry(subject: .primaryKey, seconds: 1_788_000_000, isBeforeSigning: true)])),
        SurveyedObject(
            kind: .commit, id: id("2"), subject: "Signed", claimedTime: 1, result: .good,
            signature: SurveyedSignature(
                format: .ssh, fingerprint: "SHA256:x", algorithm: "sk-ed25519", hash: .sha512,
                owner: KeyOwner(
                    name: "*@example.org", source: .allowedSigners, validAfter: "20260101", validBefore: "20270101"))),
        SurveyedObject(
            kind: .commit, id: id("3"), subject: "Strange", claimedTime: 1, result: .good,
            signature: SurveyedSignature(
                format: .ssh, fingerprint: "SHA256:y", algorithm: "ecdsa-p521", hash: .sha256, owner: nil)),
        SurveyedObject(
            kind: .commit, id: id("4"), subject: "Bad", claimedTime: nil, result: .bad,
            signature: SurveyedSignature(format: .ssh, fingerprint: nil, algorithm: nil, hash: nil, owner: nil),
            reason: .init(code: "signature-mismatch", sentence: "The signature does not match.")),
        SurveyedObject(
            kind: .commit, id: id("5"), subject: "", claimedTime: nil, result: .undecided,
            reason: .init(code: "x509-unsupported", sentence: "X.509 signatures are not supported.")),
        SurveyedObject(kind: .commit, id: id("6"), subject: "Unsigned", claimedTime: 0, result: .unsigned),
    ]

    private static func id(_ digit: String) -> String { String(repeating: digit, count: 40) }

    static func json(_ objects: [SurveyedObject]) throws -> String {
        var report = SignaturesReport(style: .plain, now: 1_788_100_000)
        var text = try SignaturesReport.jsonOpening(subject: "a..\"b\"")
        for (number, object) in objects.enumerated() {
            report.count(object)
            text += try SignaturesReport.json(object, isFirst: number == 0)
        }
        return text + (try report.jsonClosing(notes: objects.isEmpty ? [] : ["allowed:3 is skipped."]))
    }

    static func text(_ objects: [SurveyedObject]) -> String {
        var report = SignaturesReport(style: .plain, now: 1_788_100_000)
        var text = ""
        for object in objects {
            report.count(object)
            text += report.text(object)
        }
        return text + report.summary()
    }
}
