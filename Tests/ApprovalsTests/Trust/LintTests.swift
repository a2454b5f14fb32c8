import Approvals
import Foundation
import TestSupport
import Testing

/// What a version says that cannot be meant. Each case edits version 1 before it is pinned, or version 2, which both
/// control owners signed.
struct LintTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let edits: [(old: String, new: String)]
        /// In the message; nil when nothing is wrong.
        let complaint: String?
        var code = "root-lint"

        var testDescription: String { name }

        init(_ name: String, _ edits: (old: String, new: String)..., complaint: String?, code: String = "root-lint") {
            self.name = name
            self.edits = edits
            self.complaint = complaint
            self.code = code
        }
    }

    private static let policies = "  policies:\n"

    static let one: [Case] = [
        Case("as it is", complaint: nil),
        Case("key of two people", (RootText.key(.ivo), RootText.key(.lena)), complaint: "is listed twice"),
        Case(
            "wrong fingerprint",
            ("fingerprint: \(Person.ivo.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)"),
            complaint: "has the fingerprint"),
        Case(
            "address of two people", ("ivo@lindholm.example.org", "Lena@lindholm.example.org"),
            complaint: "is that of ivo and of lena"),
        Case("two of one name", ("- id: ivo", "- id: lena"), complaint: "has no id of its own"),
        Case("wildcard e-mail", ("ivo@lindholm.example.org", "\"*@lindholm.example.org\""), complaint: "is a pattern"),
        Case(
            "threshold above the holders", (RootText.threshold, "changeThreshold: {role: grc-control-owner, count: 3}"),
            complaint: "nobody could change the root"),
        Case(
            "threshold of a role that nobody holds", (RootText.threshold, "changeThreshold: {role: auditor, count: 1}"),
            ("    - ai-oncall", "    - ai-oncall\n    - auditor"), complaint: "nobody could change the root"),
        Case(
            "threshold of zero", (RootText.threshold, "changeThreshold: {role: grc-control-owner, count: 0}"),
            complaint: "", code: "root-malformed"),
        Case("misspelt role", (RootText.ivosRoles, "roles: [enginering-owner]"), complaint: "not under roles"),
        Case(
            "veto of nobody", ("vetoRoles: [risk-approver]", "vetoRoles: [auditor]"),
            ("    - ai-oncall", "    - ai-oncall\n    - auditor"), complaint: "which nobody holds"),
        Case(
            "separation of an unknown role", ("- [author, risk-approver]", "- [author, risc-approver]"),
            complaint: "separationOfDuties names the role"),
        Case(
            "robot of nobody",
            ("    - id: tove\n      kind: human", "    - id: tove\n      kind: robot\n      operator: nobody"),
            complaint: "has no operator"),
        Case(
            "delegation of a role that is not held",
            (
                policies,
                "  delegations:\n    - {from: ivo, to: nora, role: risk-approver, notAfter: \"2027-01-01T00:00:00Z\"}\n"
                    + policies
            ),
            complaint: "without holding it"),
        Case(
            "delegation to oneself",
            (
                policies,
                "  delegations:\n    - {from: maya, to: maya, role: risk-approver, notAfter: \"2027-01-01T00:00:00Z\"}\n"
                    + policies
            ),
            complaint: "does not lead from one human"),
        Case(
            "revoked and listed",
            (
                policies,
                "  revokedKeys:\n    - {fingerprint: \"\(Person.ivo.fingerprint)\", reason: retired, since: 1}\n"
                    + policies
            ),
            complaint: "still lists the key"),
        Case(
            "revoked from a version that is still to come",
            (
                policies,
                "  revokedKeys:\n    - {fingerprint: \"\(Person.mallory.fingerprint)\", reason: retired, since: 2}\n"
                    + policies
            ),
            complaint: "a version from 1 to 1"),
        Case(
            "revoked key of nobody",
            (
                policies,
                "  revokedKeys:\n    - {fingerprint: \"\(Person.mallory.fingerprint)\", reason: retired, since: 1}\n"
                    + policies
            ),
            complaint: "which no version has"),
        Case("unknown field", (policies, "  quorum: 0\n" + policies), complaint: "quorum", code: "root-malformed"),
        Case(
            "newer format", ("apiVersion: imprimatur/v1", "apiVersion: imprimatur/v2"), complaint: "apiVersion",
            code: "root-malformed"),
        Case("another kind", ("kind: TrustRoot", "kind: AISystem"), complaint: "", code: "root-malformed"),
        Case("no YAML", ("  roles:\n", "  roles: [\n"), complaint: "", code: "root-malformed"),
        Case(
            "two documents",
            ("apiVersion: imprimatur/v1", "apiVersion: imprimatur/v1\nkind: Project\n---\napiVersion: imprimatur/v1"),
            complaint: "", code: "root-malformed"),
        Case("another version", ("  version: 1\n", "  version: 7\n"), complaint: "", code: "root-malformed"),
    ]

    @Test(arguments: one) func ofVersionOne(_ lint: Case) throws {
        let bench = try TrustBench()
        for edit in lint.edits { try bench.repository.edit("governance/trust/1.yaml", edit.old, edit.new) }
        let failures = try TrustExamination(of: bench.snapshot(), pin: nil).failures
        check(failures, lint)
    }

    static let two: [Case] = [
        Case("as it is", complaint: nil),
        Case(
            "key that moved", (RootText.key(.ivo), RootText.key(.lenaAnew)), (RootText.key(.lena), RootText.key(.ivo)),
            complaint: "was ivo's in version 1"),
        Case("no checkpoints", ("  releaseHeads: []\n", ""), complaint: "", code: "root-malformed"),
        Case(
            "two checkpoints of one system",
            (
                "releaseHeads: []",
                "releaseHeads: [{system: a, sequence: 1, statement: \(String(repeating: "a", count: 64))}, "
                    + "{system: a, sequence: 2, statement: \(String(repeating: "b", count: 64))}]"
            ), complaint: "lists a twice"),
        Case(
            "nobody is left for a quorum", ("roles: [engineering-owner, product-owner]", "roles: [engineering-owner]"),
            complaint: "nobody could fill 1 × product-owner when lena wrote the change"),
        Case(
            "nobody signs releases",
            ("[engineering-owner, release-manager, ai-oncall]", "[engineering-owner, ai-oncall]"),
            complaint: "nobody with a key can sign releases"),
        Case(
            "the only release manager may not be the author",
            ("- [author, risk-approver]", "- [author, risk-approver]\n    - [author, release-manager]"),
            complaint: "nobody could sign a release whose author is nora"),
    ]

    @Test(arguments: two) func ofVersionTwo(_ lint: Case) throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(edits: lint.edits)
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.signTrust(2, as: .maya)
        if lint.name.contains("moved") { try bench.repository.signTrust(2, as: .lenaAnew) }
        check(try bench.examine().failures, lint)
    }

    private static func head(_ sequence: Int, _ digit: String) -> String {
        "releaseHeads: [{system: support-assistant, sequence: \(sequence), statement: \(String(repeating: digit, count: 64))}]"
    }

    private static let revoked = "- {fingerprint: \"\(Person.lena.fingerprint)\", reason: compromised, since: 2}"

    /// Against version 2, which has a checkpoint, a void release and lena's first key as compromised.
    static let three: [Case] = [
        Case("as it is", complaint: nil),
        Case("a further checkpoint", (head(2, "a"), head(3, "b")), complaint: nil),
        Case("an earlier checkpoint", (head(2, "a"), head(1, "b")), complaint: "goes back"),
        Case("another release at the checkpoint", (head(2, "a"), head(2, "b")), complaint: "goes back"),
        Case("no checkpoint any more", (head(2, "a"), "releaseHeads: []"), complaint: "leaves out support-assistant"),
        Case(
            "a revoked key is forgotten", ("  revokedKeys:\n    \(revoked)\n", ""),
            complaint: "revokedKeys leaves out"),
        Case(
            "a compromised key is only retired", ("reason: compromised", "reason: retired"),
            complaint: "and version 2 compromised"),
        Case("a key is compromised later", ("since: 2}", "since: 3}"), complaint: "from version 2 up to version 3"),
        Case("a key is compromised earlier", ("since: 2}", "since: 1}"), complaint: nil),
        Case(
            "a void release is valid again", ("  voidReleases: [\(String(repeating: "c", count: 64))]\n", ""),
            complaint: "voidReleases leaves out"),
        Case(
            "a stolen key comes back", (RootText.key(.lenaAnew), RootText.key(.lena)), complaint: "still lists the key"),
    ]

    @Test(arguments: three) func ofVersionThree(_ lint: Case) throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: "compromised") + [
                ("releaseHeads: []", Self.head(2, "a") + "\n  voidReleases: [\(String(repeating: "c", count: 64))]")
            ])
        for person in [Person.lena, .lenaAnew] { try bench.repository.signTrust(2, as: person) }
        #expect(try bench.codes() == [])
        try bench.repository.addTrustVersion(edits: lint.edits)
        try bench.repository.signTrust(3, as: .maya)
        check(try bench.examine().failures, lint)
    }

    private func check(_ failures: [TrustFailure], _ lint: Case) {
        let text = failures.map { "\($0.code) \($0.message)" }.joined(separator: "\n")
        guard let complaint = lint.complaint else {
            #expect(failures.isEmpty, "\(text)")
            return
        }
        #expect(
            failures.contains { $0.code == lint.code && (complaint.isEmpty || $0.message.contains(complaint)) },
            "\(text)")
        for failure in failures {
            #expect(!failure.message.hasSuffix("."), "not without a full stop: \(failure.message)")
            #expect(failure.mend.hasSuffix("."), "not a sentence: \(failure.mend)")
        }
    }

    /// A file that is not named after a version, and one in another folder.
    @Test func namesOfFiles() throws {
        let bench = try TrustBench()
        let text = try bench.repository.read("governance/trust/1.yaml")
        try bench.repository.write("governance/old-trust/2.yaml", text)
        #expect(try bench.codes() == [])
        try bench.repository.write("governance/trust/01.yaml", text)
        #expect(try bench.codes() == ["root-malformed"])
    }

    /// The mistake is found where the highest version is a link into the unknown.
    @Test func aLinkInTheFolder() throws {
        let bench = try TrustBench()
        try FileManager.default.createSymbolicLink(
            atPath: bench.repository.path + "/governance/trust/2.yaml", withDestinationPath: "1.yaml")
        #expect(try bench.codes() == ["root-malformed"])
    }

    @Test func everyCodeHasItsMeaning() {
        for code in TrustFailure.Code.allCases {
            #expect(code.meaning.hasSuffix("."))
            #expect(code.rawValue.hasPrefix("root-"))
        }
    }
}
