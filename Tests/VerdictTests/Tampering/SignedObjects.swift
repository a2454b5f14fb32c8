import Approvals
import Foundation
import GitObjects
import Materiality
import Releases
import Signatures
import SourceText

/// An approval, a release and a commit that pass, and whether changed bytes of them still do: all in memory, through the
/// same parsers, signature check and judgement as objects of a repository.
struct SignedObjects {
    static let package = String(repeating: "5a", count: 32)
    static let plan = "plan plan@1 sha256:" + String(repeating: "77", count: 32)
    private static let target = String(repeating: "1", count: 40)

    let trust: TrustState
    let repository: String
    let author: TestKey
    let manager: TestKey

    init() throws {
        author = try TestKey(seed: 1)
        manager = try TestKey(seed: 2)
        let policy = TestProject.policy("[{role: po, count: 1}]")
        let root = RootText(
            principals: [
                .init(id: "ann", roles: ["po", "ra"], keys: [author]),
                .init(id: "rex", roles: ["release-manager"], keys: [manager]),
                .init(id: "kim", roles: ["grc"], keys: [try TestKey(seed: 3)]),
            ], policy: policy)
        repository = root.digest
        let files = TestProject.files(
            version: "1.0.0", previous: "none", declared: "initial", variant: 0, approvals: "[{role: po, count: 1}]")
        trust = try TrustState(
            of: MemoryFiles(files: files.merging(["governance/trust/1.yaml": root.text]) { $1 }).snapshot(), pin: nil)
    }

    // MARK: What is signed

    var approvalLines: [String] {
        [
            "Subject: package bot@1.0.0 sha256:\(Self.package)", "Subject: \(Self.plan)", "Base: none",
            "Materiality: material policy=sha256:\(String(repeating: "ab", count: 32)) catalogue=3", "Role: po",
            "Trust: 1 sha256:\(repository)", "Not-After: 2027-01-01T00:00:00Z",
        ]
    }

    var approval: StatementText {
        StatementText(decision: "approve", repository: repository, lines: approvalLines)
    }

    var release: StatementText {
        StatementText(
            decision: "release", repository: repository,
            lines: approvalLines.filter { !$0.hasPrefix("Role") && !$0.hasPrefix("Not-After") } + [
                "Sequence: 1", "Previous: none", "Approval: \(String(repeating: "cd", count: 32)) po ann",
                "Evidence: sha256:\(String(repeating: "ef", count: 32))",
            ])
    }

    static let approvalName = "approve/bot/1.0.0/po/ann/\(package.prefix(12))"
    static let releaseName = "release/bot/1.0.0"

    func approvalTag(
        _ statement: StatementText? = nil, name: String = approvalName, width: Int = 70, key: TestKey? = nil
    ) throws -> [UInt8] {
        try GitText.tag(
            name, of: Self.target, at: 1_790_000_000, message: (statement ?? approval).message, key: key ?? author,
            width: width)
    }

    func releaseTag(_ statement: StatementText? = nil, name: String = releaseName) throws -> [UInt8] {
        try GitText.tag(
            name, of: Self.target, at: 1_790_000_000, message: (statement ?? release).message, key: manager)
    }

    func approvalCommit() throws -> [UInt8] {
        try GitText.commit(
            tree: Self.target, parent: Self.target, author: "ann", at: 1_790_000_000, message: approval.message,
            key: author)
    }

    // MARK: What passes

    /// The id under which a tag's bytes count as an approval of the package; nil where they do not.
    func approvalID(ofTag bytes: [UInt8], ref: String = "refs/tags/" + approvalName) -> String? {
        counted(StatementReader(keys: trust.keys).tag(ref, type: .tag, id: .zero, bytes: bytes))
    }

    func approvalID(ofCommit bytes: [UInt8]) -> String? {
        guard let commit = try? RawCommit(id: .zero, bytes: bytes) else { return nil }
        return StatementReader(keys: trust.keys).commit(commit).flatMap(counted)
    }

    /// The id under which a tag's bytes are a link of the chain of releases.
    func releaseID(ofTag bytes: [UInt8]) throws -> String? {
        let found = StatementReader(keys: trust.keys).tag(
            "refs/tags/" + Self.releaseName, type: .tag, id: .zero, bytes: bytes)
        let chain = try ReleaseChain(
            of: "bot", tags: StatementIndex([found]).releases(of: "bot"), tip: trust,
            ownRoot: { _ in (version: 1, sha256: repository) })
        return chain.links.first?.id
    }

    private func counted(_ found: FoundStatement) -> String? {
        let index = StatementIndex([found])
        guard let now = Timestamp(rfc3339: "2026-11-25T00:00:00Z") else { return nil }
        let judge = StatementJudge(
            trust: trust,
            case: StatementJudge.Case(
                subject: .package(system: "bot", version: "1.0.0", sha256: Self.package), systems: ["bot"],
                plan: .plan(name: "plan", version: "1", sha256: String(repeating: "77", count: 32)),
                changeClass: .ordered(.material), contributors: Contributors(), now: now),
            considering: index.all, in: index)
        return index.all.compactMap(judge.judge).first { $0.counts && $0.decision == .approve }?.found.id
    }
}
