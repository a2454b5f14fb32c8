import Crypto
package import SourceText

/// Names findings so that another run, on the same documents with other lines above them, gives the same names.
///
/// A fingerprint is made from the rule, the path, the field and the text that the finding points at. Line numbers and
/// the words of the message are left out: the first change with every edit, the second with every version of the tool.
/// Findings that are equal in all of that are told apart by their order.
package struct Fingerprints {
    private var seen: [String: Int] = [:]

    package init() {}

    /// The fingerprint of the next finding. Findings have to come in the order of their places.
    package mutating func next(_ finding: Finding) -> String {
        let base = Self.base(finding)
        let occurrence = seen[base, default: 0]
        seen[base] = occurrence + 1
        return Self.digest(base + "\u{0}\(occurrence)")
    }

    private static func base(_ finding: Finding) -> String {
        let place: String
        switch finding.location {
        case .span(let file, let range): place = "span\u{0}\(file.path)\u{0}\(folded(file.text(range)))"
        case .file(let path): place = "file\u{0}\(path)"
        case .object(let name): place = "object\u{0}\(name)"
        }
        return [finding.rule.rawValue, place, finding.field ?? ""].joined(separator: "\u{0}")
    }

    /// White space folded, so that another indentation makes no other finding.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The first 128 bits of SHA-256, in 32 hexadecimal digits.
    private static func digest(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(
            SHA256.hash(data: Array(text.utf8)).prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

extension Array where Element == Finding {
    /// Every finding once, in the order of its place, open and with its fingerprint.
    package func judgedAsOpen() -> [JudgedFinding] {
        var fingerprints = Fingerprints()
        return sortedAndDeduplicated().map { JudgedFinding($0, fingerprint: fingerprints.next($0)) }
    }
}
