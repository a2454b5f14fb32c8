import Foundation

/// Makes up a story from a seed and writes it down as a repository. Most of what it tells is what people who mean well
/// do, so that there is something to release; the rest is what others would try.
final class StoryTeller {
    private(set) var story = Story()
    private(set) var ids: [String] = []
    let repository: StoryRepository
    private(set) var pin = ""

    private var random: SeededGenerator
    private var keys: [TestKey] = []
    private var texts: [RootText] = []
    private var commitNames: [String] = []
    private var statementFiles: [String: [UInt8]] = [:]
    private var tagBytes: [[UInt8]] = []
    private var tagRefs: [String] = []
    private var time = 1_780_000_000

    private static let people = ["ann", "bob", "cat", "dan", "eve", "kim", Story.robot]
    private static let needs: [(Story.Need, String)] = [
        (.all([.role("po", 1), .role("ra", 1)]), "[{role: po, count: 1}, {role: ra, count: 1}]"),
        (.all([.role("po", 2)]), "[{role: po, count: 2}]"),
        (
            .all([.any([.role("po", 2), .role("ra", 1)])]),
            "[{any: [{role: po, count: 2}, {role: ra, count: 1}]}]"
        ),
        (
            .all([.atLeast(2, [.role("po", 1), .role("ra", 1), .role("release-manager", 1)])]),
            "[{atLeast: 2, of: [{role: po, count: 1}, {role: ra, count: 1}, {role: release-manager, count: 1}]}]"
        ),
        (.all([.role("ra", 1)]), "[{role: ra, count: 1}]"),
    ]
    private let policy: String

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        repository = try StoryRepository()
        let need = random.pick(Self.needs) ?? Self.needs[0]
        policy = need.1
        story.need = need.0
        story.now = 1_800_000_000
        try begin()
        for _ in 0..<Int.random(in: 6...22, using: &random) { try step() }
        try finish()
    }

    // MARK: The course of things

    private func begin() throws {
        var root = Story.Root(
            roles: [
                "ann": ["po", "release-manager"], "bob": ["po", "ra"], "cat": ["ra", "release-manager"], "dan": ["po"],
                "eve": ["ra", "po"], "kim": ["grc"], Story.robot: ["po", "ra", "release-manager"],
            ], keys: [:])
        for person in Self.people { root.keys[person] = [try newKey(of: person)] }
        root.separations =
            random.pick([[], [["po", "ra"]], [["ra", "release-manager"]], [["author", "release-manager"]]]) ?? []
        root.signerMayApprove = random.chance(30)
        root.multiRole = random.chance(25)
        _ = try newKey(of: nil)
        story.roots = [root]
        story.packages = [Story.Package(version: 1, previous: nil, declared: "initial", variant: 0)]
        try writeRoot()
        try commit(changesPackage: true)
        if random.chance(85) { try release() }
    }

    private func step() throws {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<22: try edit()
        case 22..<38: try approve()
        case 38..<52: try approveAsAsked()
        case 52..<57: try reject()
        case 57..<65: try withdraw()
        case 65..<80: try release()
        case 80..<91: try nextRoot()
        case 91..<95: try lose()
        default: try putIntoFile()
        }
    }

    private func finish() throws {
        // Whatever happened last, there is often something to judge.
        if random.chance(60) {
            try edit()
            try approveAsAsked()
            if random.chance(60) { try release() }
        }
        // What comes after a release must not unmake it in silence.
        if random.chance(40) { try withdraw() }
        if random.chance(10) { try reject() }
        if random.chance(3), story.roots.count > 1 {
            story.isRootSigned = false
            statementFiles = statementFiles.filter {
                !String(decoding: $0.value, as: UTF8.self).contains("\nSubject: trust \(story.roots.count) ")
            }
        }
        try commit(changesPackage: false)
        repository.point("refs/heads/main", at: commitNames.last)
        try repository.finish()
    }

    // MARK: Files

    private func newKey(of person: String?) throws -> Int {
        keys.append(try TestKey(seed: UInt8(keys.count + 1)))
        story.owners.append(person)
        return keys.count - 1
    }

    /// A key that the person lists now.
    private func key(of person: String) -> Int? { random.pick(story.roots.last?.keys[person] ?? []) }

    private var lastRelease: Int? {
        story.said.indices.last { story.said[$0].kind == .release && story.said[$0].isInTag }
    }

    private var current: Story.Package { story.packages[story.packages.count - 1] }

    private func edit() throws {
        let last = lastRelease.flatMap { story.said[$0].about }.map { story.packages[$0] }
        var package = current
        package.version = (last?.version ?? 0) + 1
        package.previous = last?.version
        package.declared = last == nil ? "initial" : "material"
        package.variant =
            random.chance(80) ? (package.variant + Int.random(in: 1...3, using: &random)) % 4 : package.variant
        if random.chance(4) { package.previous = nil }
        if random.chance(4) { package.declared = "minor" }
        guard !story.packages.contains(package) else { return }
        story.packages.append(package)
        try commit(changesPackage: true)
    }

    private func commit(changesPackage: Bool) throws {
        var key = self.key(of: random.pick(["ann", "bob", "cat", "dan", "dan", "kim", "kim", Story.robot]) ?? "kim")
        if random.chance(4) { key = nil }
        if random.chance(5) { key = Int.random(in: keys.indices, using: &random) }
        var author = key.flatMap { story.owners[$0] } ?? "zoe"
        if random.chance(8) { author = random.pick(Self.people) ?? author }
        story.commits.append(
            Story.Commit(
                package: story.packages.count - 1, changesPackage: changesPackage, key: key, author: author,
                root: story.roots.count))
        var files = self.files(of: current).mapValues { Array($0.utf8) }
        for text in texts { files["governance/trust/\(text.version).yaml"] = Array(text.text.utf8) }
        for (path, bytes) in statementFiles { files[path] = bytes }
        time += 1000
        let bytes = try GitText.commit(
            tree: try repository.addTree(files), parent: commitNames.last, author: author, at: time,
            message: "Commit \(commitNames.count)\n", key: key.map { keys[$0] })
        commitNames.append(try repository.add("commit", bytes))
    }

    private func files(of package: Story.Package) -> [String: String] {
        TestProject.files(
            version: "\(package.version).0.0", previous: package.previous.map { "\($0).0.0" } ?? "none",
            declared: package.declared, variant: package.variant, approvals: policy)
    }

    private func subject(of package: Story.Package) -> String {
        let files = files(of: package).filter { $0.key.hasPrefix("systems/") }.sorted { $0.key < $1.key }
        let lines = files.map { "100644 \($0.value.utf8.count) \(GitText.sha256($0.value)) \($0.key)\n" }
        let digest = GitText.sha256(
            "imprimatur-package/1\nsystem bot\nversion \(package.version).0.0\n" + lines.joined())
        return "package bot@\(package.version).0.0 sha256:\(digest)"
    }

    private var plan: String {
        let text = files(of: current)["governance/plan.yaml"] ?? ""
        return "plan plan@1 sha256:\(GitText.sha256("imprimatur-plan/1\n" + text))"
    }

    // MARK: The trust root

    private func writeRoot() throws {
        guard let root = story.roots.last else { return }
        var text = RootText(
            version: story.roots.count, previous: texts.last?.digest,
            principals: Self.people.map { person in
                RootText.Principal(
                    id: person, roles: root.roles[person] ?? [], keys: (root.keys[person] ?? []).map { keys[$0] },
                    robotOf: person == Story.robot ? Story.robotOperator : nil)
            }, policy: TestProject.policy(policy))
        text.revoked = root.revoked.sorted { $0.key < $1.key }.map {
            RootText.Revoked(fingerprint: keys[$0.key].fingerprint, reason: $0.value.reason, since: $0.value.since)
        }
        text.head = root.head.map { ($0.sequence, ids[$0.release]) }
        text.void = root.void.map { ids[$0] }
        text.delegations = root.delegations.map {
            RootText.Delegation(from: $0.from, to: $0.to, role: $0.role, notAfter: Self.rfc3339($0.ends))
        }
        text.separations = root.separations
        text.signerMayApprove = root.signerMayApprove
        text.multiRole = root.multiRole
        texts.append(text)
        if texts.count == 1 { pin = text.digest }
        guard texts.count > 1, let kim = root.keys["kim"]?.first else { return }
        let message = StatementText(
            decision: "trust", repository: pin, lines: ["Subject: trust \(texts.count) sha256:\(text.digest)"]
        ).message
        let bytes = try GitText.tag(
            "trust/\(texts.count)/kim", of: commitNames.last ?? "", at: time, message: message, key: keys[kim])
        statementFiles["governance/statements/\(GitText.statementID(ofTag: bytes)).tag"] = bytes
    }

    private func nextRoot() throws {
        guard var root = story.roots.last else { return }
        let version = story.roots.count + 1
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let person = random.pick(["ann", "bob", "cat", "dan", "eve"]) ?? "ann"
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<4:
                // Another key for somebody; the old one is left out, or its end is written down.
                guard let old = root.keys[person]?.first, story.roots.last?.keys[person]?.contains(old) == true else {
                    continue
                }
                root.keys[person] = random.chance(85) ? [try newKey(of: person)] : []
                let reason = random.pick(["", "superseded", "retired", "compromised", "compromised"]) ?? ""
                if !reason.isEmpty {
                    root.revoked[old] = (
                        reason, random.chance(50) ? version : Int.random(in: 1...version, using: &random)
                    )
                }
            case 4: root.roles[person]?.removeAll { $0 == random.pick(["po", "ra", "release-manager"]) }
            case 5:
                root.roles[person] = Array(Set((root.roles[person] ?? []) + [random.pick(["po", "ra"]) ?? "po"]))
                    .sorted()
            case 6:
                guard let role = random.pick(root.roles[person] ?? []),
                    let other = random.pick(["ann", "bob", "cat", "dan", "eve"].filter { $0 != person }),
                    !root.delegations.contains(where: { $0.to == other && $0.role == role })
                else { continue }
                root.delegations.append((person, other, role, random.chance(75) ? story.now + 5000 : time + 500))
            default:
                if let last = lastRelease, random.chance(40), !root.void.contains(last) { root.void.append(last) }
            }
        }
        // Whoever delegates holds the role.
        root.delegations.removeAll { root.roles[$0.from]?.contains($0.role) != true }
        for role in ["ra"] where !root.roles.contains(where: { $0.key != Story.robot && $0.value.contains(role) }) {
            root.roles["bob", default: []].append(role)
        }
        if let last = lastRelease, random.chance(60), story.said[last].sequence > root.head?.sequence ?? 0 {
            root.head = (story.said[last].sequence, last)
        }
        story.roots.append(root)
        try writeRoot()
        try commit(changesPackage: false)
    }

    // MARK: Statements

    private func say(_ said: Story.Said, name: String, _ lines: [String]) throws {
        var said = said
        said.isOfOtherRepository = random.chance(2)
        said.isWellNamed = !random.chance(3)
        let decision: String =
            switch said.kind {
            case .approve: "approve"
            case .reject: "reject"
            case .withdraw: "withdraw"
            case .release: "release"
            }
        var name = said.isWellNamed ? name : name + "x"
        // Somebody who decides again about the same bytes gives the name a number.
        if said.kind != .release {
            var copy = 1
            let first = name
            while tagRefs.contains("refs/tags/\(name)") { copy += 1; name = "\(first).\(copy)" }
        }
        let message = StatementText(
            decision: decision, repository: said.isOfOtherRepository ? GitText.sha256("other") : pin, lines: lines
        ).message
        time += 10
        said.time = time
        let bytes = try GitText.tag(
            name, of: commitNames[said.kind == .release ? said.commit : commitNames.count - 1], at: time,
            message: message, key: keys[said.key])
        let ref = "refs/tags/\(name)"
        if let taken = tagRefs.firstIndex(of: ref) { story.said[taken].isInTag = false; tagRefs[taken] = "" }
        repository.point(ref, at: try repository.add("tag", bytes))
        story.said.append(said)
        ids.append(GitText.statementID(ofTag: bytes))
        tagBytes.append(bytes)
        tagRefs.append(ref)
    }

    /// The class that somebody who looks now would be shown.
    private var shownClass: String {
        guard let last = lastRelease else { return "initial" }
        let before = story.packages[story.commits[story.said[last].commit].package]
        return before.variant == current.variant ? "none" : "material"
    }

    private func about(_ said: Story.Said) -> [String] {
        let package = said.about.map { story.packages[$0] } ?? current
        return ["Subject: \(subject(of: package))"] + (said.namesPlan ? ["Subject: \(plan)"] : [])
            + ["Base: \(said.base.map { subject(of: story.packages[$0]) } ?? "none")"]
            + ["Materiality: \(said.shownClass) policy=sha256:\(GitText.sha256(policy)) catalogue=3"]
    }

    private func approve(as person: String? = nil, _ role: String? = nil) throws {
        let means = person != nil
        let person = person ?? random.pick(Self.people) ?? "bob"
        let held = story.roots.last?.roles[person] ?? []
        guard let key = means || random.chance(85) ? key(of: person) : Int.random(in: keys.indices, using: &random)
        else {
            return
        }
        var said = Story.Said(kind: .approve, key: key)
        said.role = role ?? (random.chance(80) ? random.pick(held) : nil) ?? random.pick(["po", "ra", "grc"]) ?? "po"
        said.about =
            means || random.chance(90)
            ? story.packages.count - 1 : Int.random(in: story.packages.indices, using: &random)
        said.shownClass = shownClass
        said.base = lastRelease.flatMap { story.said[$0].about }
        if !means {
            if random.chance(10) { said.shownClass = random.pick(["none", "minor", "critical"]) ?? "none" }
            if random.chance(5) { said.namesPlan = false }
        }
        if random.chance(10) {
            said.ends = random.chance(60) ? story.now + 100 : time + Int.random(in: 0...3000, using: &random)
        }
        let taken = story.said.indices.filter { story.said[$0].kind == .withdraw }
        if random.chance(25) { said.supersedes = random.pick(taken) }
        var lines = about(said) + ["Role: \(said.role)"]
        if let other = said.supersedes { lines.append("Supersedes: \(ids[other])") }
        if let end = said.ends { lines.append("Not-After: \(Self.rfc3339(end))") }
        try say(said, name: decisionName("approve", said), lines)
    }

    private func approveAsAsked() throws {
        for role in ["po", "ra", "po"] {
            let holders = Self.people.filter { person in
                person != Story.robot
                    && (story.roots.last?.roles[person]?.contains(role) == true
                        || story.roots.last?.delegations.contains { $0.to == person && $0.role == role } == true)
            }
            if let person = random.pick(holders) { try approve(as: person, role) }
        }
    }

    private func reject() throws {
        guard let key = key(of: random.pick(Self.people) ?? "bob") else { return }
        var said = Story.Said(
            kind: .reject, key: random.chance(90) ? key : Int.random(in: keys.indices, using: &random))
        said.role = random.chance(75) ? "ra" : "po"
        said.about =
            random.chance(70) ? story.packages.count - 1 : Int.random(in: story.packages.indices, using: &random)
        said.base = lastRelease.flatMap { story.said[$0].about }
        try say(said, name: decisionName("reject", said), about(said) + ["Role: \(said.role)"])
    }

    private func withdraw() throws {
        let targets = story.said.indices.filter { story.said[$0].kind == .approve || story.said[$0].kind == .reject }
        let rejections = targets.filter { story.said[$0].kind == .reject }
        guard let target = random.chance(50) ? random.pick(rejections) ?? random.pick(targets) : random.pick(targets)
        else { return }
        let owner = story.owners[story.said[target].key] ?? "kim"
        guard let key = random.chance(65) ? self.key(of: owner) : self.key(of: random.pick(Self.people) ?? "kim") else {
            return
        }
        var said = Story.Said(kind: .withdraw, key: random.chance(80) ? key : story.said[target].key)
        said.withdraws = target
        try say(
            said, name: "withdraw/\(ids[target].prefix(12))/\(story.owners[said.key] ?? "zoe")",
            ["Statement: \(ids[target])"])
    }

    private func decisionName(_ decision: String, _ said: Story.Said) -> String {
        let package = said.about.map { story.packages[$0] } ?? current
        let digest = subject(of: package).split(separator: ":").last ?? ""
        return
            "\(decision)/bot/\(package.version).0.0/\(said.role)/\(story.owners[said.key] ?? "zoe")/\(digest.prefix(12))"
    }

    private func release() throws {
        let managers = Self.people.filter { story.roots.last?.roles[$0]?.contains("release-manager") == true }
        guard
            let person = random.chance(92)
                ? random.pick(managers.filter { $0 != Story.robot }) : random.pick(Self.people),
            let key = key(of: person)
        else { return }
        var said = Story.Said(
            kind: .release, key: random.chance(95) ? key : Int.random(in: keys.indices, using: &random))
        said.commit =
            random.chance(95) ? story.commits.count - 1 : Int.random(in: story.commits.indices, using: &random)
        let package = story.commits[said.commit].package
        said.about = random.chance(97) ? package : Int.random(in: story.packages.indices, using: &random)
        let last = lastRelease
        // A release is not made twice, unless somebody moves its tag.
        guard last.map({ story.said[$0].about != said.about }) ?? true || random.chance(4) else { return }
        said.previous = last
        said.sequence = (last.map { story.said[$0].sequence } ?? 0) + 1
        said.base = last.flatMap { story.said[$0].about }
        said.shownClass = shownClass
        if random.chance(3) { said.sequence += 1 }
        if random.chance(3) { said.previous = nil }
        if random.chance(3) { said.base = nil }
        if random.chance(3) { said.shownClass = "none" }
        if random.chance(3) { said.namesPlan = false }
        if random.chance(3) { said.evidenceIsRight = false }
        let relevant = story.said.indices.filter { number in
            let other = story.said[number]
            return other.isThere && other.kind != .release
                && (other.about == said.about || other.about == nil || other.kind == .reject)
        }
        said.listed = random.chance(85) ? Array(relevant) : relevant.filter { _ in random.chance(70) }
        let evidence = "imprimatur-evidence/1\n" + said.listed.map { "statement \(ids[$0])\n" }.sorted().joined()
        let digest = GitText.sha256(said.evidenceIsRight ? evidence : "other")
        var lines = about(said) + ["Role: release-manager", "Sequence: \(said.sequence)"]
        lines.append("Previous: \(said.previous.map { ids[$0] } ?? "none")")
        for number in said.listed {
            let owner = story.owners[story.said[number].key] ?? "zoe"
            lines.append(
                "Approval: \(ids[number]) \(story.said[number].role.isEmpty ? "none" : story.said[number].role) \(owner)"
            )
        }
        lines.append("Evidence: sha256:\(digest)")
        let version = said.about.map { story.packages[$0].version } ?? 0
        guard lines.count < 58 else { return }
        try say(said, name: "release/bot/\(version).0.0", lines)
    }

    // MARK: What happens to tags

    /// Deletes a tag, or moves it to another name.
    private func lose() throws {
        guard
            let number = random.pick(
                story.said.indices.filter { story.said[$0].isInTag && story.said[$0].isUnderItsName })
        else { return }
        let ref = tagRefs[number]
        repository.point(ref, at: nil)
        tagRefs[number] = ""
        guard random.chance(40) else {
            story.said[number].isInTag = false
            return
        }
        story.said[number].isUnderItsName = false
        tagRefs[number] = ref + "-moved"
        repository.point(tagRefs[number], at: try repository.add("tag", tagBytes[number]))
    }

    /// The name under which a statement's tag is found now.
    func tagName(of number: Int) -> String { String(tagRefs[number].dropFirst("refs/tags/".count)) }

    private func putIntoFile() throws {
        guard
            let number = random.pick(
                story.said.indices.filter { story.said[$0].isThere && story.said[$0].kind != .release })
        else { return }
        story.said[number].isInFile = true
        statementFiles["governance/statements/\(ids[number]).tag"] = tagBytes[number]
        try commit(changesPackage: false)
    }

    private static func rfc3339(_ seconds: Int) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}
