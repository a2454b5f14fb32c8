import PackageContents
import PlanModel

enum TrustRootTemplate {
    static func file(_ request: ScaffoldRequest, pinning policy: ScaffoldedFile) -> ScaffoldedFile {
        let duties = request.tier == .low ? lowTierDuties : higherTierDuties(request.tier)
        return ScaffoldedFile(
            document: "TrustRoot", at: "governance/trust/1.yaml",
            """
            # Who may say what. This file is believed because its digest is known outside the repository, too:
            # `git config imprimatur.trustRoot` prints it. It never changes; the next version is a new file, 2.yaml,
            # signed by the people whom this one names (`imprimatur trust propose`).
            apiVersion: imprimatur/v1
            kind: TrustRoot
            metadata:
              name: trust
              owner: role:grc-control-owner
            spec:
              version: 1
              # Releases are made on these branches.
              protectedBranches: [\(request.protectedBranch.asYAML)]
            \(duties)
              principals:
                - id: \(request.principal.asYAML)
                  kind: human
                  name: \(request.personName.asYAML)
                  emails: [\(request.email.asYAML)]
                  roles: [\(roles(request.tier))]
                  keys:
                    - type: ssh
                      public: \(request.publicKey)
                      fingerprint: \(request.fingerprint)

              # The rules about changes count only while their file has this digest.
              policies:
                - path: \(policy.path)
                  sha256: \(ContentDigest.sha256(Array(policy.text.utf8)))

            """)
    }

    /// All of them, in the lines of a flow sequence.
    private static func roles(_ tier: RiskTier) -> String {
        let needed = "engineering-owner, risk-approver, release-manager, grc-control-owner"
        let further = ",\n              product-owner, ai-oncall, vendor-manager"
        return tier == .low ? needed : needed + further
    }

    private static let lowTierDuties = """
          approvals:
            requiredAt: release          # approvals are asked for at the release, not in every pull request
            soloAllowed: true            # tier low only: one person may run a system
          changeThreshold: {role: grc-control-owner, count: 1}      # who signs the next version of this file

          roles:
            - engineering-owner          # answers for how a system is built
            - risk-approver              # answers for what it may do to people
            - release-manager            # signs the releases
            - grc-control-owner          # keeps these rules

          # Nobody approves what they changed themselves, whatever roles they hold.
          separationOfDuties:
            - [author, engineering-owner]
            - [author, risk-approver]

          # You hold every role. Alone you can make the first release and minor ones; a material change needs the
          # approval of somebody else. Add that person with `imprimatur trust propose`.
        """

    private static func higherTierDuties(_ tier: RiskTier) -> String {
        // The first release asks for these from different people; its author and its signer are two more.
        let approvers =
            tier == .high
            ? "one engineering-owner, one product-owner, one risk-approver and one grc-control-owner"
            : "one engineering-owner, one product-owner and one risk-approver"
        let people = tier == .high ? "six" : "five"
        return """
              approvals:
                requiredAt: release                # approvals are asked for at the release, not in every pull request
                releaseSignerMayApprove: false     # who signs the release does not count as an approver
                allowMultiRole: false              # one person fills one role in one release
                soloAllowed: false
                vetoRoles: [risk-approver]         # a rejection by this role stands until it is withdrawn
              changeThreshold: {role: grc-control-owner, count: 1}      # who signs the next version; make it 2 with two

              roles:
                - engineering-owner          # answers for how a system is built
                - risk-approver              # answers for what it may do to people
                - release-manager            # signs the releases
                - grc-control-owner          # keeps these rules
                - product-owner              # answers for what it is for, and talks to users
                - ai-oncall                  # is called when it fails, and takes it back
                - vendor-manager             # reads the notices of providers

              # Nobody approves what they changed themselves, and who judges the risk does nothing else in that release.
              separationOfDuties:
                - [author, engineering-owner]
                - [author, product-owner]
                - [author, risk-approver]
                - [risk-approver, engineering-owner]
                - [risk-approver, product-owner]
                - [risk-approver, release-manager]

              # You hold every role for now, so that every duty has a name; no release can be made like this, because the
              # first one needs approvals of people who did not write it and do not sign it:
              # \(approvers).
              # Add them with `imprimatur trust propose`, and give up those roles yourself. With \(people) people every
              # approval can be had, whoever is the author and whoever signs; one person alone cannot meet that.
            """
    }
}
