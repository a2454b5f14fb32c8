package import SourceText

/// A change that a provider announced or that somebody noticed, and what it means here.
package struct ThirdPartyNotice: PlanDocument {
    package static let kind = DocumentKind("ThirdPartyNotice", .record, referencePrefix: "notice")

    package let envelope: Envelope
    package let spec: Fields
    package let provider: Located<String>?
    /// Id of the entry of the AI system's `thirdParty`.
    package let component: Located<String>?
    package let learnedBy: Located<String>?
    package let changeType: Located<String>?
    package let receivedAt: Located<Timestamp>?
    package let effectiveAt: Located<Timestamp>?
    package let source: Source
    /// Systems and releases that it touches.
    package let affects: [Located<DocumentReference>]
    package let assessBy: Located<Timestamp>?
    package let assessment: Assessment
    package let corrects: Located<DocumentReference>?

    /// Where the notice can be read.
    package struct Source: Sendable {
        package let fields: Fields
        package let uri: Located<String>?
        /// Where a copy is kept: a path in the repository, or an address.
        package let archived: Located<String>?
        /// Digest of the copy, 64 hexadecimal digits.
        package let sha256: Located<String>?
    }

    /// What the change means here; every field is nil while nobody has assessed it.
    package struct Assessment: Sendable {
        package let fields: Fields
        package let assessedBy: Located<String>?
        package let assessedAt: Located<Timestamp>?
        package let behaviourChange: Located<String>?
        package let changeClass: Located<String>?
        package let evidence: [Located<DocumentReference>]
        package let decision: Located<String>?
        /// The release that was made because of it.
        package let release: Located<DocumentReference>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        provider = spec.string("provider")
        component = spec.string("component")
        learnedBy = spec.string("learnedBy")
        changeType = spec.string("changeType")
        receivedAt = spec.timestamp("receivedAt")
        effectiveAt = spec.timestamp("effectiveAt")
        let source = spec.mapping("source")
        self.source = Source(
            fields: source, uri: source.string("uri"), archived: source.string("archived"),
            sha256: source.mapping("digest").string("sha256"))
        affects = spec.references("affects")
        assessBy = spec.timestamp("assessBy")
        let assessment = spec.mapping("impactAssessment")
        self.assessment = Assessment(
            fields: assessment, assessedBy: assessment.string("assessedBy"),
            assessedAt: assessment.timestamp("assessedAt"), behaviourChange: assessment.string("behaviourChange"),
            changeClass: assessment.string("class"), evidence: assessment.references("evidence"),
            decision: assessment.string("decision"), release: assessment.reference("release"))
        corrects = spec.reference("corrects")
    }
}
