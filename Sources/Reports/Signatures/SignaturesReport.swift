package import SignatureSurvey
import Signatures
import SourceText

/// Every signature of a history, one line an object: written while the history is read, so that nothing is kept but the
/// numbers.
package struct SignaturesReport: Sendable {
    /// The objects by what became of them.
    package private(set) var counts: [SurveyedObject.Result: Int] = [:]
    /// Good signatures by keys that nobody named.
    package private(set) var byUnknownKeys = 0
    private let style: TextStyle
    /// The only clock, in seconds since 1970: an end of validity that lies behind it is worth a remark.
    private let now: Int64

    package init(style: TextStyle, now: Int64) {
        self.style = style
        self.now = now
    }

    package mutating func count(_ object: SurveyedObject) {
        counts[object.result, default: 0] += 1
        if object.result == .good, object.signature?.owner == nil { byUnknownKeys += 1 }
    }

    // MARK: Text

    /// One object: a line, and below it what a reader should know of its signature.
    package func text(_ object: SurveyedObject) -> String {
        var page = Page(style)
        page.line(
            "\(object.result.rawValue.padded(to: 9), object.result.ink)  \(Self.name(of: object), .strong)"
                + Self.signer(of: object) + Self.subject(of: object))
        page.indented(by: 11) { page in
            if let reason = object.reason { page.paragraph("\(reason.sentence) (\(reason.code))") }
            for remark in remarks(on: object) { page.paragraph(StyledText(remark)) }
        }
        return page.text
    }

    private static func subject(of object: SurveyedObject) -> StyledText {
        object.subject.isEmpty ? "" : "  \(object.subject, .faint)"
    }

    private static func name(of object: SurveyedObject) -> String {
        let short = String(object.id.prefix(12))
        guard let ref = object.ref else { return "\(object.kind.rawValue) \(short)" }
        return "\(object.kind.rawValue) \(ref.trimmingPrefix("refs/tags/")) \(short)"
    }

    private static func signer(of object: SurveyedObject) -> StyledText {
        guard let signature = object.signature else { return "" }
        var words = [signature.format.rawValue, signature.algorithm, signature.hash?.rawValue].compactMap { $0 }
        if let fingerprint = signature.fingerprint { words.append(fingerprint) }
        let key = words.joined(separator: " ")
        guard let owner = signature.owner else {
            return object.result == .good ? "  \(key), \("a key that nobody here names", .warning)" : "  \(key)"
        }
        return "  \(key), \(owner.name, .strong) (\(owner.source.words))"
    }

    private func remarks(on object: SurveyedObject) -> [String] {
        guard let signature = object.signature else { return [] }
        var remarks: [String] = []
        if let subkey = signature.subkeyFingerprint { remarks.append("Signed by the subkey \(subkey).") }
        for expiry in signature.expiries where expiry.isBeforeSigning || expiry.seconds <= now {
            remarks.append(
                "\(expiry.subject.words) ended at \(Timestamp(secondsSince1970: expiry.seconds).rfc3339), "
                    + (expiry.isBeforeSigning ? "before the signature says it was made." : "after it signed."))
        }
        if let after = signature.owner?.validAfter {
            remarks.append("The allowed signer's line says: valid after \(after).")
        }
        if let before = signature.owner?.validBefore {
            remarks.append("The allowed signer's line says: valid before \(before).")
        }
        return remarks
    }

    /// What all objects together come to.
    package func summary() -> String {
        var page = Page(style)
        let total = counts.values.reduce(0, +)
        let signed = total - number(.unsigned)
        var parts = ["\(number(.good)) good"]
        if byUnknownKeys > 0 { parts[0] += " (\(byUnknownKeys) by keys that nobody here names)" }
        parts += ["\(number(.bad)) bad", "\(number(.undecided)) undecided"]
        page.paragraph(
            "\(Prose.count(total, "object")), \(signed) signed: \(parts.joined(separator: ", ")); "
                + "\(number(.unsigned)) unsigned.")
        if byUnknownKeys > 0 {
            page.paragraph(
                "A good signature proves which key signed, not whose key it is: name the keys of people with "
                    + "--allowed-signers or --openpgp-keys.")
        }
        return (total > 0 ? "\n" : "") + page.text
    }

    func number(_ result: SurveyedObject.Result) -> Int { counts[result] ?? 0 }
}

extension SurveyedObject.Result {
    fileprivate var ink: Ink {
        switch self {
        case .good: .good
        case .bad: .error
        case .undecided: .warning
        case .unsigned: .faint
        }
    }
}

extension KeyOwner.Source {
    fileprivate var words: String {
        switch self {
        case .trustRoot: "trust root"
        case .allowedSigners: "allowed signers"
        case .openPGPKeys: "OpenPGP keys"
        }
    }
}

extension StatedExpiry.Subject {
    fileprivate var words: String {
        switch self {
        case .primaryKey: "The certificate's primary key"
        case .signingSubkey: "The subkey"
        case .signature: "The signature's own validity"
        }
    }
}
