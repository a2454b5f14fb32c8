import PlanModel
import PlanRules
import SourceText
import Testing
import YAMLDocuments

/// A release that lacks nothing, for tests to take something away from.
struct CandidateParts {
    static let sha256 = String(repeating: "a", count: 64)
    static let otherSHA256 = String(repeating: "b", count: 64)

    let system: AISystem
    let package: ReleasePackage
    var evidence: [GateEvidence] = []
    var approvals: [ReleaseCandidate.Approval] = []
    var missingApprovals: [ReleaseCandidate.MissingApproval] = []
    var sealed: ReleaseCandidate.SealedRelease?

    /// The package of the base world, with one gate passed and one approval counted.
    init() throws {
        let documents = try Scenario.base.world().snapshot().documents
        system = try #require(documents.named("support-assistant", AISystem.self))
        package = try #require(documents.named("support-assistant", ReleasePackage.self))
        try add(result: "passed", at: "2026-08-28T13:45:00Z")
        approvals.append(Self.approval(reasons: [], isUntrusted: false))
    }

    var candidate: ReleaseCandidate {
        ReleaseCandidate(
            system: system, package: package, packageSHA256: Self.sha256, requirement: "tier low × material",
            requiredGates: [ReleaseCandidate.RequiredGate(name: "functional-eval", askedBy: "tier low × material")],
            evidence: evidence, approvals: approvals, missingApprovals: missingApprovals, sealed: sealed)
    }

    mutating func add(
        result: String, at time: String, gate: String = "functional-eval",
        release: String = "release:support-assistant@1.1.0", sha256: String = CandidateParts.sha256
    ) throws {
        let text = """
            apiVersion: imprimatur/v1
            kind: GateEvidence
            metadata: {name: evidence-\(evidence.count), owner: person:ivo}
            spec:
              subject: {release: "\(release)", packageDigest: {sha256: \(sha256)}}
              gate: \(gate)
              result: \(result)
              performedAt: "\(time)"
            """
        let source = SourceFile(path: "evidence-\(evidence.count).yaml", bytes: Array(text.utf8))
        let document = try #require(YAMLReader.read(source).documents.first)
        evidence.append(
            GateEvidence(
                envelope: Envelope(document), spec: Fields(document: document.root).mapping("spec")))
    }

    static func approval(reasons: [(code: String, sentence: String)], isUntrusted: Bool) -> ReleaseCandidate.Approval {
        ReleaseCandidate.Approval(
            place: "tag approve/support-assistant/1.1.0/engineering-owner/ivo/aaaaaaaaaaaa", principal: "ivo",
            role: "engineering-owner", reasons: reasons, isUntrusted: isUntrusted)
    }
}

/// One release, changed in one way, and what all candidate rules together say about it.
struct CandidateCase: CustomTestStringConvertible {
    /// The rule that the case is about.
    let rule: String
    let name: String
    /// Ids with severities, such as `GAT-002 error`.
    let expected: [String]
    let change: @Sendable (inout CandidateParts) throws -> Void

    var testDescription: String { "\(rule): \(name)" }

    init(
        _ rule: String, _ name: String, expected: [String] = [],
        _ change: @escaping @Sendable (inout CandidateParts) throws -> Void
    ) {
        self.rule = rule
        self.name = name
        self.expected = expected
        self.change = change
    }
}
