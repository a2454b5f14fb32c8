import Testing

/// A statement that its signer signed correctly, with one field that says something else than what is judged.
@Suite struct FieldTests {
    private let objects: SignedObjects
    private static let other = String(repeating: "0e", count: 32)

    init() throws { objects = try SignedObjects() }

    /// Each with the line that it takes the place of, by how that starts.
    private static let refused: [(start: String, line: String)] = [
        ("Subject: package", "Subject: package bot@1.0.0 sha256:\(other)"),
        ("Subject: package", "Subject: package bot@1.0.1 sha256:\(SignedObjects.package)"),
        ("Subject: package", "Subject: package bat@1.0.0 sha256:\(SignedObjects.package)"),
        ("Subject: package", "Subject: system bot sha256:\(SignedObjects.package)"),
        ("Subject: plan", "Subject: plan plan@1 sha256:\(other)"),
        ("Subject: plan", "Subject: plan plan@2 sha256:" + String(repeating: "77", count: 32)),
        ("Subject: plan", "X-Subject: left out"),
        ("Materiality", "Materiality: minor policy=sha256:\(other) catalogue=3"),
        ("Materiality", "Materiality: none policy=sha256:\(other) catalogue=3"),
        ("Materiality", "Materiality: initial policy=sha256:\(other) catalogue=3"),
        ("Materiality", "X-Materiality: left out"),
        ("Base", "X-Base: left out"),
        ("Role", "Role: release-manager"), ("Role", "Role: ra"), ("Role", "Role: PO"), ("Role", "X-Role: po"),
        ("Not-After", "Not-After: 2026-11-24T23:59:59Z"),
        ("Not-After", "Decision: approve"),
        ("Not-After", "Supersedes: nothing"),
    ]

    @Test(arguments: FieldTests.refused.indices) func aFieldThatDecides(index: Int) throws {
        let (start, line) = Self.refused[index]
        var statement = objects.approval
        let place = try #require(statement.lines.firstIndex { $0.hasPrefix(start) })
        statement.lines[place] = line
        #expect(objects.approvalID(ofTag: try objects.approvalTag(statement)) == nil, "\(line)")
    }

    @Test(arguments: ["reject", "withdraw", "trust", "author", "release", "Approve", "approve "])
    func anotherDecision(decision: String) throws {
        var statement = objects.approval
        statement.decision = decision
        #expect(objects.approvalID(ofTag: try objects.approvalTag(statement)) == nil)
    }

    @Test func anotherRepository() throws {
        var statement = objects.approval
        statement.repository = Self.other
        #expect(objects.approvalID(ofTag: try objects.approvalTag(statement)) == nil)
        var release = objects.release
        release.repository = Self.other
        #expect(try objects.releaseID(ofTag: objects.releaseTag(release)) == nil)
    }

    /// What only informs does not decide: the class is computed anew, whichever base and rules the signer was shown.
    @Test(arguments: [
        ("Base", "Base: package bot@0.9.0 sha256:\(other)"), ("Trust", "X-Trust: left out"),
        ("Materiality", "Materiality: critical policy=sha256:\(other) catalogue=3"),
        ("Not-After", "X-Not-After: left out"),
    ]) func aFieldThatInforms(start: String, line: String) throws {
        var statement = objects.approval
        let place = try #require(statement.lines.firstIndex { $0.hasPrefix(start) })
        statement.lines[place] = line
        #expect(objects.approvalID(ofTag: try objects.approvalTag(statement)) != nil)
    }

    /// The name of a tag repeats what its text says, and the ref is called like the tag.
    @Test(arguments: [
        "approve/bot/1.0.0/po/ann/000000000000", "approve/bot/1.0.1/po/ann/5a5a5a5a5a5a",
        "approve/bot/1.0.0/ra/ann/5a5a5a5a5a5a", "approve/bot/1.0.0/po/rex/5a5a5a5a5a5a",
        "approve/bat/1.0.0/po/ann/5a5a5a5a5a5a", "reject/bot/1.0.0/po/ann/5a5a5a5a5a5a",
        "approve/bot/1.0.0/po/ann/5a5a5a5a5a5a.", "approve/bot/1.0.0/po/ann/5a5a5a5a5a5a.x",
    ]) func anotherName(name: String) throws {
        let tag = try objects.approvalTag(name: name)
        #expect(objects.approvalID(ofTag: tag, ref: "refs/tags/" + name) == nil)
        #expect(objects.approvalID(ofTag: tag) == nil)
        #expect(objects.approvalID(ofTag: try objects.approvalTag(), ref: "refs/tags/" + name) == nil)
    }

    /// Every line of a signed text replaced by another that is well formed, with the signature left as it was.
    @Test func aLineThatWasNotSigned() throws {
        for (bytes, id) in [
            (try objects.approvalTag(), { objects.approvalID(ofTag: $0) }),
            (try objects.releaseTag(), { try objects.releaseID(ofTag: $0) }),
        ] as [([UInt8], ([UInt8]) throws -> String?)] {
            #expect(try id(bytes) != nil)
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            for place in lines.indices where !lines[place].isEmpty {
                let line = String(lines[place])
                let changes = [
                    line + " ", String(line.dropLast()), line + "\n" + line, "X-Other: line",
                    line.replacing("sha256:5", with: "sha256:6"), line.replacing("1.0.0", with: "1.0.1"),
                    line.replacing("po", with: "ra"),
                ]
                for change in changes where change != line {
                    var changed = lines
                    changed[place] = change[...]
                    let text = changed.joined(separator: "\n")
                    #expect(try id(Array(text.utf8)) == nil, "\(line) as \(change)")
                }
            }
        }
    }
}
