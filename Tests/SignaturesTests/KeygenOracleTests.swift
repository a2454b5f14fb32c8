import Foundation
import Signatures
import Testing

/// Keys and signatures that the real ssh-keygen made.
@Suite struct KeygenOracleTests {
    let keygen: Keygen

    init() throws {
        keygen = try Keygen()
    }

    /// One test a kind, because making an RSA key takes seconds.
    @Test(arguments: KeyKind.allCases)
    func whatSSHKeygenSignsForGitIsGood(kind: KeyKind) async throws {
        let pair = try await keygen.makeKey(kind.options)
        let key = try pair.signingKey
        let listing = try await keygen.run(["-l", "-f", pair.path + ".pub"])
        #expect(listing.split(separator: " ")[1] == key.fingerprint)
        #expect(key.algorithm == kind.algorithm)
        #expect(pair.publicLine.hasPrefix(key.algorithm.keyTypeName + " "))

        for hash in [MessageHash.sha256, .sha512] {
            let armor = try await keygen.sign(
                commitPayload, with: pair.path, options: ["-O", "hashalg=\(hash.rawValue)"])
            let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [key])
            #expect(
                verdict == .good(GoodSignature(fingerprint: key.fingerprint, algorithm: kind.algorithm, hash: hash)))
            #expect(verdict.isGood)
            #expect(SignatureFormat.recognise(armor) == .ssh)
            // A commit header's value has no line feed after the last line.
            #expect(SignatureVerifier.verify(payload: commitPayload, armor: armor.dropLast(), keys: [key]).isGood)

            var changed = commitPayload
            changed[10] ^= 1
            let refusal = SignatureVerifier.verify(payload: changed, armor: armor, keys: [key])
            #expect(refusal == .bad(.signatureMismatch))
            #expect(!refusal.isGood)
        }
    }

    @Test(arguments: [[], [0x0A], Array("tree\0hidden\r\n".utf8), Array(repeating: 0xFF, count: 100_000)] as [[UInt8]])
    func payloadsAreBytes(payload: [UInt8]) async throws {
        let pair = try await keygen.makeKey(KeyKind.ed25519.options)
        let armor = try await keygen.sign(payload, with: pair.path)
        let keys = [try pair.signingKey]
        #expect(SignatureVerifier.verify(payload: payload, armor: armor, keys: keys).isGood)
        #expect(
            SignatureVerifier.verify(payload: payload + [0x0A], armor: armor, keys: keys) == .bad(.signatureMismatch))
    }

    @Test(arguments: ["file", "git ", "Git", "git\u{301}", "email"])
    func anotherNamespaceIsRefused(namespace: String) async throws {
        let pair = try await keygen.makeKey(KeyKind.ed25519.options)
        let armor = try await keygen.sign(commitPayload, with: pair.path, namespace: namespace)
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [try pair.signingKey])
        guard case .bad(.wrongNamespace(let found)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(found == (namespace == "git\u{301}" ? "git\\xcc\\x81" : namespace))
        // The report can still name the key.
        #expect(try SSHSignature(armor: armor).keyFingerprint == pair.signingKey.fingerprint)
    }

    @Test func keyThatNobodyListedIsNamed() async throws {
        let pair = try await keygen.makeKey(KeyKind.ecdsa256.options)
        let other = try await keygen.makeKey(KeyKind.ecdsa256.options)
        let armor = try await keygen.sign(commitPayload, with: pair.path)
        let fingerprint = try pair.signingKey.fingerprint

        for keys in [[], [try other.signingKey]] {
            let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: keys)
            #expect(verdict == .bad(.unknownKey(fingerprint: fingerprint)))
        }
        let both = Set([try other.signingKey, try pair.signingKey])
        #expect(SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: both).isGood)
        // Whether the cryptography is good can be asked apart from whose key it is.
        let embedded = try SSHSignature(armor: armor).embeddedKey()
        #expect(SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [embedded]).isGood)
    }

    @Test func rsaOf1024BitsIsRefused() async throws {
        let pair = try await keygen.makeKey(["-t", "rsa", "-b", "1024"])
        #expect(throws: KeyError.weakRSAKey(bits: 1024)) { try pair.signingKey }
        let armor = try await keygen.sign(commitPayload, with: pair.path)
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: [])
        #expect(verdict == .bad(.refusedKey(.weakRSAKey(bits: 1024))))
    }

    @Test func certificateIsRefusedByName() async throws {
        let authority = try await keygen.makeKey(KeyKind.ed25519.options)
        let pair = try await keygen.makeKey(KeyKind.ed25519.options)
        try await keygen.run(["-q", "-s", authority.path, "-I", "id", "-n", "somebody", pair.path + ".pub"])
        let certificate = pair.path + "-cert.pub"
        let refusal = KeyError.unsupportedType("ssh-ed25519-cert-v01@openssh.com")
        let line = try String(contentsOfFile: certificate, encoding: .utf8)
        #expect(throws: refusal) { try SigningKey(openSSHPublicKey: line) }

        let armor = try await keygen.sign(commitPayload, with: certificate)
        let keys = [try pair.signingKey, try authority.signingKey]
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: armor, keys: keys)
        #expect(verdict == .bad(.refusedKey(refusal)))
        #expect(refusal.sentence.contains("certificates"))
    }

    @Test func anotherKeysBlobInsideASignatureIsAMismatch() async throws {
        let mallory = try await keygen.makeKey(KeyKind.ed25519.options)
        let alice = try await keygen.makeKey(KeyKind.ed25519.options)
        let armor = try await keygen.sign(commitPayload, with: mallory.path)
        let bytes = Wire.blob(armor)
        let (own, listed) = (try mallory.signingKey.blob, try alice.signingKey.blob)
        let start = 14  // magic 6, version 4, length of the key 4
        #expect(Array(bytes[start..<start + own.count]) == own)
        let forged = Wire.armor(bytes[..<start] + listed + bytes[(start + own.count)...])
        let verdict = SignatureVerifier.verify(payload: commitPayload, armor: forged, keys: [try alice.signingKey])
        #expect(verdict == .bad(.signatureMismatch))
    }
}
