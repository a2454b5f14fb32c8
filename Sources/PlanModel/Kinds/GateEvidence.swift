package import SourceText

/// One run of one gate on the bytes of one package.
package struct GateEvidence: PlanDocument {
    package static let kind = DocumentKind("GateEvidence", .record, referencePrefix: "evidence")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    /// The package that was tested, 64 hexadecimal digits.
    package let packageSHA256: Located<String>?
    package let gate: Located<String>?
    package let result: Located<String>?
    package let performedAt: Located<Timestamp>?
    package let performedBy: Located<String>?

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        let subject = spec.mapping("subject")
        release = subject.reference("release")
        packageSHA256 = subject.mapping("packageDigest").string("sha256")
        gate = spec.string("gate").map { gate in
            gate.map { $0.hasPrefix("gate:") ? String($0.dropFirst(5)) : $0 } ?? gate
        }
        result = spec.string("result")
        performedAt = spec.timestamp("performedAt")
        performedBy = spec.string("performedBy")
    }
}
