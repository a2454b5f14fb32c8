/// The digest of trust root version 1, handed over outside the repository.
package struct TrustPin: Sendable, Hashable {
    /// Where a pin was given.
    package enum Source: String, Sendable {
        case option = "--trust-root"
        case environment = "IMPRIMATUR_TRUST_ROOT"
        case configuration = "git config imprimatur.trustRoot"
    }

    /// The key of the clone's own git configuration that `init` sets.
    package static let configurationKey = "imprimatur.trustRoot"

    package let sha256: String
    package let source: Source

    /// Reads the pins that were given. Nil without any; throws when one cannot be read, or when two disagree.
    package static func combine(
        option: String?, environment: String?, configuration: String?
    ) throws(TrustPinError) -> TrustPin? {
        var found: TrustPin?
        for (text, source) in [(option, Source.option), (environment, .environment), (configuration, .configuration)] {
            guard let text, !text.isEmpty else { continue }
            let pin = try TrustPin(text, source: source)
            if let found, found.sha256 != pin.sha256 { throw .disagreement(found, pin) }
            found = found ?? pin
        }
        return found
    }

    private init(_ text: String, source: Source) throws(TrustPinError) {
        let digits = text.hasPrefix("sha256:") ? String(text.dropFirst("sha256:".count)) : text
        let isHex = digits.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard digits.utf8.count == 64, isHex else { throw .malformed(text, source) }
        sha256 = digits
        self.source = source
    }
}

package enum TrustPinError: Error, Sendable, Hashable {
    case malformed(String, TrustPin.Source)
    case disagreement(TrustPin, TrustPin)

    package var message: String {
        switch self {
        case .malformed(let text, let source):
            "the trust root pin \"\(text)\" (\(source.rawValue)) is not sha256:<64 hex digits>"
        case .disagreement(let one, let other):
            "two trust root pins disagree: \(one.source.rawValue) says sha256:\(one.sha256), "
                + "\(other.source.rawValue) says sha256:\(other.sha256)"
        }
    }
}
