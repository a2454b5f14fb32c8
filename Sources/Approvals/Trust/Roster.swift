package import PlanModel
package import Signatures

/// The people of a trust root, found by the key that they sign with.
package struct Roster: Sendable {
    package let principals: [TrustRoot.Principal]
    /// All SSH keys of all principals.
    package let keys: [SigningKey]
    private let principalByFingerprint: [String: Int]

    /// Reads the keys. A root with a key that cannot be read, that its fingerprint does not describe, or that two
    /// people share is refused as a whole: a key must name exactly one person.
    package init(_ root: TrustRoot) throws(TrustFailure) {
        var keys: [SigningKey] = []
        var owners: [String: Int] = [:]
        var ids: Set<String> = []
        for (number, principal) in root.principals.enumerated() {
            guard !principal.id.isEmpty, !principal.id.contains("*"), ids.insert(principal.id).inserted else {
                throw Self.lint("the principal \"\(principal.id)\" has no name of its own")
            }
            for key in principal.keys where key.type?.value == "ssh" {
                let signingKey = try Self.read(key, of: principal.id)
                guard owners.updateValue(number, forKey: signingKey.fingerprint) == nil else {
                    throw Self.lint("the key \(signingKey.fingerprint) is listed twice")
                }
                keys.append(signingKey)
            }
        }
        principals = root.principals
        self.keys = keys
        principalByFingerprint = owners
    }

    private static func read(_ key: TrustRoot.Key, of principal: String) throws(TrustFailure) -> SigningKey {
        let signingKey: SigningKey
        do {
            signingKey = try SigningKey(
                openSSHPublicKey: key.publicKey?.value ?? "", requireUserPresence: key.requireUserPresence,
                requireUserVerification: key.requireUserVerification)
        } catch {
            throw lint("a key of \(principal) cannot be used: \(error.sentence)")
        }
        if let written = key.fingerprint?.value, written != signingKey.fingerprint {
            throw lint("a key of \(principal) has the fingerprint \(signingKey.fingerprint), not \(written)")
        }
        return signingKey
    }

    private static func lint(_ message: String) -> TrustFailure {
        .refused(code: "root-lint", message: "the trust root is not usable: " + message, mend: "Mend the trust root.")
    }

    package func principal(ofKey fingerprint: String) -> TrustRoot.Principal? {
        principalByFingerprint[fingerprint].map { principals[$0] }
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
}

extension TrustRoot.Principal {
    /// True when a grant covers the system; a grant without systems covers all.
    package func holds(_ role: String, system: String) -> Bool {
        roles.contains { $0.role.value == role && ($0.systems.isEmpty || $0.systems.contains(system)) }
    }
}
