import Foundation
import Signatures
import Testing

/// Codes are part of the output format: this list may grow, and never changes.
@Suite struct ReasonTests {
    static let failures: [(SignatureFailure, String)] =
        [
            (.unrecognisedArmor, "unrecognised-armor"),
            (.multipleSignatures, "multiple-signatures"),
            (.trailingBytes, "trailing-bytes"),
            (.unsupportedVersion(2), "unsupported-version"),
            (.wrongNamespace(found: "file"), "wrong-namespace"),
            (.reservedNotEmpty, "reserved-not-empty"),
            (.unsupportedHash(found: "sha1"), "unsupported-hash"),
            (.weakAlgorithm(found: "ssh-rsa"), "weak-algorithm"),
            (.algorithmMismatch(found: "ssh-dss", key: "ssh-ed25519"), "algorithm-mismatch"),
            (.unknownKey(fingerprint: "SHA256:x"), "unknown-key"),
            (.signatureMismatch, "signature-mismatch"),
            (.missingUserPresence, "missing-user-presence"),
            (.missingUserVerification, "missing-user-verification"),
            (.inlineMessage, "inline-message"),
            (.wrongSignatureType(1), "wrong-signature-type"),
            (.weakHash(found: "SHA-1"), "weak-digest"),
            (.unsupportedAlgorithm(found: "DSA"), "unsupported-algorithm"),
            (.unknownCriticalField(20), "unknown-critical-field"),
            (.revokedKey(fingerprint: "AB"), "revoked-key"),
            (.notASigningKey(fingerprint: "AB"), "not-a-signing-key"),
            (.unprovenKey(fingerprint: "AB"), "unproven-key"),
            (.olderThanItsKey, "older-than-its-key"),
        ]
        + ArmorDefect.allCases.map { (.malformedArmor($0), "malformed-armor") }
        + SignatureDefect.allCases.map { (.malformedSignature($0), "malformed-signature") }
        + keyErrors.map { (.refusedKey($0), $1) }

    static let keyErrors: [(KeyError, String)] = [
        (.malformedLine, "malformed-key-line"),
        (.typeMismatch(line: "ssh-rsa", encoded: "ssh-ed25519"), "key-type-mismatch"),
        (.malformedKey, "malformed-key"),
        (.unsupportedType("ssh-dss"), "unsupported-key-type"),
        (.unsupportedType("ssh-ed448"), "unsupported-key-type"),
        (.unsupportedType("ssh-rsa-cert-v01@openssh.com"), "unsupported-key-type"),
        (.weakRSAKey(bits: 1024), "weak-key"),
        (.weakEd25519Point, "weak-key"),
        (.oversizedRSAKey(bits: 16384), "oversized-key"),
        (.notASecurityKey, "not-a-security-key"),
    ]

    @Test func codesAreStable() {
        for (failure, code) in Self.failures { #expect(failure.code == code) }
        for (error, code) in Self.keyErrors { #expect(error.code == code) }
        #expect(
            UndecidedReason.allCases.map(\.code)
                == ["openpgp-library-missing", "openpgp-library-failed", "x509-unsupported"])
    }

    /// docs/signatures.md tells every code, and none that there is not.
    @Test func codesAreDocumented() throws {
        let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/signatures.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let rows = text.components(separatedBy: "## Reasons")[1].split(separator: "\n").filter { $0.hasPrefix("| `") }
        let documented = rows.flatMap { row in
            row.split(separator: "|")[0].matches(of: #/`([a-z0-9-]+)`/#).map { String($0.1) }
        }
        let onlyInReports = ["missing-key", "unreadable-object"]
        // These are about lines and entries of a trust root, not about signatures.
        let ofEntries: Set = ["malformed-key-line", "key-type-mismatch", "not-a-security-key"]
        let known = Set(Self.failures.map(\.0.code) + UndecidedReason.allCases.map(\.code) + onlyInReports)
        #expect(documented.count == Set(documented).count)
        #expect(Set(documented) == known.subtracting(ofEntries))
    }

    @Test func sentencesAreSentences() {
        let sentences = Self.failures.map(\.0.sentence) + UndecidedReason.allCases.map(\.sentence)
        #expect(Set(sentences).count == sentences.count)
        for sentence in sentences {
            #expect(sentence.first?.isUppercase == true && sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.dropLast().contains(". "), "more than one sentence: \(sentence)")
            #expect(!sentence.lowercased().contains("verified"), "\(sentence)")
        }
        #expect(UndecidedReason.openPGPLibraryMissing.sentence.contains("librnp0"))
        #expect(SignatureFailure.wrongNamespace(found: "file").sentence.contains("'file'"))
        #expect(SignatureFailure.unknownKey(fingerprint: "SHA256:x").sentence.contains("SHA256:x"))
    }
}
