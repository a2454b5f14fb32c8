import Foundation
import PlanModel
import PlanRules
import SourceText
import Testing

/// What changed, and what its class asks for. The base world's package declares the class material.
extension CandidateCase {
    static let materiality = [
        CandidateCase("MAT-001", "declared as computed") { _ in },
        CandidateCase("MAT-001", "declared above") { $0.changeClass = "minor" },
        CandidateCase("MAT-001", "declared below", expected: ["MAT-001 error"]) {
            $0.changeClass = "critical"
            $0.change.edits = [ChangeParts.edit("prompt/prohibition-removed", "critical")]
        },
        CandidateCase("MAT-001", "declared below the sum", expected: ["MAT-001 error", "MAT-004 note"]) {
            $0.changeClass = "critical"
            $0.escalation = .init(stepClass: "minor", reasons: ["the sum of changes since 1.0.0 is critical"])
        },
        CandidateCase("MAT-001", "a first release that says something else", expected: ["MAT-001 error"]) {
            $0.changeClass = "initial"
        },
        CandidateCase("MAT-002", "a change that every rule missed", expected: ["MAT-002 warning"]) {
            $0.change.edits = [ChangeParts.edit("prompt/changed", traits: [.unknown])]
        },
        CandidateCase("MAT-002", "the policy says what it is") {
            $0.change.edits = [ChangeParts.edit("prompt/changed", traits: [.unknown], why: "We evaluate it.")]
        },
        CandidateCase("MAT-002", "a change of a known kind") {
            $0.change.edits = [ChangeParts.edit("prompt/instruction-changed")]
        },
        CandidateCase("MAT-004", "within budget") { _ in },
        CandidateCase("MAT-004", "over budget, and the higher class is met", expected: ["MAT-004 note"]) {
            $0.escalation = .init(stepClass: "minor", reasons: ["6 minor releases since 1.0.0"])
        },
        CandidateCase("MAT-004", "over budget, gates missing", expected: ["GAT-001 error", "MAT-004 error"]) {
            $0.escalation = .init(stepClass: "minor", reasons: ["6 minor releases since 1.0.0"])
            $0.evidence = []
        },
        CandidateCase("MAT-008", "a loosened threshold", expected: ["MAT-008 warning"]) {
            $0.change.edits = [
                ChangeParts.edit(
                    "guardrail/threshold-loosened", category: "guardrails", traits: [.loosened],
                    values: "0.20 → 0.35")
            ]
        },
        CandidateCase("MAT-008", "a tightened threshold, and a loosened prompt") {
            $0.change.edits = [
                ChangeParts.edit("guardrail/threshold-tightened", category: "guardrails"),
                ChangeParts.edit("prompt/obligation-removed", traits: [.loosened]),
            ]
        },
        CandidateCase("MAT-009", "a pointer to other content", expected: ["MAT-009 warning"]) {
            $0.change.edits = [ChangeParts.edit("retrieval/index-changed", category: "retrieval", traits: [.opaque])]
        },
        CandidateCase("MAT-009", "a file that no rule knows and nothing can read", expected: ["MAT-009 warning"]) {
            $0.change.edits = [ChangeParts.edit("prompt/opaque-changed", traits: [.opaque, .unknown])]
        },
        CandidateCase("MAT-009", "a setting") {
            $0.change.edits = [ChangeParts.edit("retrieval/depth-changed", category: "retrieval")]
        },
        CandidateCase("MAT-010", "lowered without a reason", expected: ["MAT-010 error"]) {
            $0.change.edits = [ChangeParts.edit("prompt/limit-changed", "minor", builtIn: "material", why: " ")]
        },
        CandidateCase("MAT-010", "lowered with a reason") {
            $0.change.edits = [ChangeParts.edit("prompt/limit-changed", "minor", builtIn: "material", why: "Hours.")]
        },
        CandidateCase("MAT-010", "raised without a reason") {
            $0.change.edits = [ChangeParts.edit("prompt/limit-changed", "material", builtIn: "minor", why: "")]
        },
    ]

    static let predetermined = [
        CandidateCase("MAT-005", "inside its bounds") { $0.predetermined = (nil, []) },
        CandidateCase("MAT-005", "beyond two bounds", expected: ["MAT-005 error", "MAT-005 error"]) {
            $0.predetermined = (nil, ["prompt.wordsChanged 80 > 40", "prompt.sentencesChanged 6 > 5"])
        },
        CandidateCase("MAT-006", "valid") { $0.predetermined = (nil, []) },
        CandidateCase("MAT-006", "expired", expected: ["MAT-006 error"]) {
            $0.predetermined = (("predetermined change x expired 2026-12-31T00:00:00Z", "Assess it anew."), [])
        },
    ]

    static let proposals = [
        CandidateCase("MAT-003", "another purpose and no assessment", expected: ["MAT-003 error"]) {
            $0.change.edits = [purpose]
        },
        CandidateCase("MAT-003", "another purpose and the old assessment", expected: ["MAT-003 error"]) {
            $0.change.edits = [purpose]
            $0.change.impactAssessment = .unchanged
        },
        CandidateCase("MAT-003", "another purpose and a file that is not there", expected: ["MAT-003 error"]) {
            $0.change.edits = [purpose]
            $0.change.impactAssessment = .unresolved(path: "assessment.md")
        },
        CandidateCase("MAT-003", "another purpose and a new assessment") {
            $0.change.edits = [purpose]
            $0.change.impactAssessment = .new
        },
        CandidateCase("MAT-003", "the same purpose") {
            $0.change.edits = [ChangeParts.edit("system/environment-changed", category: "system")]
        },
        CandidateCase("PKG-008", "a governed file in no component", expected: ["PKG-008 error"]) {
            $0.change.files.append(
                .init(path: "systems/support-assistant/prompts/more.md", category: .prompts, isListed: false))
        },
        CandidateCase("PKG-008", "a governed file of a component") { _ in },
        CandidateCase("PKG-016", "no AI system, and the prompt changed", expected: ["PKG-016 error"]) {
            $0.change.package = try package(aiSystem: "false")
            $0.change.edits = [ChangeParts.edit("prompt/instruction-changed")]
        },
        CandidateCase("PKG-016", "no AI system, lowered to none by the policy", expected: ["PKG-016 error"]) {
            $0.change.package = try package(aiSystem: "false")
            $0.change.edits = [ChangeParts.edit("prompt/instruction-changed", "none", builtIn: "minor", why: "Ours.")]
        },
        CandidateCase("PKG-016", "no AI system in a first release", expected: ["MAT-001 error", "PKG-016 error"]) {
            $0.change.package = try package(aiSystem: "false")
            $0.change.baseName = nil
            $0.changeClass = "initial"
        },
        CandidateCase("PKG-016", "no AI system, and a comment changed") {
            $0.change.package = try package(aiSystem: "false")
            $0.change.edits = [ChangeParts.edit("prompt/source-only", "none")]
        },
        CandidateCase("PKG-016", "no AI system, and only the plan changed") {
            $0.change.package = try package(aiSystem: "false")
            $0.change.edits = [ChangeParts.edit("plan/rollback-changed", category: "plan")]
        },
    ]

    private static let purpose = ChangeParts.edit(
        "system/purpose-changed", category: "system", traits: [.substantialModification])

    /// The base world's package with another answer.
    private static func package(aiSystem: String) throws -> ReleasePackage {
        var world = try Scenario.base.world()
        let path = "systems/support-assistant/release.yaml"
        let lines = try #require(world.files[path]).lines
        world.files[path]?.lines = lines.map {
            $0.replacingOccurrences(of: "aiSystem: true", with: "aiSystem: \(aiSystem)")
        }
        return try #require(world.snapshot().documents.named("support-assistant", ReleasePackage.self))
    }
}
