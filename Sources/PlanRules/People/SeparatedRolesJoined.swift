package import SourceText

package enum SeparatedRolesJoined: CandidateRule {
    package static let description = RuleDescription(
        "PPL-007", "separated-roles-joined", .error, .release,
        summary: "Nobody fills two roles in one release that the trust root keeps apart.",
        why: "Two signatures of one person are one opinion.",
        requirements: ["S57"],
        failing: "maya's approvals count as risk-approver and as product-owner",
        passing: "maya approves as risk-approver, lena as product-owner")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.circumstances.doubleRoles.map { double in
            finding(
                at: candidate.location,
                "\(double.principal) counts as \(double.roles.joined(separator: " and as ")) for \(candidate.name), and "
                    + "the trust root separates them",
                mend: "Have \(double.principal) withdraw one of the two, and somebody else take that role.")
        }
    }
}
