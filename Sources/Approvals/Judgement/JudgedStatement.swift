import Signatures

/// A statement with the answers to four separate questions: is the cryptography good, whose key is it, may that
/// person say this, is it about this content.
package struct JudgedStatement: Sendable {
    /// Which of the four questions a reason answers with no.
    package enum Question: String, Sendable {
        case cryptography, identity, authority, binding
    }

    /// Why a statement does not count. Codes are stable and documented.
    package struct Reason: Sendable, Hashable {
        package let question: Question
        package let code: String
        /// One sentence without a final full stop.
        package let sentence: String

        package init(_ question: Question, _ code: String, _ sentence: String) {
            self.question = question
            self.code = code
            self.sentence = sentence
        }
    }

    package let found: FoundStatement
    /// The key that made the signature, when the signature could be read.
    package let fingerprint: String?
    package let principal: String?
    /// Whoever delegated the role, where the principal holds it only so.
    package let onBehalfOf: String?
    package let reasons: [Reason]

    package init(
        found: FoundStatement, fingerprint: String?, principal: String?, onBehalfOf: String? = nil, reasons: [Reason]
    ) {
        self.found = found
        self.fingerprint = fingerprint
        self.principal = principal
        self.onBehalfOf = onBehalfOf
        self.reasons = reasons
    }

    package var counts: Bool { reasons.isEmpty }
    package var role: String? { found.statement?.role }
    package var decision: Statement.Decision? { found.statement?.decision }

    /// True when the tool could not decide about the signature, so that the verdict is incomplete rather than failed.
    package var isUndecided: Bool { if case .undecided? = found.signature { true } else { false } }
}
