/// Who approves: the trust root and the policy that it pins.
extension Scenario {
    private static let root = "governance/trust/1.yaml"
    private static let policy = "governance/materiality.yaml"

    private static let files = [
        root: """
        apiVersion: imprimatur/v1
        kind: TrustRoot
        metadata: {name: shop, owner: role:grc, title: Who may sign}
        spec:
          version: 1
          protectedBranches: [main]
          approvals:
            requiredAt: merge
            releaseSignerMayApprove: false
            allowMultiRole: false
            soloAllowed: false
            vetoRoles: [risk]
          changeThreshold: {role: grc, count: 2}
          roles: [engineering, risk, product, grc]
          separationOfDuties:
            - [author, risk]
            - [risk, engineering]
          principals:
            - id: nora
              kind: human
              name: Nora Berg
              emails: [nora@shop.example]
              roles: [engineering]
              keys:
                - {type: ssh, public: ssh-ed25519 AAAA, fingerprint: "SHA256:nora", requireUserPresence: true}
            - id: maya
              kind: human
              emails: [maya@shop.example]
              roles: [{role: risk, systems: ["system:helper"]}, grc]
              keys: [{type: ssh, public: ssh-ed25519 BBBB, fingerprint: "SHA256:maya"}]
          revokedKeys: [{fingerprint: "SHA256:old", reason: retired, since: 1}]
          policies: [{path: governance/materiality.yaml, sha256: "0000"}]
        """,
        policy: """
        apiVersion: imprimatur/v1
        kind: MaterialityPolicy
        metadata: {name: shop, owner: role:grc}
        spec:
          classes: [none, minor, material, critical]
          default: material
          rules:
            - {id: prompt/limit-changed, component: prompts, class: critical, why: Sums of money.}
          tiers: [low, medium, high]
          matrix:
            - {tier: medium, class: none, gates: [], approvals: []}
            - tier: medium
              class: material
              gates: [functional-eval, safety-eval]
              approvals: [{role: engineering, count: 1}, {role: product, count: 1}]
            - tier: medium
              class: critical
              gates: [functional-eval, safety-eval]
              approvals:
                all:
                  - {role: risk, count: 2}
                  - {any: [{role: engineering}, {role: product}]}
          cumulative: {baseline: last-fully-gated, maxMinor: 5, maxAge: 90d, escalateTo: material}
        """,
    ]

    private static func approval(_ name: String, _ edits: Edit..., expect: String...) -> Scenario {
        edits.count == 1
            ? Scenario(name, adding: files, edits[0], expect: expect)
            : Scenario(name, adding: files, edits[0], edits[1], expect: expect)
    }

    static let approvalScenarios: [Scenario] = [
        approval(
            "one risk approver less", .replace(policy, "{role: risk, count: 2}", "{role: risk, count: 1}"),
            expect: "approval/quorum-lowered critical"),
        approval(
            "one risk approver more", .replace(policy, "{role: risk, count: 2}", "{role: risk, count: 3}"),
            expect: "approval/quorum-raised minor"),
        approval(
            "either role instead of both",
            .replace(
                policy, "[{role: engineering, count: 1}, {role: product, count: 1}]",
                "{any: [{role: engineering}, {role: product}]}"), expect: "approval/quorum-lowered critical"),
        approval(
            "no product owner",
            .replace(
                policy, "[{role: engineering, count: 1}, {role: product, count: 1}]", "[{role: engineering, count: 1}]"),
            expect: "approval/role-removed critical"),
        approval(
            "a risk approver too",
            .replace(
                policy, "[{role: engineering, count: 1}, {role: product, count: 1}]",
                "[{role: engineering, count: 1}, {role: product, count: 1}, {role: risk, count: 1}]"),
            expect: "approval/role-added minor"),
        approval(
            "the same quorum, written as a choice of all",
            .replace(
                policy, "[{role: engineering, count: 1}, {role: product, count: 1}]",
                "{atLeast: 2, of: [{role: product}, {role: engineering}]}"), expect: "approval/metadata-only none"),
        approval(
            "another role instead",
            .replace(
                policy, "[{role: engineering, count: 1}, {role: product, count: 1}]",
                "[{role: engineering, count: 1}, {role: grc, count: 1}]"), expect: "approval/changed material"),
        approval(
            "a quorum that cannot be read", .replace(policy, "{role: risk, count: 2}", "{role: risk, count: 0}"),
            expect: "approval/changed material"),
        approval(
            "a gate less for a class",
            .replace(
                policy, "class: critical\n      gates: [functional-eval, safety-eval]",
                "class: critical\n      gates: [functional-eval]"), expect: "approval/gate-removed critical"),
        approval(
            "gates in another order",
            .replace(
                policy, "class: critical\n      gates: [functional-eval, safety-eval]",
                "class: critical\n      gates: [safety-eval, functional-eval]"), expect: "approval/metadata-only none"),
        approval(
            "a row less", .replace(policy, "    - {tier: medium, class: none, gates: [], approvals: []}\n", ""),
            expect: "approval/changed material"),
        approval(
            "a lower default", .replace(policy, "default: material", "default: minor"),
            expect: "approval/class-lowered critical"),
        approval(
            "an override less",
            .replace(
                policy, "    - {id: prompt/limit-changed, component: prompts, class: critical, why: Sums of money.}",
                "    []"), expect: "approval/class-lowered critical"),
        approval(
            "an override that says what holds",
            .replace(
                policy, "    - {id: prompt/limit",
                "    - {id: model/id-changed, class: material, why: As ever.}\n    - {id: prompt/limit"),
            expect: "approval/metadata-only none"),
        approval(
            "an override for a component",
            .replace(
                policy, "    - {id: prompt/limit",
                "    - {component: tools, class: minor, why: Small ones.}\n    - {id: prompt/limit"),
            expect: "approval/changed material"),
        approval(
            "another reason for an override", .replace(policy, "Sums of money.", "Money."),
            expect: "approval/metadata-only none"),
        approval(
            "more small releases", .replace(policy, "maxMinor: 5", "maxMinor: 50"),
            expect: "approval/class-lowered critical"),
        approval(
            "any number of small releases", .replace(policy, "maxMinor: 5, ", ""),
            expect: "approval/class-lowered critical"),
        approval(
            "small releases without end",
            .replace(
                policy, "  cumulative: {baseline: last-fully-gated, maxMinor: 5, maxAge: 90d, escalateTo: material}", ""
            ),
            expect: "approval/class-lowered critical"),
        Scenario(
            "an end to small releases",
            adding: files.mapValues { $0.replacing("maxMinor: 5, ", with: "") },
            .replace(policy, "last-fully-gated, maxAge", "last-fully-gated, maxMinor: 5, maxAge"),
            expect: ["approval/class-raised minor"]),
        approval(
            "no protected branch", .replace(root, "protectedBranches: [main]", "protectedBranches: []"),
            expect: "approval/safeguard-off critical"),
        approval(
            "another protected branch", .replace(root, "protectedBranches: [main]", "protectedBranches: [next]"),
            expect: "approval/changed material", "approval/safeguard-off critical"),
        approval(
            "a further protected branch",
            .replace(root, "protectedBranches: [main]", "protectedBranches: [main, next]"),
            expect: "approval/changed material"),
        approval("fewer days", .replace(policy, "maxAge: 90d", "maxAge: 30d"), expect: "approval/class-raised minor"),
        approval(
            "more days", .replace(policy, "maxAge: 90d", "maxAge: 180d"), expect: "approval/class-lowered critical"),
        approval(
            "changes that were assessed beforehand",
            .replace(
                policy, "  cumulative:", "  predeterminedChanges: [{id: reindex, component: retrieval}]\n  cumulative:"),
            expect: "approval/changed material"),
        approval(
            "one signature for the root", .replace(root, "{role: grc, count: 2}", "{role: grc, count: 1}"),
            expect: "approval/quorum-lowered critical"),
        approval(
            "a role less", .replace(root, "[engineering, risk, product, grc]", "[engineering, risk, grc]"),
            expect: "approval/role-removed critical"),
        approval(
            "no veto", .replace(root, "vetoRoles: [risk]", "vetoRoles: []"), expect: "approval/veto-removed critical"),
        approval(
            "author and risk in one", .replace(root, "    - [author, risk]\n", ""),
            expect: "approval/duties-joined critical"),
        approval(
            "duties in another order",
            .replace(
                root, "    - [author, risk]\n    - [risk, engineering]",
                "    - [engineering, risk]\n    - [risk, author]"), expect: "approval/metadata-only none"),
        approval(
            "work alone", .replace(root, "soloAllowed: false", "soloAllowed: true"),
            expect: "approval/safeguard-off critical"),
        approval(
            "one person for several roles", .replace(root, "allowMultiRole: false", "allowMultiRole: true"),
            expect: "approval/safeguard-off critical"),
        approval(
            "approvals only at the release", .replace(root, "requiredAt: merge", "requiredAt: release"),
            expect: "approval/safeguard-off critical"),
        approval(
            "a default of the root", .replace(root, "    soloAllowed: false\n", ""),
            expect: "approval/metadata-only none"),
        approval(
            "a further role for a person", .replace(root, "roles: [engineering]\n", "roles: [engineering, product]\n"),
            expect: "approval/authority-granted material"),
        approval(
            "a role for all systems", .replace(root, "{role: risk, systems: [\"system:helper\"]}", "risk"),
            expect: "approval/authority-granted material"),
        approval(
            "a further key",
            .replace(
                root, "keys: [{type: ssh, public: ssh-ed25519 BBBB",
                "keys: [{type: ssh, public: ssh-ed25519 CCCC, fingerprint: \"SHA256:new\"}, {type: ssh, public: ssh-ed25519 BBBB"
            ), expect: "approval/authority-granted material"),
        approval(
            "another key under the same name", .replace(root, "ssh-ed25519 BBBB", "ssh-ed25519 DDDD"),
            expect: "approval/changed material"),
        approval(
            "a key that nobody touches", .replace(root, ", requireUserPresence: true", ""),
            expect: "approval/safeguard-off critical"),
        approval("a person's name", .replace(root, "Nora Berg", "Nora Holm"), expect: "approval/metadata-only none"),
        approval(
            "a person's address", .replace(root, "nora@shop.example", "maya@shop.example"),
            expect: "approval/changed material", "approval/changed material"),
        approval(
            "a key back from the dead", .replace(root, "{fingerprint: \"SHA256:old\", reason: retired, since: 1}", ""),
            expect: "approval/authority-granted material"),
        approval("a branch more", .replace(root, "[main]", "[main, hotfix]"), expect: "approval/changed material"),
        approval("no policy", .delete(policy), expect: "approval/changed material"),
        approval("no trust root", .delete(root), .delete(policy), expect: "approval/changed critical"),
        Scenario(
            "a trust root where there was none", adding: [policy: files[policy] ?? ""],
            .write(root, files[root] ?? ""), expect: ["approval/changed material"]),
        approval(
            "a policy whose bytes nobody pinned", .replace(policy, "maxMinor: 5", "maxMinor: 50"),
            .replace(root, "\"0000\"", "\"2222\""), expect: "approval/changed material"),
        approval(
            "a policy that is not pinned any more",
            .replace(root, "policies: [{path: governance/materiality.yaml, sha256: \"0000\"}]", "policies: []"),
            expect: "approval/changed material"),
        approval(
            "a next version of the root",
            .write(
                "governance/trust/2.yaml",
                files[root]?.replacing("version: 1", with: "version: 2\n  previous: {version: 1, sha256: \"11\"}")
                    .replacing("count: 2", with: "count: 3") ?? ""), expect: "approval/quorum-raised minor"),
        approval(
            "a policy with a comment, pinned anew", .replace(policy, "spec:", "# Read yearly.\nspec:"),
            .replace(root, "\"0000\"", "\"1111\"")),
    ]
}
