package import SignatureSurvey
import Signatures

extension SignaturesReport {
    /// `schemas/v1/output/signatures.schema.json`, in three parts: the opening, the objects one by one, the closing.
    package static func jsonOpening(subject: String) throws -> String {
        "{\n  \"report\": \"imprimatur/signatures/v1\",\n  \"subject\": \(try quoted(subject)),\n  \"objects\": ["
    }

    /// - Parameter isFirst: whether no object was written before.
    package static func json(_ object: SurveyedObject, isFirst: Bool) throws -> String {
        (isFirst ? "\n    " : ",\n    ") + (try oneLine(ObjectJSON(object)))
    }

    /// - Parameter notes: what could not be used of what was given, one sentence each.
    package func jsonClosing(notes: [String]) throws -> String {
        let summary = SummaryJSON(
            good: number(.good), goodByUnknownKeys: byUnknownKeys, bad: number(.bad), undecided: number(.undecided),
            unsigned: number(.unsigned))
        return "\n  ],\n  \"summary\": \(try Self.oneLine(summary)),\n  \"notes\": \(try Self.oneLine(notes))\n}\n"
    }

    private static func quoted(_ text: String) throws -> String { try oneLine(text) }

    private static func oneLine(_ value: some Encodable) throws -> String {
        String(try JSONText.line(value).dropLast())
    }

    private struct SummaryJSON: Encodable {
        let good: Int
        let goodByUnknownKeys: Int
        let bad: Int
        let undecided: Int
        let unsigned: Int
    }

    private struct ObjectJSON: Encodable {
        let type: String
        let id: String
        let ref: String?
        let subject: String
        let claimedTime: Int64?
        let result: String
        let signature: SignatureJSON?
        let reason: ReasonJSON?

        init(_ object: SurveyedObject) {
            type = object.kind.rawValue
            id = object.id
            ref = object.ref
            subject = object.subject
            claimedTime = object.claimedTime
            result = object.result.rawValue
            signature = object.signature.map(SignatureJSON.init)
            reason = object.reason.map { ReasonJSON(code: $0.code, message: $0.sentence) }
        }
    }

    private struct ReasonJSON: Encodable {
        let code: String
        let message: String
    }

    private struct SignatureJSON: Encodable {
        let format: String
        let key: String?
        let subkey: String?
        let algorithm: String?
        let hash: String?
        let owner: OwnerJSON?
        let expiries: [ExpiryJSON]

        init(_ signature: SurveyedSignature) {
            format = signature.format.rawValue
            key = signature.fingerprint
            subkey = signature.subkeyFingerprint
            algorithm = signature.algorithm
            hash = signature.hash?.rawValue
            owner = signature.owner.map(OwnerJSON.init)
            expiries = signature.expiries.map(ExpiryJSON.init)
        }
    }

    private struct OwnerJSON: Encodable {
        let name: String
        let source: String
        let validAfter: String?
        let validBefore: String?

        init(_ owner: KeyOwner) {
            name = owner.name
            source = owner.source.rawValue
            validAfter = owner.validAfter
            validBefore = owner.validBefore
        }
    }

    private struct ExpiryJSON: Encodable {
        let subject: String
        let seconds: Int64
        let isBeforeSigning: Bool

        init(_ expiry: StatedExpiry) {
            subject = expiry.subject.rawValue
            seconds = expiry.seconds
            isBeforeSigning = expiry.isBeforeSigning
        }
    }
}
