import Foundation
import Signatures
import Testing

/// Each committed signature gets the verdict that its file states, from us and from git's own tool.
@Suite struct VectorTests {
    @Test func allFilesAreRead() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: SignatureVector.folder.path)
        #expect(SignatureVector.all.count == files.filter { $0.hasSuffix(".json") }.count)
        #expect(SignatureVector.all.count > 140)
        #expect(!SignatureVector.all.contains { $0.signature.contains("PRIVATE KEY") })
    }

    @Test(arguments: SignatureVector.all)
    func verdictIsTheExpectedOne(vector: SignatureVector) throws {
        let verdict = SignatureVerifier.verify(
            payload: vector.payloadBytes, armor: vector.armor, keys: try vector.trustedKeys)
        switch verdict {
        case .good(let signature):
            #expect(vector.expected == "good", "accepted, and should not be")
            #expect(signature.fingerprint == vector.fingerprint)
            #expect(signature.signingFingerprint == vector.signingFingerprint ?? vector.fingerprint)
            #expect(signature.expiries.map(\.subject.rawValue) == vector.expiries ?? [])
        case .bad(let failure):
            #expect(vector.expected == "bad", "\(failure.sentence)")
            #expect(failure.code == vector.code, "\(failure.sentence)")
        case .undecided(let reason):
            #expect(vector.expected == "undecided", "\(reason.sentence)")
            #expect(reason.code == vector.code)
        }
    }

    /// Keys of strangers beside the right ones change nothing.
    @Test(arguments: SignatureVector.all.filter { $0.expected == "good" })
    func otherKeysDoNotMatter(vector: SignatureVector) throws {
        let own = try vector.trustedKeys
        let others = try SignatureVector.all.filter { $0.expected == "good" && $0.name != vector.name }
            .filter { other in !other.certificates.contains { vector.certificates.contains($0) } }
            .filter { $0.fingerprint != vector.fingerprint }.map { try $0.trustedKeys }
        let all = TrustedKeys(
            ssh: others.flatMap(\.ssh) + own.ssh, openPGP: others.flatMap(\.openPGP) + own.openPGP)
        let verdict = SignatureVerifier.verify(payload: vector.payloadBytes, armor: vector.armor, keys: all)
        guard case .good(let signature) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(signature.fingerprint == vector.fingerprint)
    }

    @Test(arguments: SignatureVector.all)
    func aDifferenceFromTheReferenceIsExplained(vector: SignatureVector) {
        if (vector.expected == "good") != (vector.reference.verdict == "good") {
            #expect(vector.why?.hasSuffix(".") == true)
        }
    }

    @Test(arguments: SignatureVector.all.filter { $0.reference.tool == "ssh-keygen" })
    func sshKeygenSaysWhatTheFileSays(vector: SignatureVector) async throws {
        let keygen = try Keygen()
        let line = [vector.reference.options, vector.reference.signer].compactMap { $0 }.joined(separator: " ")
        let accepted = try await keygen.accepts(vector.armor, payload: vector.payloadBytes, publicLine: line)
        #expect(accepted == (vector.reference.verdict == "good"))
    }

    /// Vectors without listed keys have no certificate that gpg could import.
    @Test(arguments: SignatureVector.all.filter { $0.reference.tool == "gpg" && !$0.certificates.isEmpty })
    func gpgSaysWhatTheFileSays(vector: SignatureVector) async throws {
        let gpg = try GPG()
        for certificate in vector.certificates { try await gpg.importCertificate(certificate) }
        #expect(try await gpg.words(vector.armor, payload: vector.payloadBytes) == vector.reference.status)
        let accepted = try await gpg.accepts(vector.armor, payload: vector.payloadBytes)
        #expect(accepted == (vector.reference.verdict == "good"))
    }

    /// Verification may run on any number of threads: all of them ask about the same certificates at once.
    @Test func verdictsDoNotDependOnThreads() async throws {
        let vectors = SignatureVector.all.filter { $0.certificates.count > 0 }
        let keys = try vectors.map { try $0.trustedKeys }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    zip(vectors, keys).allSatisfy { vector, keys in
                        SignatureVerifier.verify(payload: vector.payloadBytes, armor: vector.armor, keys: keys).isGood
                            == (vector.expected == "good")
                    }
                }
            }
            for await right in group { #expect(right) }
        }
    }
}

/// Certificates that claim a key that is not theirs take nothing away from the one whose it is.
@Suite struct SharedKeyTests {
    /// The subkey of one certificate, put into another without the signatures that would prove it.
    @Test func aBorrowedSubkeyProvesNothingAndHidesNothing() throws {
        let vector = try #require(SignatureVector.all.first { $0.name == "openpgp-good-subkey" })
        let owner = try OpenPGPCertificate(armored: vector.certificates[0])
        let own = OpenPGPText.packets(vector.certificates[0])
        // By hand they have packets of five-octet lengths: primary, user id, its signature, subkey, binding.
        var starts: [Int] = []
        var index = 0
        while index < own.count {
            starts.append(index)
            index += 6 + own[(index + 2)..<(index + 6)].reduce(0) { $0 << 8 | Int($1) }
        }
        #expect(starts.count == 5)
        let borrower = try OpenPGPCertificateTests.certificate("openpgp-good-rsa2048")
        let packets = OpenPGPText.packets(borrower) + own[starts[3]...]
        let claimed = try OpenPGPCertificate(armored: OpenPGPText.armor(packets, "PGP PUBLIC KEY BLOCK"))
        #expect(claimed.keyFingerprints.contains(vector.signingFingerprint ?? ""))

        func verdict(_ certificates: [OpenPGPCertificate]) -> SignatureVerdict {
            SignatureVerifier.verify(
                payload: vector.payloadBytes, armor: vector.armor, keys: TrustedKeys(openPGP: certificates))
        }
        #expect(verdict([claimed]) == .bad(.unprovenKey(fingerprint: vector.signingFingerprint ?? "")))
        for certificates in [[claimed, owner], [owner, claimed]] {
            guard case .good(let signature) = verdict(certificates) else {
                Issue.record("\(verdict(certificates))")
                continue
            }
            #expect(signature.fingerprint == owner.fingerprint)
        }
    }
}
