import Testing

/// No changed byte of a signed object ever passes as something else than what was signed.
@Suite struct TamperingTests {
    private let objects: SignedObjects

    init() throws { objects = try SignedObjects() }

    /// What is signed ends where the armor begins; the armor may be wrapped otherwise, and is the same statement then.
    private func checkAll(
        _ original: [UInt8], signedPart: ([UInt8]) -> [UInt8], _ id: ([UInt8]) throws -> String?
    ) throws {
        let expected = try #require(try id(original))
        let signed = signedPart(original)
        var rewrapped = 0
        try ByteChanges(original: original).forEach { changed, what in
            guard changed != original, let found = try id(changed) else { return }
            #expect(found == expected && signedPart(changed) == signed, "passes as \(found): \(what)")
            // Only the layout of the armor may differ, never a character of it.
            #expect(changed.filter { $0 != 10 } == original.filter { $0 != 10 }, "another armor passes: \(what)")
            rewrapped += 1
        }
        // Line breaks between two lines of base64 and at the end of the object, not more.
        #expect(rewrapped < original.count / 2)
    }

    private func beforeArmor(_ bytes: [UInt8]) -> [UInt8] {
        bytes.firstRange(of: Array("-----BEGIN ".utf8)).map { Array(bytes[..<$0.lowerBound]) } ?? bytes
    }

    @Test func anApprovalTag() throws {
        try checkAll(objects.approvalTag(), signedPart: beforeArmor) { objects.approvalID(ofTag: $0) }
    }

    @Test func aReleaseTag() throws {
        try checkAll(objects.releaseTag(), signedPart: beforeArmor, objects.releaseID)
    }

    @Test func aCommitWithAnApproval() throws {
        func withoutSignature(_ bytes: [UInt8]) -> [UInt8] {
            let header = Array("gpgsig ".utf8)
            let end = Array("-----END SSH SIGNATURE-----\n".utf8)
            guard let start = bytes.firstRange(of: header), let stop = bytes.firstRange(of: end) else { return bytes }
            return Array(bytes[..<start.lowerBound] + bytes[stop.upperBound...])
        }
        try checkAll(objects.approvalCommit(), signedPart: withoutSignature) { objects.approvalID(ofCommit: $0) }
    }

    @Test(arguments: [1, 20, 64, 76, 4000]) func anArmorOfOtherLinesIsTheSameStatement(width: Int) throws {
        let expected = try objects.approvalID(ofTag: objects.approvalTag())
        let tag = try objects.approvalTag(width: width)
        // Whichever widths are accepted, the id does not tell them apart.
        if let id = objects.approvalID(ofTag: tag) { #expect(id == expected) }
        if (20...76).contains(width) { #expect(objects.approvalID(ofTag: tag) == expected) }
    }

    @Test func anotherNamespaceOrKeyDoesNotCount() throws {
        let signed = beforeArmor(try objects.approvalTag())
        for namespace in ["file", "git ", "Git", ""] {
            let tag = signed + (try objects.author.armor(for: signed, namespace: namespace))
            #expect(objects.approvalID(ofTag: tag) == nil, "signed for \(namespace)")
        }
        #expect(objects.approvalID(ofTag: try objects.approvalTag(key: try TestKey(seed: 9))) == nil)
        #expect(objects.approvalID(ofTag: try objects.approvalTag(key: objects.manager)) == nil)
    }
}
