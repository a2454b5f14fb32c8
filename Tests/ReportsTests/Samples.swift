import PlanModel
import PlanRules
import SourceText
import YAMLDocuments

@testable import GitObjects

/// Values as the other modules make them, built in memory: one release that lacks an approval, one that passed.
enum Samples {
    static let digest = String(repeating: "9b", count: 32)
    static let otherDigest = String(repeating: "1f", count: 32)

    static func commit(_ digit: Character) -> ObjectID { ObjectID(hex: String(repeating: digit, count: 40)) ?? .zero }

    static let plan = SourceFile(
        path: "governance/plan.yaml", bytes: Array("rollback:\n  # where to\n  target: none\n".utf8))
    static let systemFile = SourceFile(
        path: "governance/système.yaml", bytes: Array((String(repeating: "\n", count: 11) + "owner: x\n").utf8))

    static let finding = Finding(
        "APR-001", .error, at: .span(plan, range: 33..<37), field: "rollback.target",
        "the rollback target is never named",
        mend: "Name a release that is tagged.",
        related: [RelatedLocation(.span(systemFile, range: 11..<19), label: "the system is here")])

    private static func document<Document: PlanDocument>(_ path: String, _ text: String) -> Document? {
        let stream = YAMLReader.read(SourceFile(path: path, bytes: Array(text.utf8)))
        guard let document = stream.documents.first else { return nil }
        return Document(envelope: Envelope(document), spec: Fields(document: document.root).mapping("spec"))
    }

    private static func evidence(_ gate: String, _ result: String, on digest: String) -> GateEvidence? {
        document(
            "governance/evidence/\(gate).yaml",
            """
            kind: GateEvidence
            metadata: {name: \(gate)}
            spec:
              subject: {release: release:support-assistant@1.1.0, packageDigest: {sha256: \(digest)}}
              gate: \(gate)
              result: \(result)

            """)
    }

    static var candidate: ReleaseCandidate? {
        guard
            let system: AISystem = document(
                "system.yaml", "kind: AISystem\nmetadata: {name: support-assistant}\nspec: {}\n"),
            let package: ReleasePackage = document(
                "release.yaml", "kind: ReleasePackage\nmetadata: {name: support-assistant}\nspec: {version: 1.1.0}\n")
        else { return nil }
        let names = ["safety-eval", "red-team", "load-test", "privacy-review"]
        return ReleaseCandidate(
            change: ProposedChange(
                system: system, package: package,
                baseName: "1.0.0", edits: [], changedFiles: [], impactAssessment: .missing),
            classVerdict: ClassVerdict("critical"), packageSHA256: digest, requirement: "tier medium × critical",
            requiredGates: names.map { ReleaseCandidate.RequiredGate(name: $0, askedBy: "tier medium × critical") },
            evidence: [
                evidence("safety-eval", "passed", on: digest), evidence("red-team", "passed", on: otherDigest),
                evidence("load-test", "failed", on: digest),
            ].compactMap(\.self),
            approvals: [], missingApprovals: [.init(role: "risk-approver", count: 2, eligible: ["maya", "ana"])],
            sealed: nil)
    }
}
