import Commands
import Foundation
import TestSupport
import Testing

/// Ways around the approval of plans, of removals, and of records.
enum PlanAttacks {
    static let section = AttackSection(
        letter: "P", title: "Plans, removals and records", file: "PlanAttacks.swift",
        required: ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"], attacks: plans + removals + records)

    private static let system = ExampleProject.system
    private static let plan = "governance/plans/customer-ai.yaml"
    private static let folder = "systems/support-assistant"
    /// Half the time in which something has to be taken back: a change that weighs.
    private static let large = ("timeObjective: 30m", "timeObjective: 6h")

    /// The plan at another version, with an edit; the package pins it.
    private static func edit(
        _ repository: TestRepository, version: Int, _ edit: (old: String, new: String), as author: Person?
    ) throws {
        try repository.edit(plan, "  version: \(version - 1)\n", "  version: \(version)\n")
        try repository.edit(plan, edit.old, edit.new)
        try repository.commitAll("Plan \(version)", as: author)
    }

    private static let plans = [
        Attack("P1", "a plan edited under its version after it was approved", .refused("PLN-004")) {
            let repository = try ProposedRelease.repository()
            try repository.edit(plan, large.0, large.1)
            try repository.commitAll("A plan", as: .nora)
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("P2", "a plan that was only named beside packages", .refused("PLN-002")) {
            let repository = try ProposedRelease.repository()
            try repository.edit("\(folder)/release.yaml", "version: 1}", "version: 2}")
            try edit(repository, version: 2, large, as: .nora)
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("P3", "a small change on top of a large one that nobody approved", .refused("PLN-002")) {
            let repository = try ProposedRelease.repository()
            try edit(repository, version: 2, large, as: .nora)
            try repository.edit("\(folder)/release.yaml", "version: 1}", "version: 3}")
            try edit(repository, version: 3, ("reviewEvery: 180d", "reviewEvery: 180d  # half a year"), as: .nora)
            try WrittenStatement(planAs: "engineering-owner", by: .ivo, in: repository).tag(as: .ivo, in: repository)
            // Measured against what was approved, not against what was only laid down.
            let plan = repository.ask("verify", "plan", "customer-ai")
            #expect(plan.status == .refused)
            #expect(try plan.json()["lastApproved"] as? Int == 1, "\(plan.text)")
            #expect(!plan.output.contains("× minor"), "\(plan.text)")
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("P4", "an unsigned edit of a plan, approved by those who may have made it", .refused("unattributable")) {
            let repository = try ExampleProject.released()
            try edit(repository, version: 2, large, as: nil)
            for (person, role) in ProposedRelease.approvers {
                try WrittenStatement(planAs: role, by: person, in: repository).tag(as: person, in: repository)
            }
            return [repository.ask("verify", "plan", "customer-ai")]
        },
        Attack("P5", "the author of a plan approves it", .refused("author")) {
            let repository = try ExampleProject.released()
            try edit(repository, version: 2, large, as: .maya)
            for (person, role) in ProposedRelease.approvers {
                try WrittenStatement(planAs: role, by: person, in: repository).tag(as: person, in: repository)
            }
            return [repository.ask("verify", "plan", "customer-ai")]
        },
    ]

    // MARK: Removals

    /// The change on a branch, and what the gate says about it.
    private static func gate(
        _ repository: TestRepository, author: Person? = .nora, _ change: () throws -> Void,
        approve: Bool = false
    ) throws -> CommandResult {
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try change()
        try repository.commitAll("The end", as: author)
        if approve {
            for (person, role) in ProposedRelease.approvers {
                _ = repository.imprimatur("approve", "--removal", system, "--role", role, "--onto", "main", as: person)
            }
        }
        return repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")
    }

    private static func remove(_ repository: TestRepository) throws { try repository.remove(folder) }

    private static let removals = [
        Attack(
            "P6", "a system is deleted, or declared out of scope, without those whom a critical change takes",
            .refused("system-removed")
        ) {
            let deleted = try ExampleProject.released()
            let scope = try ExampleProject.released()
            let package = try ExampleProject.released()
            return [
                try gate(deleted) { try remove(deleted) },
                try gate(scope) { try scope.edit("\(folder)/system.yaml", "inScope: true", "inScope: false") },
                // Its author is one of those who approve: they have to be two others.
                try gate(package, author: .maya, { try package.remove("\(folder)/release.yaml") }, approve: true),
            ]
        },
        Attack(
            "P7", "a system that was rejected is declared out of scope, to ship it without control", .refused("veto")
        ) {
            let repository = try ExampleProject.released()
            try repository.mustPass("approve", system, "--reject", "--role", "risk-approver", as: .tove)
            return [
                try gate(
                    repository, { try repository.edit("\(folder)/system.yaml", "inScope: true", "inScope: false") },
                    approve: true)
            ]
        },
        Attack("P8", "a system is taken out of scope in an unsigned commit", .refused("unattributable")) {
            let repository = try ExampleProject.released()
            return [
                try gate(
                    repository, author: nil,
                    { try repository.edit("\(folder)/system.yaml", "inScope: true", "inScope: false") }, approve: true)
            ]
        },
    ]

    // MARK: Records

    private static let records = [
        Attack("P9", "an exception whose approvers were typed by whoever asks for it", .refused("GAT-001")) {
            let repository = try ProposedRelease.repository()
            try repository.remove("\(folder)/records/1.1.0/safety-eval.yaml")
            try repository.write(
                "\(folder)/records/1.1.0/exception.yaml",
                """
                apiVersion: imprimatur/v1
                kind: Exception
                metadata: {name: late-eval, owner: person:nora}
                spec:
                  appliesTo:
                    release: "release:support-assistant@1.1.0"
                    waives: ["gate:safety-eval"]
                  reason: There was no time for the evaluation before the sale.
                  ticket: AICHG-118
                  requestedBy: person:nora
                  approvedBy: [person:maya, person:lena]
                  effectiveFrom: "2026-11-19T00:00:00Z"
                  expiresAt: "2026-11-29T00:00:00Z"
                  compensatingControls:
                    - control: A colleague reads every tenth answer.
                      owner: role:ai-oncall
                      verification: The list is read every evening.
                  followUps:
                    - action: Run the evaluation.
                      owner: role:engineering-owner
                      due: "2026-11-24T17:00:00Z"
                      status: open
                  retrospective:
                    dueBy: "2026-11-26T00:00:00Z"

                """)
            try repository.commitAll("An exception", as: .nora)
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        }
    ]
}

struct PlanAttackTests {
    @Test(arguments: PlanAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
