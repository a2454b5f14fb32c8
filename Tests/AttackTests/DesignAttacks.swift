import Foundation
import TestSupport
import Testing

/// Ways around the rules that were found by reading the design.
enum DesignAttacks {
    static let section = AttackSection(
        letter: "G", title: "Around the rules", file: "DesignAttacks.swift", required: ["G4", "G5"], attacks: [g4, g5])

    static let g4 = Attack("G4", "a second folder of trust roots that the project file names has no say", .accepted) {
        let repository = try ExampleProject.released()
        try repository.mustPass("trust", "verify")
        let text = try repository.read("governance/trust/1.yaml")
        try repository.write("governance/old-trust/2.yaml", text.replacingOccurrences(of: "nora", with: "mallory"))
        try repository.edit(
            "imprimatur.yaml", "documents:\n", "documents:\n    - governance/old-trust/*.yaml\n")
        try repository.commitAll("Older rules", as: .nora)
        let answer = repository.ask("trust", "verify")
        let versions = try #require(try answer.json()["versions"] as? [[String: Any]])
        #expect(versions.map { $0["path"] as? String } == ["governance/trust/1.yaml"])
        return [answer]
    }

    static let g5 = Attack(
        "G5", "deleting the signatures of the newest trust root, so that the one before rules again",
        .refused("root-threshold")
    ) {
        let repository = try ExampleProject.released()
        try repository.addTrustVersion()
        try repository.signTrust(2, as: .lena)
        try repository.commitAll("Trust root 2", as: .lena)
        try repository.mustPass("trust", "verify")
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try repository.git(["rm", "--quiet", "-r", "governance/statements"])
        try repository.commitAll("Tidy up", as: .nora)
        return [
            repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge"),
            repository.ask("trust", "verify"), repository.ask("approvals"),
        ]
    }
}

struct DesignAttackTests {
    @Test(arguments: DesignAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
