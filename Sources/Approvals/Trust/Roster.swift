import PackageContents
package import PlanModel
package import Signatures
import SourceText

/// The principals of one version of the trust root, found by the keys that are active in it.
package struct Roster: Sendable {
    package let principals: [TrustRoot.Principal]
    /// All active keys of all principals.
    package let keys: TrustedKeys
    /// Which of the listed keys belongs to whom, revoked ones too.
    let listed: [String: String]
    /// The same for every key inside an OpenPGP certificate, by which signatures can be made, too.
    let certified: [String: String]
    /// Why the version cannot be used: keys that cannot be read, or that do not name exactly one principal. Sentences
    /// without a final full stop.
    let defects: [String]
    private let principalByFingerprint: [String: Int]

    /// Reads the keys of a version.
    ///
    /// - Parameter files: the tree that holds the OpenPGP certificates.
    init(_ root: TrustRoot, files: FileListing) throws {
        var ssh: [SigningKey] = []
        var certificates: [OpenPGPCertificate] = []
        var owners: [String: Int] = [:]
        var listed: [String: String] = [:]
        var certified: [String: String] = [:]
        var ids: Set<String> = []
        var defects: [String] = []
        // A revoked key does not count even where a principal still lists it.
        let revoked = Set(root.revokedKeys.map { Self.normalised($0.fingerprint.value) })
        for (number, principal) in root.principals.enumerated() {
            if principal.id.isEmpty || !ids.insert(principal.id).inserted {
                defects.append("the principal \"\(principal.id)\" has no id of its own")
            }
            for key in principal.keys {
                let read = try Self.read(key, of: principal.id, files: files)
                defects += read.defects
                guard let fingerprint = read.key?.fingerprint ?? read.certificate?.fingerprint else { continue }
                // A key must name exactly one person, or one person could count as two.
                guard listed.updateValue(principal.id, forKey: fingerprint) == nil else {
                    defects.append("the key \(fingerprint) is listed twice")
                    continue
                }
                for inner in read.certificate?.keyFingerprints ?? [] {
                    // A subkey that two certificates adopt would make one signature that of two people.
                    if let other = certified.updateValue(principal.id, forKey: inner), other != principal.id {
                        defects.append("the OpenPGP key \(inner) is in certificates of \(other) and of \(principal.id)")
                    }
                }
                guard !revoked.contains(fingerprint) else { continue }
                owners[fingerprint] = number
                if let key = read.key { ssh.append(key) }
                if let certificate = read.certificate { certificates.append(certificate) }
            }
        }
        principals = root.principals
        keys = TrustedKeys(ssh: ssh, openPGP: certificates)
        self.listed = listed
        self.certified = certified
        self.defects = defects
        principalByFingerprint = owners
    }

    private typealias Read = (key: SigningKey?, certificate: OpenPGPCertificate?, defects: [String])

    private static func read(_ key: TrustRoot.Key, of principal: String, files: FileListing) throws -> Read {
        switch key.type?.value {
        case "ssh": return readSSH(key, of: principal)
        case "openpgp": return try readOpenPGP(key, of: principal, files: files)
        default: return (nil, nil, ["a key of \(principal) is neither of type ssh nor of type openpgp"])
        }
    }

    private static func readSSH(_ key: TrustRoot.Key, of principal: String) -> Read {
        let signingKey: SigningKey
        do {
            signingKey = try SigningKey(
                openSSHPublicKey: key.publicKey?.value ?? "", requireUserPresence: key.requireUserPresence,
                requireUserVerification: key.requireUserVerification)
        } catch {
            return (nil, nil, ["a key of \(principal) cannot be used: \(error.sentence.withoutFullStop)"])
        }
        guard let written = key.fingerprint?.value, written == signingKey.fingerprint else {
            let written = key.fingerprint.map { ", not \($0.value)" } ?? ", which is not written beside it"
            return (
                signingKey, nil, ["a key of \(principal) has the fingerprint \(signingKey.fingerprint)\(written)"]
            )
        }
        return (signingKey, nil, [])
    }

    private static func readOpenPGP(_ key: TrustRoot.Key, of principal: String, files: FileListing) throws -> Read {
        guard let fingerprint = key.fingerprint.map({ normalised($0.value) }), let path = key.certificate?.value else {
            return (nil, nil, ["an OpenPGP key of \(principal) lacks its certificate or its fingerprint"])
        }
        guard let file = try files.file(path), file.mode == .file || file.mode == .executable else {
            return (nil, nil, ["the certificate \(path) of \(principal) is not in the tree"])
        }
        let certificate: OpenPGPCertificate
        do {
            certificate = try OpenPGPCertificate(
                armored: String(decoding: try files.source(file).bytes, as: UTF8.self))
        } catch let error as OpenPGPKeyError {
            return (
                nil, nil, ["the certificate \(path) of \(principal) cannot be used: \(error.sentence.withoutFullStop)"]
            )
        }
        guard certificate.fingerprint == fingerprint else {
            return (
                nil, certificate,
                [
                    "the certificate \(path) of \(principal) has the fingerprint \(certificate.fingerprint), not "
                        + fingerprint
                ]
            )
        }
        return (nil, certificate, [])
    }

    /// Hexadecimal digits of OpenPGP fingerprints are the same in both cases; SSH fingerprints are base64.
    package static func normalised(_ fingerprint: String) -> String {
        fingerprint.hasPrefix("SHA256:") ? fingerprint : fingerprint.uppercased()
    }

    // MARK: Questions

    /// Whose each key is, those inside of certificates too.
    var owners: [String: String] { listed.merging(certified) { first, _ in first } }

    /// Whose active key it is.
    package func principal(ofKey fingerprint: String) -> TrustRoot.Principal? {
        principalByFingerprint[Self.normalised(fingerprint)].map { principals[$0] }
    }

    package func principal(_ id: String) -> TrustRoot.Principal? { principals.first { $0.id == id } }

    package func principal(withEmail email: String) -> TrustRoot.Principal? {
        let wanted = email.lowercased()
        return principals.first { $0.emails.contains { $0.lowercased() == wanted } }
    }

    /// The humans that hold a role for a system, in the order of the root.
    package func holders(of role: String, system: String) -> [TrustRoot.Principal] {
        principals.filter { $0.kind == .human && $0.holds(role, system: system) }
    }

    /// True when the principal could sign something that counts.
    package func canSign(_ principal: TrustRoot.Principal) -> Bool {
        principalByFingerprint.values.contains { principals[$0].id == principal.id }
    }

    /// The humans who could sign a change of the trust root.
    func holdersEverywhere(of role: String) -> [TrustRoot.Principal] {
        principals.filter { $0.kind == .human && $0.holdsEverywhere(role) && canSign($0) }
    }
}

extension TrustRoot.Principal {
    /// True when a grant covers the system; a grant without systems covers all.
    package func holds(_ role: String, system: String) -> Bool {
        roles.contains { $0.role.value == role && ($0.systems.isEmpty || $0.systems.contains(system)) }
    }

    /// True when a grant has no limits. The trust root rules every system, so that a role for some of them does not
    /// suffice to change it.
    package func holdsEverywhere(_ role: String) -> Bool {
        roles.contains { $0.role.value == role && $0.systems.isEmpty && $0.environments.isEmpty }
    }
}
