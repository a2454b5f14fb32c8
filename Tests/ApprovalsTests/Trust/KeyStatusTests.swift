import Approvals
import PlanModel
import Signatures
import SourceText
import TestSupport
import Testing

/// What keys, roles and delegations are worth under the version that rules.
struct KeyStatusTests {
    @Test(arguments: ["superseded", "retired", "compromised"]) func ofARevokedKey(_ reason: String) throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: reason))
        for person in [Person.lena, .lenaAnew] { try bench.repository.signTrust(2, as: person) }
        let state = try bench.state()
        let status = state.status(ofKey: Person.lena.fingerprint)
        #expect(status.word == reason)
        #expect(status.principal == "lena")
        #expect(status.since == 2)
        #expect(state.status(ofKey: Person.lenaAnew.fingerprint) == .active(principal: "lena"))
        #expect(state.roster.principal(ofKey: Person.lena.fingerprint) == nil)
        #expect(state.chain.principal(ofAnyKey: Person.lena.fingerprint)?.id == "lena")
        // A thief can neither veto nor take a veto back.
        #expect((state.chain.objector(withKey: Person.lena.fingerprint) == nil) == (reason == "compromised"))
    }

    @Test func ofUnknownAndDroppedKeys() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion((RootText.key(.lena), RootText.key(.lenaAnew)))
        for person in [Person.lena, .lenaAnew] { try bench.repository.signTrust(2, as: person) }
        let state = try bench.state()
        #expect(state.status(ofKey: Person.lena.fingerprint) == .retired(principal: "lena", since: 2))
        #expect(state.status(ofKey: Person.mallory.fingerprint) == .unknown)
        #expect(state.chain.objector(withKey: Person.mallory.fingerprint) == nil)
    }

    /// Keys of all versions are checked, so that an old veto can be read at all.
    @Test func keysOfAllVersionsAreChecked() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(edits: RootText.rotation(from: .lena, to: .lenaAnew))
        for person in [Person.lena, .lenaAnew] { try bench.repository.signTrust(2, as: person) }
        let fingerprints = Set(try bench.state().keys.ssh.map(\.fingerprint))
        #expect(fingerprints.isSuperset(of: [Person.lena.fingerprint, Person.lenaAnew.fingerprint]))
    }

    @Test func whoLeftHeldTheirRolesOnce() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            ("- id: ivo", "- id: ines"), (RootText.key(.ivo), RootText.key(.mallory)))
        try bench.repository.signTrust(2, as: .lena)
        let state = try bench.state()
        #expect(state.roster.principal("ivo") == nil)
        #expect(state.chain.principal("ivo")?.id == "ivo")
        #expect(state.chain.everHeld("engineering-owner", by: "ivo", system: "support-assistant"))
        #expect(!state.chain.everHeld("risk-approver", by: "ivo", system: "support-assistant"))
        #expect(state.status(ofKey: Person.ivo.fingerprint) == .retired(principal: "ivo", since: 2))
    }

    @Test func delegations() throws {
        let bench = try TrustBench(
            (
                "  policies:\n",
                "  delegations:\n    - {from: maya, to: omar, role: risk-approver, notAfter: \"2026-08-15T00:00:00Z\"}\n"
                    + "  policies:\n"
            ))
        let state = try bench.state()
        func delegators(_ time: String, to: String = "omar", of role: String = "risk-approver") throws -> [String] {
            let moment = try #require(Timestamp(rfc3339: time))
            return state.delegators(to: to, of: role, system: "support-assistant", at: moment).map(\.id)
        }
        #expect(try delegators("2026-08-10T00:00:00Z") == ["maya"])
        #expect(try delegators("2026-08-15T00:00:00Z") == ["maya"])
        #expect(try delegators("2026-08-15T00:00:01Z") == [])
        #expect(try delegators("2026-08-10T00:00:00Z", to: "ivo") == [])
        #expect(try delegators("2026-08-10T00:00:00Z", of: "grc-control-owner") == [])
        #expect(state.delegations(to: "omar", of: "risk-approver").count == 1)
    }

    @Test func separatedRoles() throws {
        let state = try TrustBench().state()
        #expect(state.separates("author", "risk-approver"))
        #expect(state.separates("release-manager", "risk-approver"))
        #expect(!state.separates("author", "release-manager"))
        #expect(!state.separates("risk-approver", "risk-approver"))
        #expect(state.vetoRoles == ["risk-approver"])
    }
}
