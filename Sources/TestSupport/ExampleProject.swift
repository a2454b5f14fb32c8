import Commands
import Foundation
import PackageContents

/// The example of the project with the test's own keys in its trust root.
package enum ExampleProject {
    /// The checkout that the tests run in.
    package static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    package static let folder = checkout + "/examples/support-assistant"
    package static let system = "support-assistant"

    /// Copies the example into a new repository, commits it as Nora, pins its trust root.
    package static func repository(named name: String = "support-assistant") throws -> TestRepository {
        let repository = try TestRepository(named: name)
        try copy(folder, into: repository)
        for extra in ["changes", "README.md"] {
            try FileManager.default.removeItem(atPath: repository.path + "/" + extra)
        }
        try replaceKeys(in: repository)
        try pin(repository)
        try repository.commitAll("First release", as: .nora)
        return repository
    }

    /// Copies the second release's edit over the worktree.
    package static func applyChanges(to repository: TestRepository) throws {
        try copy(folder + "/changes/1.1.0", into: repository)
    }

    /// Copies the second release's evidence over the worktree.
    package static func applyEvidence(to repository: TestRepository) throws {
        try copy(folder + "/changes/1.1.0-evidence", into: repository)
    }

    /// Approves as the three people whom a critical change takes: the plan, where it is not approved yet, and the package.
    package static func approveAll(_ repository: TestRepository) throws {
        try approvePlan(repository)
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let result = repository.imprimatur("approve", system, "--role", role, as: person)
            guard result.status == .pass else { throw TestFailure("\(person.name) could not approve: \(result.text)") }
        }
    }

    /// Approves the plan as the three people whom its first version takes.
    package static func approvePlan(_ repository: TestRepository) throws {
        guard repository.imprimatur("verify", "plan", "customer-ai").status == .refused else { return }
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let result = repository.imprimatur("approve", "plan", "customer-ai", "--role", role, as: person)
            guard result.status == .pass else {
                throw TestFailure("\(person.name) could not approve the plan: \(result.text)")
            }
        }
    }

    /// The example with 1.0.0 approved and tagged.
    package static func released() throws -> TestRepository {
        let repository = try repository()
        try approveAll(repository)
        let result = repository.imprimatur("release", system, as: .nora)
        guard result.status == .pass else { throw TestFailure("1.0.0 could not be released: \(result.text)") }
        return repository
    }

    /// The example with 1.0.0 and 1.1.0 approved and tagged.
    package static func releasedTwice() throws -> TestRepository {
        let repository = try released()
        try applyChanges(to: repository)
        try applyEvidence(to: repository)
        try repository.commitAll("Second release", as: .nora)
        try approveAll(repository)
        let result = repository.imprimatur("release", system, as: .nora)
        guard result.status == .pass else { throw TestFailure("1.1.0 could not be released: \(result.text)") }
        return repository
    }

    package static func pin(_ repository: TestRepository) throws {
        let root = Array(try repository.read("governance/trust/1.yaml").utf8)
        try repository.git(["config", "imprimatur.trustRoot", "sha256:" + ContentDigest.document("trust", root)])
    }

    private static func copy(_ source: String, into repository: TestRepository) throws {
        let files = FileManager.default
        guard let names = files.enumerator(atPath: source) else { throw TestFailure("\(source) is not there") }
        for case let name as String in names {
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: source + "/" + name, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            guard let data = files.contents(atPath: source + "/" + name) else {
                throw TestFailure("\(name) is not readable")
            }
            try repository.write(name, data)
        }
    }

    private static func replaceKeys(in repository: TestRepository) throws {
        var principal: Person?
        let people: [Person] = [.nora, .ivo, .lena, .maya, .omar, .tove]
        let lines = try repository.read("governance/trust/1.yaml").split(
            separator: "\n", omittingEmptySubsequences: false)
        let replaced = lines.map { line -> String in
            if let id = line.firstRange(of: "- id: ") { principal = people.first { $0.name == line[id.upperBound...] } }
            guard let principal else { return String(line) }
            for (key, value) in [("public: ", principal.publicKey), ("fingerprint: ", principal.fingerprint)] {
                if let range = line.firstRange(of: key) { return String(line[..<range.upperBound]) + value }
            }
            return String(line)
        }
        try repository.write("governance/trust/1.yaml", replaced.joined(separator: "\n"))
    }
}
