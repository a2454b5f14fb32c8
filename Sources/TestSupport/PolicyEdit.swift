import Foundation
import PackageContents

extension ExampleProject {
    /// The example as a system of tier low, where a minor release takes the release signature alone, with another
    /// policy: the trust root pins the edited one, and the clone the root.
    ///
    /// - Parameters:
    ///   - policy: replacements in `governance/materiality.yaml`, each of which must be found there.
    ///   - files: replacements in other files.
    package static func lowTier(
        policy: [(old: String, new: String)] = [], files: [(path: String, old: String, new: String)] = []
    ) throws -> TestRepository {
        let repository = try repository()
        try repository.edit("systems/support-assistant/system.yaml", "riskTier: medium", "riskTier: low")
        for edit in files { try repository.edit(edit.path, edit.old, edit.new) }
        try edit(policy, in: repository)
        try repository.commitAll("Tier low", as: .nora)
        return repository
    }

    /// Edits the policy, and the trust root so that it pins the result; commits nothing.
    package static func edit(_ edits: [(old: String, new: String)], in repository: TestRepository) throws {
        let policy = "governance/materiality.yaml"
        let before = ContentDigest.sha256(Array(try repository.read(policy).utf8))
        for edit in edits { try repository.edit(policy, edit.old, edit.new) }
        let after = ContentDigest.sha256(Array(try repository.read(policy).utf8))
        if before != after { try repository.edit("governance/trust/1.yaml", before, after) }
        try pin(repository)
    }

    /// Writes the version, the one before it and the class into the release package.
    package static func declare(
        _ version: String, after previous: String, _ changeClass: String, in repository: TestRepository
    ) throws {
        let path = "systems/support-assistant/release.yaml"
        let lines = try repository.read(path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("  version: ") { return "  version: \(version)" }
            if line.hasPrefix("  previous: ") { return "  previous: \(previous)" }
            return line.hasPrefix("    class: ") ? "    class: \(changeClass)" : String(line)
        }
        try repository.write(path, lines.joined(separator: "\n"))
    }

    /// Records passed evidence of some gates for the package as it lies in the worktree's commit.
    package static func recordEvidence(
        _ gates: [String], for version: String, in repository: TestRepository
    ) throws {
        let report = try repository.imprimatur("approvals", system, "--format", "json").json()
        let systems = report["systems"] as? [[String: Any]]
        guard let digest = systems?.first?["packageDigest"] as? String else {
            throw TestFailure("the package has no digest")
        }
        for gate in gates {
            try repository.write(
                "systems/support-assistant/records/\(version)/\(gate).yaml",
                """
                apiVersion: imprimatur/v1
                kind: GateEvidence
                metadata: {name: support-assistant-\(version.replacingOccurrences(of: ".", with: "-"))-\(gate), owner: role:engineering-owner}
                spec:
                  subject:
                    release: "release:support-assistant@\(version)"
                    packageDigest: {sha256: \(digest.replacingOccurrences(of: "sha256:", with: ""))}
                  gate: \(gate)
                  category: functional
                  result: passed
                  performedAt: "2026-11-20T10:30:00Z"
                  performedBy: person:ivo
                  summary: All cases passed.
                  method: {tool: promptfoo}

                """)
        }
    }
}
