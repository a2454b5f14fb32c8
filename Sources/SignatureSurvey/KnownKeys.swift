package import Signatures

/// The keys that somebody named, and whose they are.
package struct KnownKeys: Sendable {
    package private(set) var keys = TrustedKeys()
    private var owners: [String: KeyOwner] = [:]

    package init() {}

    /// Keys of a trust root come first: a name that an allowed signer's line gives the same key is not asked for.
    package mutating func add(
        _ more: TrustedKeys, owner: (_ fingerprint: String) -> KeyOwner?
    ) {
        for fingerprint in more.ssh.map(\.fingerprint) + more.openPGP.map(\.fingerprint)
        where owners[fingerprint] == nil {
            owners[fingerprint] = owner(fingerprint)
        }
        keys = TrustedKeys(ssh: keys.ssh + more.ssh, openPGP: keys.openPGP + more.openPGP)
    }

    func owner(_ fingerprint: String) -> KeyOwner? { owners[fingerprint] }
}
