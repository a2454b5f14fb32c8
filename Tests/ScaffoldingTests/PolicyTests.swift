import PlanModel
import Scaffolding
import Testing

/// What the policy, the plan and the trust root ask of a release, together.
struct PolicyTests {
    @Test("Every class of the tier has one row, and every tier below it as well", arguments: RiskTier.allCases)
    func rows(tier: RiskTier) throws {
        let policy = try #require(ScaffoldedTree(tier).only(MaterialityPolicy.self))
        let expected = RiskTier.allCases.filter { $0 <= tier }.flatMap { tier in
            ["critical", "initial", "material", "minor", "none"].map { "\(tier.rawValue) \($0)" }
        }
        let rows = policy.matrix.map { "\($0.tier?.value.rawValue ?? "?") \($0.changeClass?.value ?? "?")" }
        #expect(rows.sorted() == expected.sorted())
    }

    /// As the release verdict has it: nothing but small changes of tiers low and medium, and the first release of tier
    /// low, may rest on the release signature alone.
    @Test("Every quorum can be read, and is empty only where that is allowed", arguments: RiskTier.allCases)
    func quorums(tier: RiskTier) throws {
        let policy = try #require(ScaffoldedTree(tier).only(MaterialityPolicy.self))
        var empty: [String] = []
        for row in policy.matrix {
            let quorum = try #require(row.approvals)
            if quorum.isEmpty { empty.append("\(row.tier?.value.rawValue ?? "?") \(row.changeClass?.value ?? "?")") }
        }
        let allowed = ["low initial", "low none", "low minor", "medium none"]
        #expect(empty == (tier == .low ? Array(allowed.dropLast()) : allowed))
    }

    @Test("In tier low neither policy nor plan asks for evidence before a material change")
    func lowTierGates() throws {
        let tree = ScaffoldedTree(.low)
        let policy = try #require(tree.only(MaterialityPolicy.self))
        for row in policy.matrix where ["initial", "none", "minor"].contains(row.changeClass?.value) {
            #expect(row.gates.map(\.value) == [])
        }
        // A first release counts as critical here, so only the tier can keep the plan's gates away.
        for criterion in try #require(tree.only(DeploymentPlan.self)).entryCriteria {
            #expect(criterion.fields.mapping("requiredFor").string("minTier")?.value == "medium")
        }
    }

    @Test("What the policy asks for exists: gates in the plan, roles in the trust root", arguments: RiskTier.allCases)
    func existence(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let policy = try #require(tree.only(MaterialityPolicy.self))
        let gates = Set(try #require(tree.only(DeploymentPlan.self)).entryCriteria.compactMap { $0.gate?.value })
        let roles = Set(try #require(tree.only(TrustRoot.self)).roles.map(\.value))
        for row in policy.matrix {
            #expect(Set(row.gates.map(\.value)).isSubset(of: gates))
            let asked = try #require(row.approvals).roles
            #expect(asked.isSubset(of: roles))
        }
        let categories = Set(
            try #require(tree.only(DeploymentPlan.self)).entryCriteria.compactMap { $0.category?.value })
        #expect(categories.isSuperset(of: ["functional", "safety", "security", "data"]))
    }

    @Test("The person holds every role and has the key", arguments: RiskTier.allCases)
    func person(tier: RiskTier) throws {
        let root = try #require(ScaffoldedTree(tier).only(TrustRoot.self))
        #expect(root.version?.value == 1)
        #expect(root.protectedBranches.map(\.value) == ["main"])
        let person = try #require(root.principals.first)
        #expect(root.principals.count == 1)
        #expect(person.id == "nora" && person.kind == .human && person.emails == ["nora@example.org"])
        #expect(Set(person.roles.map(\.role.value)) == Set(root.roles.map(\.value)))
        #expect(person.keys.map { $0.fingerprint?.value } == ["SHA256:N5/17xkH1SNYybslMgqVlpaBKTbHxx5UhoM3MS8Z4r4"])
        #expect(root.approvals.soloAllowed == (tier == .low))
        #expect(root.separationOfDuties.allSatisfy { $0 != ["author", "release-manager"] })
    }
}
