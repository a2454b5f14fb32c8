import Commands
import TestSupport
import Testing

/// A second release of the example that is critical: ivo, lena and maya have to approve it, and nora releases it.
enum ProposedRelease {
    static let approvers: [(person: Person, role: String)] = [
        (.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver"),
    ]

    /// 1.0.0 released, 1.1.0 in the worktree and committed as nora.
    ///
    /// - Parameters:
    ///   - root: replacements in version 1 of the trust root.
    ///   - author: who signs the commit of the change; nil for an unsigned one.
    ///   - commitSettings: arguments of git before `commit`.
    static func repository(
        root: [(old: String, new: String)] = [], author: Person? = .nora, message: String = "Second release",
        name: Person? = nil
    ) throws -> TestRepository {
        let repository = try ExampleProject.repository()
        if !root.isEmpty {
            for edit in root { try repository.edit("governance/trust/1.yaml", edit.old, edit.new) }
            try ExampleProject.pin(repository)
            try repository.commitAll("Other rules", as: .nora)
        }
        try release(repository)
        try change(repository)
        try repository.git(["add", "--all"])
        let authorship = name.map { ["--author", "\($0.name) <\($0.email)>"] } ?? []
        try repository.git(["commit", "--quiet", "-m", message] + authorship, as: author)
        return repository
    }

    /// Approves and releases what is there as 1.0.0.
    static func release(_ repository: TestRepository) throws {
        try ExampleProject.approveAll(repository)
        try repository.mustPass("release", ExampleProject.system, as: .nora)
    }

    /// The files of the second release, not committed.
    static func change(_ repository: TestRepository) throws {
        try ExampleProject.applyChanges(to: repository)
        try ExampleProject.applyEvidence(to: repository)
    }

    /// Lets all approve but one.
    static func approve(_ repository: TestRepository, except person: Person? = nil) throws {
        for (approver, role) in approvers where approver != person {
            try repository.mustPass("approve", ExampleProject.system, "--role", role, as: approver)
        }
    }

    /// Maya's approval, written by hand.
    static func mayas(in repository: TestRepository) throws -> WrittenStatement {
        try WrittenStatement(
            role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .maya, in: repository)
    }

    static func ask(_ repository: TestRepository) -> CommandResult {
        repository.ask("release", ExampleProject.system, as: .nora)
    }

    /// Everybody approved but Maya, whose approval is mounted otherwise; then the release is asked for.
    ///
    /// - Parameter root: replacements in version 1 of the trust root.
    static func withoutMaya(
        root: [(old: String, new: String)] = [],
        _ mount: (_ repository: TestRepository, _ statement: WrittenStatement) throws -> Void
    ) throws -> [CommandResult] {
        let repository = try repository(root: root)
        try approve(repository, except: .maya)
        try mount(repository, try mayas(in: repository))
        return [ask(repository)]
    }
}
