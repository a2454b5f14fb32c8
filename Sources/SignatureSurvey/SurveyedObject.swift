package import Signatures

/// One commit or tag of a history, and what its signature is worth.
package struct SurveyedObject: Sendable {
    package enum Kind: String, Sendable { case commit, tag }

    package enum Result: String, Sendable, CaseIterable {
        /// The bytes were signed by the key named. Whose key that is, is another question.
        case good
        case bad
        case undecided
        case unsigned
    }

    package let kind: Kind
    /// 40 hexadecimal digits.
    package let id: String
    /// Full name of the ref that a tag was found by.
    package let ref: String?
    /// First line of the message, as it stands there.
    package let subject: String
    /// Seconds since 1970 that the committer or tagger claims; nil where it cannot be read.
    package let claimedTime: Int64?
    package let result: Result
    package let signature: SurveyedSignature?
    /// Why the result is not good: a stable code and one sentence. Nil for good and for unsigned ones.
    package let reason: Reason?

    package struct Reason: Sendable, Hashable {
        package let code: String
        package let sentence: String

        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    package init(
        kind: Kind, id: String, ref: String? = nil, subject: String, claimedTime: Int64?, result: Result,
        signature: SurveyedSignature? = nil, reason: Reason? = nil
    ) {
        self.kind = kind
        self.id = id
        self.ref = ref
        self.subject = subject
        self.claimedTime = claimedTime
        self.result = result
        self.signature = signature
        self.reason = reason
    }
}

/// What could be read from a signature, good or not.
package struct SurveyedSignature: Sendable {
    package let format: SignatureFormat
    /// Of the listed key if the signature is good, and otherwise of the key that the signature names; nil where it
    /// names none.
    package let fingerprint: String?
    /// Of the OpenPGP subkey that signed, where it is another than `fingerprint`.
    package let subkeyFingerprint: String?
    /// Such as `ssh-ed25519`; nil where it could not be read.
    package let algorithm: String?
    package let hash: MessageHash?
    /// Nil when nobody here names the key.
    package let owner: KeyOwner?
    package let expiries: [StatedExpiry]

    package init(
        format: SignatureFormat, fingerprint: String?, subkeyFingerprint: String? = nil, algorithm: String?,
        hash: MessageHash?, owner: KeyOwner?, expiries: [StatedExpiry] = []
    ) {
        self.format = format
        self.fingerprint = fingerprint
        self.subkeyFingerprint = subkeyFingerprint
        self.algorithm = algorithm
        self.hash = hash
        self.owner = owner
        self.expiries = expiries
    }
}

/// Whose key it is, by somebody's word.
package struct KeyOwner: Sendable, Hashable {
    package enum Source: String, Sendable, CaseIterable {
        case trustRoot = "trust-root"
        case allowedSigners = "allowed-signers"
        case openPGPKeys = "openpgp-keys"
    }

    /// A principal of the trust root, the principals of an allowed signer as written, or a certificate's user id.
    package let name: String
    package let source: Source
    /// What an allowed signer's line says about dates, as written: reported, never decisive.
    package let validAfter: String?
    package let validBefore: String?

    package init(name: String, source: Source, validAfter: String? = nil, validBefore: String? = nil) {
        self.name = name
        self.source = source
        self.validAfter = validAfter
        self.validBefore = validBefore
    }
}
