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
    var circumstances = ReleaseCircumstances()
    /// What changed since 1.0.0.
    var change = ChangeParts()
    var changeClass = "material"
    var escalation: ClassVerdict.Escalation?
    /// Why a predetermined change that the package names is not valid, or what goes beyond it; nil when it names none.
    var predetermined: (invalid: (message: String, mend: String)?, exceeded: [String])?

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
            change: change.change(system, package), classVerdict: classVerdict, packageSHA256: Self.sha256,
            requirement: "tier low × material",
            requiredGates: [ReleaseCandidate.RequiredGate(name: "functional-eval", askedBy: "tier low × material")],
            evidence: evidence, approvals: approvals, missingApprovals: missingApprovals, sealed: sealed,
            circumstances: circumstances)
    }

    private var classVerdict: ClassVerdict {
        let use = predetermined.flatMap { use in
            package.change.ticket.map { ticket in
                ClassVerdict.PredeterminedUse(id: ticket, invalid: use.invalid, exceeded: use.exceeded)
            }
        }
        return ClassVerdict(changeClass, escalation: escalation, predetermined: use)
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

    static func approval(
        reasons: [(code: String, sentence: String)], isUntrusted: Bool, changedSince: [String] = []
    ) -> ReleaseCandidate.Approval {
        ReleaseCandidate.Approval(
            place: "tag approve/support-assistant/1.1.0/engineering-owner/ivo/aaaaaaaaaaaa", principal: "ivo",
            role: "engineering-owner", reasons: reasons, isUntrusted: isUntrusted, changedSince: changedSince)
    }
}

/// A change of the base world's system that no rule has anything against, for tests to add something to.
struct ChangeParts {
    var baseName: String? = "1.0.0"
    var edits: [ProposedChange.Edit] = []
    var files = [
        ProposedChange.ChangedFile(
            path: "systems/support-assistant/prompts/system.prompt", category: .prompts, isListed: true)
    ]
    var impactAssessment = ProposedChange.ImpactAssessment.missing
    /// Instead of the base world's package.
    var package: ReleasePackage?

    func change(_ system: AISystem, _ package: ReleasePackage) -> ProposedChange {
        ProposedChange(
            system: system, package: self.package ?? package, baseName: baseName, edits: edits, changedFiles: files,
            impactAssessment: impactAssessment)
    }

    /// An edit in the base world's prompt.
    static func edit(
        _ rule: RuleID, _ changeClass: String = "material", builtIn: String? = nil, category: String = "prompts",
        traits: Set<ProposedChange.Trait> = [], why: String? = nil, values: String? = nil
    ) -> ProposedChange.Edit {
        let place = Location.file(path: "systems/support-assistant/prompts/system.prompt")
        return ProposedChange.Edit(
            rule: rule, category: category, subject: "system", changeClass: changeClass,
            builtInClass: builtIn ?? changeClass,
            override: why.map {
                ProposedChange.Override(why: $0, location: .file(path: "governance/materiality.yaml"))
            }, traits: traits, values: values, location: place, reason: "It says something else.")
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
