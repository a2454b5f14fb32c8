import PlanModel

/// What one version of the trust root says that cannot be meant: each is a sentence without a final full stop.
///
/// The schema asks for the shape; these are the contradictions that no schema sees. Nothing here looks at another
/// version.
struct TrustLint {
    private(set) var defects: [String] = []
    private let root: TrustRoot
    private let roster: Roster
    private let number: Int

    init(_ version: TrustVersion) {
        root = version.root
        roster = version.roster
        number = version.number
        defects = roster.defects
        checkWildcards()
        checkAddresses()
        checkThreshold()
        checkRoleNames()
        checkRobots()
        checkRevokedKeys()
        checkDelegations()
        checkReleaseHeads()
    }

    /// A pattern that matches everybody is how a key file gives a stranger somebody's name.
    private mutating func checkWildcards() {
        for principal in root.principals {
            let scopes = principal.roles.flatMap { [$0.role.value] + $0.systems + $0.environments }
            for word in [principal.id] + principal.emails + scopes where word.contains(where: { "*?[".contains($0) }) {
                defects.append("\"\(word)\" of \(principal.id) is a pattern; name each one")
            }
        }
        for branch in root.protectedBranches where branch.value.contains(where: { "*?[".contains($0) }) {
            defects.append("the protected branch \"\(branch.value)\" is a pattern; name each one")
        }
    }

    /// An address names an author in commits that a listed person signed; one of two people would exclude the wrong one.
    private mutating func checkAddresses() {
        var owners: [String: String] = [:]
        for principal in root.principals {
            for address in principal.emails.map({ $0.lowercased() }) {
                if let other = owners.updateValue(principal.id, forKey: address), other != principal.id {
                    defects.append("the address \(address) is that of \(other) and of \(principal.id)")
                }
            }
        }
    }

    private mutating func checkThreshold() {
        guard let role = root.changeThreshold.role?.value, let count = root.changeThreshold.count?.value else {
            defects.append("changeThreshold does not say a role and a count")
            return
        }
        guard count >= 1 else {
            defects.append("changeThreshold asks for \(count) signatures, so that anybody could change the root")
            return
        }
        let holders = roster.holdersEverywhere(of: role)
        if holders.count < count {
            defects.append(
                "changeThreshold asks for \(count) × \(role), and \(holders.count) people with a key hold it for all "
                    + "systems: nobody could change the root")
        }
    }

    /// A role that is misspelt somewhere is held by nobody there.
    private mutating func checkRoleNames() {
        let known = Set(root.roles.map(\.value))
        func check(_ role: String, _ place: String) {
            if !known.contains(role) { defects.append("\(place) names the role \(role), which is not under roles") }
        }
        if let role = root.changeThreshold.role?.value { check(role, "changeThreshold") }
        for principal in root.principals { for grant in principal.roles { check(grant.role.value, principal.id) } }
        for role in root.approvals.vetoRoles {
            check(role, "vetoRoles")
            let isHeld = root.principals.contains { $0.kind == .human && $0.roles.contains { $0.role.value == role } }
            if known.contains(role), !isHeld {
                defects.append("vetoRoles names the role \(role), which nobody holds")
            }
        }
        for pair in root.separationOfDuties {
            guard pair.count == 2, pair[0] != pair[1] else {
                defects.append("separationOfDuties has an entry that is not a pair of two roles")
                continue
            }
            for role in pair where role != "author" { check(role, "separationOfDuties") }
        }
        for delegation in root.delegations { check(delegation.role?.value ?? "", "a delegation") }
    }

    /// What a robot commits is somebody's work.
    private mutating func checkRobots() {
        for robot in root.principals where robot.kind == .robot {
            let name = robot.humanOperator.map { DocumentReference($0.value)?.name ?? $0.value }
            guard let name, roster.principal(name)?.kind == .human else {
                defects.append("the robot \(robot.id) has no operator who is a human of the root")
                continue
            }
        }
    }

    private mutating func checkRevokedKeys() {
        var seen: Set<String> = []
        for key in root.revokedKeys {
            let fingerprint = Roster.normalised(key.fingerprint.value)
            if !seen.insert(fingerprint).inserted { defects.append("revokedKeys lists \(fingerprint) twice") }
            guard let since = key.since?.value, key.reason != nil, (1...number).contains(since) else {
                defects.append("revokedKeys: \(fingerprint) needs a reason and a version from 1 to \(number) as since")
                continue
            }
            if let principal = roster.listed[fingerprint] {
                defects.append("\(principal) still lists the key \(fingerprint), which is under revokedKeys")
            }
        }
    }

    private mutating func checkDelegations() {
        for delegation in root.delegations {
            guard let from = roster.principal(delegation.from?.value ?? ""), from.kind == .human,
                let to = roster.principal(delegation.to?.value ?? ""), to.kind == .human, from.id != to.id
            else {
                defects.append("a delegation does not lead from one human of the root to another")
                continue
            }
            let role = delegation.role?.value ?? ""
            if !from.roles.contains(where: { $0.role.value == role }) {
                defects.append("\(from.id) delegates the role \(role) to \(to.id) without holding it")
            }
            if delegation.notAfter == nil {
                defects.append("the delegation of \(role) from \(from.id) to \(to.id) has no end")
            }
        }
    }

    private mutating func checkReleaseHeads() {
        if number == 1, !root.releaseHeads.isEmpty {
            defects.append("releaseHeads in version 1: before it there is no release")
        }
        if number > 1, !root.spec.has("releaseHeads") {
            defects.append("releaseHeads is missing; write [] when nothing was released")
        }
        var seen: Set<String> = []
        for head in root.releaseHeads {
            guard let system = head.system?.value, let sequence = head.sequence?.value, sequence >= 1,
                head.statement != nil
            else {
                defects.append("an entry of releaseHeads lacks its system, sequence or statement")
                continue
            }
            if !seen.insert(system).inserted { defects.append("releaseHeads lists \(system) twice") }
        }
    }
}
