import Approvals
import DiskFiles
import PlanModel
import Signatures

/// Which principal of the trust root is at the keyboard, going by the key that their git signs with.
struct OwnIdentity {
    let principal: TrustRoot.Principal

    init(_ session: Session, roster: Roster) throws {
        let git = session.git
        if let fingerprint = Self.signingKey(git)?.fingerprint {
            guard let principal = roster.principal(ofKey: fingerprint) else {
                throw CommandFailure(
                    .refused, "your signing key \(fingerprint) is not in the trust root",
                    mend:
                        "Sign with a key that governance/trust lists for you (git config user.signingKey), or have a new "
                        + "trust root version list this one.")
            }
            self.principal = principal
            return
        }
        let email = git.configuration("user.email") ?? ""
        guard let principal = roster.principal(withEmail: email) else {
            throw CommandFailure(
                .refused, "nobody in the trust root signs with your key or has the e-mail \"\(email)\"",
                mend: "Set git config user.signingKey to a key that governance/trust lists for you.")
        }
        self.principal = principal
    }

    /// The public key behind `user.signingKey`, where git is set to sign with SSH keys. Nil when it cannot be told.
    static func signingKey(_ git: GitProcess) -> SigningKey? {
        guard git.configuration("gpg.format") == "ssh",
            let setting = git.configuration("user.signingKey", type: "path") ?? git.configuration("user.signingKey")
        else { return nil }
        return publicKeyLine(setting).flatMap { try? SigningKey(openSSHPublicKey: $0) }
    }

    /// git accepts a literal key (with or without `key::`), a public key's file, or a private key's (gitconfig(5)).
    static func publicKeyLine(_ setting: String) -> String? {
        if setting.hasPrefix("key::") { return String(setting.dropFirst("key::".count)) }
        if setting.hasPrefix("ssh-") || setting.hasPrefix("ecdsa-") || setting.hasPrefix("sk-") { return setting }
        for path in setting.hasSuffix(".pub") ? [setting] : [setting + ".pub", setting] {
            guard let bytes = try? DiskFile.read(path, name: path) else { continue }
            let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            if line.contains(" "), !line.hasPrefix("-----BEGIN") { return line }
        }
        return nil
    }
}
