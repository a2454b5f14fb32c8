import Approvals
import PackageContents
import TestSupport
import Testing

/// What makes a version of the trust root valid, with real signatures.
struct ChainTests {
    @Test func versionOneRulesAlone() throws {
        let bench = try TrustBench()
        let state = try bench.state()
        #expect(state.version == 1)
        #expect(state.repository == state.sha256)
        #expect(state.chain.versions.count == 1)
    }

    @Test func aVersionSignedByOneHolderOfBothRules() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            (RootText.ivosRoles, "roles: [engineering-owner, ai-oncall, vendor-manager]"))
        try bench.repository.signTrust(2, as: .lena)
        let state = try bench.state()
        #expect(state.version == 2)
        #expect(state.repository != state.sha256)
        #expect(state.chain.versions.map(\.number) == [1, 2])
        #expect(state.chain.version(2)?.signatures?.before.signers == ["lena"])
        #expect(state.chain.version(2)?.signatures?.own.signers == ["lena"])
    }

    @Test func threeVersions() throws {
        let bench = try TrustBench()
        for number in 2...3 {
            try bench.repository.addTrustVersion()
            try bench.repository.signTrust(number, as: .maya)
        }
        #expect(try bench.state().version == 3)
    }

    @Test func withoutSignaturesNothingRules() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        #expect(try bench.codes() == ["root-threshold"])
        #expect(throws: TrustFailure.self) { try bench.state() }
    }

    @Test func somebodyWithoutTheRoleDoesNotCount() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .ivo)
        try bench.repository.signTrust(2, as: .mallory)
        #expect(try bench.codes() == ["root-threshold"])
        let codes = try bench.examine().versions[1].version?.signatures?.disregarded.map(\.code).sorted()
        #expect(codes == ["role-not-held", "unknown-key"])
    }

    /// Two statements by one person, with the same key or with two, are one signature.
    @Test func onePersonCountsOnce() throws {
        let bench = try TrustBench((RootText.threshold, RootText.thresholdOfTwo))
        try bench.repository.addTrustVersion(edits: RootText.rotation(from: .lena, to: .lenaAnew))
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.signTrust(2, as: .lenaAnew)
        #expect(try bench.codes() == ["root-threshold"])
        try bench.repository.signTrust(2, as: .maya)
        #expect(try bench.codes() == [])
    }

    @Test func aCopyOfAStatementIsNoSecondOne() throws {
        let bench = try TrustBench((RootText.threshold, RootText.thresholdOfTwo))
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .lena)
        try bench.repository.write("governance/statements/copy.tag", bench.repository.read(file))
        #expect(try bench.codes() == ["root-threshold"])
        #expect(try bench.examine().versions[1].version?.signatures?.statements.count == 1)
    }

    /// A rotated key: the old one speaks for the version before, the new one for the version itself.
    @Test func aRotatedKeySignsTwice() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(edits: RootText.rotation(from: .lena, to: .lenaAnew))
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == ["root-threshold"])
        try bench.repository.signTrust(2, as: .lenaAnew)
        #expect(try bench.codes() == [])
        #expect(try bench.examine().versions[1].version?.signatures?.before.signers == ["lena"])
    }

    /// Anybody could write a key of their own beside lena's name.
    @Test func aNewKeyAloneIsNobodyForTheVersionBefore() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion((RootText.key(.lena), RootText.key(.mallory)))
        try bench.repository.signTrust(2, as: .mallory, name: "trust/2/lena")
        #expect(try bench.codes() == ["root-threshold"])
        #expect(try bench.examine().versions[1].version?.signatures?.before.signers == [])
    }

    /// The old people alone could hand the root to people who could never change it again.
    @Test func theNewVersionsOwnPeopleHaveToSign() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            (RootText.threshold, "changeThreshold: {role: risk-approver, count: 1}"))
        try bench.repository.signTrust(2, as: .lena)
        let examination = try bench.examine()
        #expect(examination.failures.map(\.code) == ["root-threshold"])
        #expect(examination.versions[1].version?.signatures?.before.missing == 0)
        #expect(examination.versions[1].version?.signatures?.own.missing == 1)
        try bench.repository.signTrust(2, as: .tove)
        #expect(try bench.codes() == [])
    }

    /// Those of the new version alone have no say yet.
    @Test func thePeopleOfTheVersionBeforeHaveToSign() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            (RootText.threshold, "changeThreshold: {role: risk-approver, count: 1}"))
        try bench.repository.signTrust(2, as: .tove)
        #expect(try bench.codes() == ["root-threshold"])
        #expect(try bench.examine().versions[1].version?.signatures?.before.missing == 1)
    }

    @Test func whoeverGainsARoleDoesNotCount() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            (RootText.lenasRoles, "roles: [product-owner, vendor-manager, grc-control-owner, ai-oncall]"))
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == ["root-escalation"])
        try bench.repository.signTrust(2, as: .maya)
        #expect(try bench.codes() == [])
    }

    @Test func whoeverLosesARoleCounts() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion((RootText.lenasRoles, "roles: [product-owner, grc-control-owner]"))
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == [])
    }

    @Test func aWiderScopeIsAGain() throws {
        let scoped = "roles: [product-owner, grc-control-owner, {role: vendor-manager, systems: [support-assistant]}]"
        let bench = try TrustBench((RootText.lenasRoles, scoped))
        try bench.repository.addTrustVersion((scoped, "roles: [product-owner, grc-control-owner, vendor-manager]"))
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == ["root-escalation"])
    }

    @Test func aDelegationToTheSignerIsAGain() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            (
                "  policies:\n",
                "  delegations:\n    - {from: maya, to: lena, role: risk-approver, notAfter: \"2027-01-01T00:00:00Z\"}\n"
                    + "  policies:\n"
            ))
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == ["root-escalation"])
        try bench.repository.signTrust(2, as: .maya)
        #expect(try bench.codes() == [])
    }

    /// A role for one system must not change the root that rules all.
    @Test func aScopedRoleDoesNotChangeTheRoot() throws {
        let bench = try TrustBench(
            (RootText.lenasRoles, "roles: [product-owner, {role: grc-control-owner, systems: [support-assistant]}]"))
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes().first == "root-threshold")
        let codes = try bench.examine().versions[1].version?.signatures?.disregarded.map(\.code)
        #expect(codes == ["role-not-held"])
    }

    @Test func aCompromisedKeyCanStillBeReplaced() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: "compromised"))
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.signTrust(2, as: .lenaAnew)
        #expect(try bench.codes() == [])
    }

    /// Version 2 stays signed although version 3 says that the key was stolen before.
    @Test func aLaterCompromiseDoesNotUnmakeALink() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: "compromised", since: 1))
        try bench.repository.signTrust(3, as: .maya)
        let state = try bench.state()
        #expect(state.version == 3)
        #expect(state.status(ofKey: Person.lena.fingerprint) == .compromised(principal: "lena", since: 1))
    }

    @Test func predecessorWithAnotherDigest() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(3, as: .lena)
        #expect(try bench.codes() == [])
        try bench.repository.edit("governance/trust/2.yaml", "  version: 2", "  version: 2 # edited")
        #expect(Set(try bench.codes()) == ["root-threshold", "root-equivocation", "root-predecessor"])
    }

    @Test func aMissingVersionInTheMiddle() throws {
        let bench = try TrustBench()
        for number in 2...3 {
            try bench.repository.addTrustVersion()
            try bench.repository.signTrust(number, as: .lena)
        }
        try bench.repository.remove("governance/trust/2.yaml")
        #expect(try bench.codes() == ["root-predecessor"])
    }

    @Test func aVersionThatIsSignedButGone() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.remove("governance/trust/2.yaml")
        #expect(try bench.codes() == ["root-rollback"])
    }

    /// One signature of two that are needed makes no version that could be missed.
    @Test func aVersionThatIsHalfSignedIsNotMissed() throws {
        let bench = try TrustBench((RootText.threshold, RootText.thresholdOfTwo))
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.remove("governance/trust/2.yaml")
        #expect(try bench.codes() == [])
    }

    @Test func anOlderTextUnderANewerName() throws {
        let bench = try TrustBench()
        for number in 2...3 {
            try bench.repository.addTrustVersion()
            try bench.repository.signTrust(number, as: .lena)
        }
        try bench.repository.write("governance/trust/3.yaml", bench.repository.read("governance/trust/2.yaml"))
        #expect(try bench.codes().first == "root-rollback")
    }

    @Test func twoSignedTextsOfOneVersion() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena)
        try bench.repository.edit("governance/trust/2.yaml", "  version: 2", "  version: 2 # another future")
        try bench.repository.signTrust(2, as: .maya)
        #expect(try bench.codes() == ["root-equivocation"])
    }

    @Test func twoTreesWithTwoFutures() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        let first = try bench.repository.signTrust(2, as: .lena)
        let one = try bench.frozen()
        try bench.repository.edit("governance/trust/2.yaml", "  version: 2", "  version: 2 # another future")
        try bench.repository.remove(first)
        try bench.repository.signTrust(2, as: .maya)
        #expect(try bench.codes() == [])
        let failures = try TrustExamination(of: bench.snapshot(), pin: bench.pin, beside: [one]).failures
        #expect(failures.map(\.code) == ["root-equivocation"])
    }

    @Test func anotherVersionOneThanThePinned() throws {
        let bench = try TrustBench()
        try bench.repository.edit("governance/trust/1.yaml", "name: lindholm", "name: others")
        #expect(try bench.codes() == ["root-not-pinned"])
    }

    @Test func noVersionOne() throws {
        let bench = try TrustBench()
        try bench.repository.remove("governance/trust/1.yaml")
        #expect(try bench.codes() == ["root-missing"])
    }

    @Test func statementsForAnotherRepositoryDoNotCount() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena, repository: String(repeating: "a", count: 64))
        #expect(try bench.codes() == ["root-threshold"])
    }

    @Test func theTagIsNamedAfterItsSigner() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        try bench.repository.signTrust(2, as: .lena, name: "trust/2/maya")
        #expect(try bench.codes() == ["root-threshold"])
        let codes = try bench.examine().versions[1].version?.signatures?.disregarded.map(\.code)
        #expect(codes == ["name-mismatch"])
    }

    @Test func aTagAloneDoesNotCount() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .lena)
        try bench.repository.remove(file)
        #expect(try bench.codes() == ["root-threshold"])
    }

    /// The file's name is that of other bytes then; under a name of its own the signature does not match.
    @Test func aChangedStatementDoesNotCount() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .lena)
        try bench.repository.edit(file, "Trust root 2", "Trust root two")
        func codes() throws -> [String]? {
            #expect(try bench.codes() == ["root-threshold"])
            return try bench.examine().versions[1].version?.signatures?.disregarded.map(\.code)
        }
        #expect(try codes() == ["name-mismatch"])
        let text = try bench.repository.read(file)
        try bench.repository.remove(file)
        try bench.repository.writeStatementFile(text)
        #expect(try codes() == ["signature-mismatch"])
    }

    /// A copy under another name neither counts nor takes the place of the one that does.
    @Test func aCopyUnderAnotherName() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .lena)
        try bench.repository.write("governance/statements/000.tag", bench.repository.read(file))
        #expect(try bench.codes() == [])
        let codes = try bench.examine().versions[1].version?.signatures?.disregarded.map(\.code)
        #expect(codes == ["name-mismatch"])
    }
}
