/// What should be said about a story, computed slowly and in the plainest way. It shares no source file with the
/// product: it has its own idea of every rule, taken from the design and not from the code.
struct PlainModel {
    enum Outcome: String { case pass, fail, incomplete }

    struct Verdict {
        var outcome: Outcome
        /// Statements that count.
        var approvals: Set<Int>
        var why: [String]
    }

    let story: Story
    private var tip: Int { story.roots.count }

    // MARK: Keys and people

    private func root(_ version: Int) -> Story.Root { story.roots[version - 1] }

    /// Whoever listed the key in some version.
    private func owner(_ key: Int) -> String? {
        guard let owner = story.owners[key] else { return nil }
        return story.roots.contains { $0.keys[owner]?.contains(key) == true } ? owner : nil
    }

    private func compromisedSince(_ key: Int) -> Int? {
        guard let entry = root(tip).revoked[key], entry.reason == "compromised" else { return nil }
        return entry.since
    }

    private func isActive(_ key: Int, under version: Int) -> Bool {
        guard let owner = story.owners[key] else { return false }
        return root(version).keys[owner]?.contains(key) == true && root(version).revoked[key] == nil
    }

    private func objector(_ key: Int) -> String? { compromisedSince(key) == nil ? owner(key) : nil }

    private func holds(_ person: String, _ role: String, under version: Int) -> Bool {
        root(version).roles[person]?.contains(role) == true
    }

    private func everHeld(_ person: String, _ role: String) -> Bool {
        (1...tip).contains { holds(person, role, under: $0) }
    }

    private func canSign(_ person: String, under version: Int) -> Bool {
        root(version).keys[person, default: []].contains { isActive($0, under: version) }
    }

    // MARK: Taking back

    private func isWithdrawal(_ number: Int, by person: String) -> Bool {
        let said = story.said[number]
        return said.kind == .withdraw && !said.isOfOtherRepository && objector(said.key) == person
    }

    private func isApprovalTakenBack(_ number: Int, by person: String, among heard: Set<Int>) -> Bool {
        heard.contains { other in
            guard isWithdrawal(other, by: person), let target = story.said[other].withdraws,
                story.said[number].supersedes != other
            else { return false }
            if target == number { return true }
            let aim = story.said[target]
            return aim.isThere && aim.kind == .approve && aim.about == story.said[number].about
        }
    }

    private func isRejectionTakenBack(
        _ number: Int, by person: String, among heard: Set<Int>, under version: Int
    ) -> Bool {
        for other in heard where story.said[other].withdraws == number {
            guard let taker = objector(story.said[other].key), isWithdrawal(other, by: taker) else { continue }
            if taker == person { return true }
            if !canSign(person, under: version), taker != Story.robot, holds(taker, "grc", under: version) {
                return true
            }
        }
        return false
    }

    /// Whether somebody could approve in the place of a holder of the role in some version: then also say no in it.
    private func everActed(_ person: String, _ role: String) -> Bool {
        (1...tip).map(root).contains { root in
            root.delegations.contains {
                $0.to == person && $0.role == role && root.roles[$0.from]?.contains(role) == true
            }
        }
    }

    private func vetoes(among heard: Set<Int>) -> Set<Int> {
        heard.filter { number in
            let said = story.said[number]
            guard said.kind == .reject, said.role == "ra", !said.isOfOtherRepository,
                let person = objector(said.key), person != Story.robot,
                everHeld(person, "ra") || everActed(person, "ra")
            else { return false }
            return !isRejectionTakenBack(number, by: person, among: heard, under: tip)
        }
    }

    // MARK: Classes

    private static let order = ["none", "minor", "material", "critical"]

    private func covers(_ shown: String, _ real: String) -> Bool {
        if shown == "initial" || real == "initial" { return shown == real }
        guard let one = Self.order.firstIndex(of: shown), let other = Self.order.firstIndex(of: real) else {
            return false
        }
        return one >= other
    }

    private func variant(at commit: Int) -> Int { story.packages[story.commits[commit].package].variant }

    // MARK: Releases

    struct Link {
        var number: Int
        /// Version of the trust root that judges it.
        var under: Int
        var own: Int
        var signer: String
        var isAffected: Bool
        var isSealed: Bool
    }

    private func version(_ number: Int) -> Int { story.said[number].about.map { story.packages[$0].version } ?? 0 }

    private var releases: [Int] {
        story.said.indices.filter { story.said[$0].kind == .release && story.said[$0].isInTag }
    }

    /// The first version whose checkpoint leads back to a release.
    private func firstSeal(_ number: Int) -> Int? {
        for version in 1...tip {
            var next = root(version).head?.release
            var steps = 0
            while let current = next, steps < 1000 {
                if current == number { return version }
                next = releases.contains(current) ? story.said[current].previous : nil
                steps += 1
            }
        }
        return nil
    }

    private func isOpen(_ release: Int, own: Int, since: Int) -> Bool {
        guard own < since, let seal = firstSeal(release) else { return true }
        return seal >= since
    }

    private func link(_ number: Int) -> Link? {
        let said = story.said[number]
        guard said.isWellNamed, said.isUnderItsName, !said.isOfOtherRepository else { return nil }
        let own = story.commits[said.commit].root
        let isSealed = firstSeal(number).map { $0 > own } ?? false
        var under = isSealed ? own : tip
        let since = compromisedSince(said.key)
        if !isActive(said.key, under: under), since != nil { under = own }
        guard isActive(said.key, under: under), let person = owner(said.key), person != Story.robot,
            holds(person, "release-manager", under: under)
        else { return nil }
        return Link(
            number: number, under: under, own: own, signer: person,
            isAffected: since.map { isOpen(number, own: own, since: $0) } ?? false, isSealed: isSealed)
    }

    private func isVoid(_ number: Int) -> Bool { story.roots.contains { $0.void.contains(number) } }

    private var links: [Link] {
        releases.compactMap(link).filter { !isVoid($0.number) }.sorted { one, other in
            let (left, right) = (story.said[one.number].sequence, story.said[other.number].sequence)
            return left != right ? left < right : "\(version(one.number)).0.0" < "\(version(other.number)).0.0"
        }
    }

    private func link(named number: Int?, _ links: [Link]) -> Link? { links.first { $0.number == number } }

    /// Releases at which the chain breaks, and whether something is missing altogether.
    private func breaks(_ links: [Link]) -> (at: Set<Int>, isIncomplete: Bool) {
        var broken: Set<Int> = []
        for (place, link) in links.enumerated() {
            let said = story.said[link.number]
            let before = place > 0 ? story.said[links[place - 1].number] : nil
            if said.sequence != (before?.sequence ?? 0) + 1 { broken.insert(link.number) }
            // Of two with one number nobody knows which was meant.
            if let before, said.sequence == before.sequence { broken.insert(links[place - 1].number) }
            if said.previous != (place > 0 ? links[place - 1].number : nil) {
                if said.sequence != before?.sequence { broken.insert(link.number) }
            }
        }
        var isMissing = false
        // What a version voided later had been there when an earlier one saw it.
        for seen in story.roots.compactMap(\.head) where !isVoid(seen.release) {
            guard let there = links.first(where: { story.said[$0.number].sequence == seen.sequence }) else {
                isMissing = true
                continue
            }
            if there.number != seen.release { broken.insert(there.number) }
        }
        return (broken, isMissing)
    }

    /// The verdict on every tag under the names of releases.
    func releaseVerdicts() -> [Int: Verdict] {
        let links = links
        let broken = breaks(links)
        var verdicts: [Int: Verdict] = [:]
        for number in releases where !links.contains(where: { $0.number == number }) {
            verdicts[number] = Verdict(outcome: .fail, approvals: [], why: ["not a release"])
        }
        for link in links {
            let said = story.said[link.number]
            let base = self.link(named: said.previous, links)
            var verdict = evaluate(
                at: said.commit, base: base, baseOutcome: base.map { verdicts[$0.number]?.outcome ?? .fail },
                sealed: link, links: links)
            func refuse(_ why: String) { verdict.outcome = .fail; verdict.why.append(why) }
            if broken.at.contains(link.number) { refuse("chain") }
            if story.commits[said.commit].package != said.about { refuse("digest") }
            if !said.namesPlan { refuse("plan") }
            let real = realClass(at: said.commit, base: base, below: said.sequence, links)
            if !covers(said.shownClass, real) { refuse("understated \(said.shownClass) \(real)") }
            if said.base != base.flatMap({ story.said[$0.number].about }) { refuse("base") }
            if !said.evidenceIsRight { refuse("evidence") }
            verdicts[link.number] = verdict
        }
        if broken.isIncomplete, let last = links.last { verdicts[last.number]?.outcome = .fail }
        return verdicts
    }

    /// Whether the last commit could be released.
    func headVerdict() -> Verdict {
        let links = links
        let head = story.commits.count - 1
        let same = links.first { story.said[$0.number].about == story.commits[head].package }
        let base = same.map { link(named: story.said[$0.number].previous, links) } ?? links.last
        let verdicts = releaseVerdicts()
        return evaluate(
            at: head, base: base, baseOutcome: base.map { verdicts[$0.number]?.outcome ?? .fail }, sealed: nil,
            links: links)
    }

    private func realClass(at commit: Int, base: Link?, below sequence: Int?, _ links: [Link]) -> String {
        guard let base else { return "initial" }
        let own = story.packages[story.commits[commit].package].version
        let lower = links.filter {
            version($0.number) < own && story.said[$0.number].sequence < sequence ?? .max
        }.max { version($0.number) < version($1.number) }
        let compared = [base] + (lower.map { [$0] } ?? [])
        let changed = compared.contains { variant(at: story.said[$0.number].commit) != variant(at: commit) }
        return changed ? "material" : "none"
    }

    // MARK: One state of the files

    private func evaluate(
        at commit: Int, base: Link?, baseOutcome: Outcome?, sealed: Link?, links: [Link]
    ) -> Verdict {
        let version = sealed?.under ?? tip
        let rules = root(version)
        let package = story.packages[story.commits[commit].package]
        let now = sealed.map { story.said[$0.number].time } ?? story.now
        let sequence = sealed.map { story.said[$0.number].sequence }
        let real = realClass(at: commit, base: base, below: sequence, links)
        var why: [String] = []
        var doubts: [String] = []

        // Who worked on it.
        var authors: Set<String> = []
        var isUnknown = false
        let start = base.map { story.said[$0.number].commit } ?? -1
        for place in story.commits.indices where place <= commit && place > start && story.commits[place].changesPackage
        {
            let made = story.commits[place]
            guard let key = made.key, let person = objector(key) else {
                isUnknown = true
                // The thief of a key or its owner: the owner is not let off.
                if let suspect = made.key.flatMap(owner) { authors.insert(suspect) }
                continue
            }
            authors.formUnion([person, made.author])
            if person == Story.robot { authors.insert(Story.robotOperator) }
        }
        if isUnknown, real == "material" { why.append("unattributable") }

        // Who approved it.
        let there = Set(story.said.indices.filter { story.said[$0].isThere && story.said[$0].kind != .release })
        let heard = sealed.map { there.intersection(story.said[$0.number].listed) } ?? there
        var counted: [(number: Int, person: String, role: String, behalf: String?)] = []
        for number in heard.sorted() where story.said[number].kind == .approve {
            let said = story.said[number]
            guard isActive(said.key, under: version), let person = owner(said.key), person != Story.robot else {
                continue
            }
            func isExcluded(_ person: String) -> Bool {
                authors.contains(person) || (person == sealed?.signer && !rules.signerMayApprove)
            }
            var behalf: String?
            if !holds(person, said.role, under: version) {
                behalf =
                    rules.delegations.first {
                        $0.to == person && $0.role == said.role && now <= $0.ends && $0.from != Story.robot
                            && holds($0.from, said.role, under: version)
                    }?.from
                guard let from = behalf, !isExcluded(from) else { continue }
            }
            guard !isExcluded(person), said.isWellNamed, said.isUnderItsName || said.isInFile,
                !said.isOfOtherRepository, said.about == story.commits[commit].package, said.namesPlan,
                covers(said.shownClass, real), said.ends.map({ $0 >= now }) ?? true,
                !isApprovalTakenBack(number, by: person, among: heard)
            else { continue }
            counted.append((number, person, said.role, behalf))
        }

        // One opinion, however many names it has.
        func group(of person: String) -> Set<String> {
            var group: Set<String> = [person]
            while true {
                let wider = counted.reduce(into: group) { wider, approval in
                    guard let other = approval.behalf else { return }
                    if group.contains(approval.person) || group.contains(other) {
                        wider.formUnion([approval.person, other])
                    }
                }
                if wider == group { return group }
                group = wider
            }
        }
        func opinion(_ person: String) -> String { group(of: person).sorted().joined(separator: "+") }
        let opinions = counted.map { (role: $0.role, who: opinion($0.person)) }
        if real == "material", !isMet(story.need, by: opinions, severalRoles: rules.multiRole) { why.append("quorum") }

        // Roles that one person may not have together.
        for pair in rules.separations where !pair.contains("author") {
            var people: [String: Set<String>] = [:]
            for (role, who) in opinions { people[who, default: []].insert(role) }
            if let signer = sealed?.signer { people[opinion(signer), default: []].insert("release-manager") }
            if people.values.contains(where: { $0.isSuperset(of: pair) }) { why.append("separated \(pair)") }
        }
        if let signer = sealed?.signer, rules.separations.contains(["author", "release-manager"]),
            authors.contains(signer)
        {
            why.append("signer wrote it")
        }

        // What speaks against it.
        if !vetoes(among: heard).isEmpty { why.append("veto") }
        if let sealed {
            let said = story.said[sealed.number]
            for veto in vetoes(among: there) where !said.listed.contains(veto) {
                // A rejection of what came later was no objection then.
                if let base = story.said[veto].base,
                    let older = links.first(where: { story.said[$0.number].about == base }),
                    story.said[older.number].sequence >= said.sequence
                {
                    continue
                }
                doubts.append("unlisted veto")
            }
            for number in there where story.said[number].kind == .withdraw && !said.listed.contains(number) {
                guard let target = story.said[number].withdraws, said.listed.contains(target), there.contains(target),
                    story.said[target].kind == .approve, let person = objector(story.said[number].key),
                    isWithdrawal(number, by: person), owner(story.said[target].key) == person
                else { continue }
                doubts.append("unlisted withdrawal")
            }
            if said.listed.contains(where: { !story.said[$0].isThere }) { doubts.append("missing statement") }
            let stolen = counted.contains { approval in
                guard let since = compromisedSince(story.said[approval.number].key) else { return false }
                return isOpen(sealed.number, own: sealed.own, since: since)
            }
            if stolen || sealed.isAffected { doubts.append("audit") }
        }

        // Nobody comes back to the first release, which may take less, by deleting tags.
        if sealed == nil, base == nil,
            links.first.flatMap({ story.said[$0.number].about }) != story.commits[commit].package
        {
            let rejected = releases.filter { number in
                !isVoid(number) && !links.contains { $0.number == number } || isVoid(number) && link(number) == nil
            }
            if !links.isEmpty || !rejected.isEmpty || breaks(links).isIncomplete { why.append("not the first") }
        }

        // What its documents say.
        if let baseOutcome, baseOutcome != .pass {
            if baseOutcome == .fail { why.append("base fails") } else { doubts.append("base in doubt") }
        }
        if package.previous != base.map({ self.version($0.number) }) { why.append("previous") }
        if !covers(package.declared, real) { why.append("declared") }
        if sealed == nil, let same = links.first(where: { self.version($0.number) == package.version }),
            story.said[same.number].about != story.commits[commit].package
        {
            why.append("version is taken")
        }
        let outcome: Outcome = !why.isEmpty ? .fail : doubts.isEmpty ? .pass : .incomplete
        return Verdict(outcome: outcome, approvals: Set(counted.map(\.number)), why: why + doubts.map { "?" + $0 })
    }

    // MARK: Quorum

    /// Every list of places that would do.
    private func ways(_ need: Story.Need) -> [[String]] {
        switch need {
        case .role(let role, let count): return [Array(repeating: role, count: count)]
        case .any(let parts): return parts.flatMap(ways)
        case .all(let parts):
            return parts.reduce([[]]) { sum, part in sum.flatMap { one in ways(part).map { one + $0 } } }
        case .atLeast(let count, let parts):
            return (0..<(1 << parts.count)).filter { $0.nonzeroBitCount == count }.flatMap { choice in
                ways(.all(parts.indices.filter { choice & (1 << $0) != 0 }.map { parts[$0] }))
            }
        }
    }

    private func isMet(_ need: Story.Need, by opinions: [(role: String, who: String)], severalRoles: Bool) -> Bool {
        func canSit(_ places: ArraySlice<String>, _ taken: [(role: String, who: String)]) -> Bool {
            guard let role = places.first else { return true }
            return opinions.contains { opinion in
                opinion.role == role
                    && !taken.contains { $0.who == opinion.who && (!severalRoles || $0.role == opinion.role) }
                    && canSit(places.dropFirst(), taken + [opinion])
            }
        }
        return ways(need).contains { canSit($0[...], []) }
    }
}
