import Approvals
package import ArgumentParser
import GitObjects
import PackageContents
import PlanModel
package import Reports
import Scaffolding
import Signatures
import Snapshots
import SourceText

package struct InitCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set up plans, trust root, policy, a first system, hooks and CI in this repository.",
        discussion: """
            Writes new files only, and sets the trust pin and the hooks of this clone. You need git commits signed with an \
            SSH key (git config gpg.format ssh; git config user.signingKey ~/.ssh/id_ed25519.pub). Example:

              git init -b main && imprimatur init --tier low --system helpdesk-bot
            """)

    @Option(help: ArgumentHelp("How much harm the system can do.", valueName: "low|medium|high"))
    var tier: Tier = .low

    @Option(help: ArgumentHelp("The first system's name. Default: the folder's.", valueName: "name"))
    var system: String?

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    enum Tier: String, ExpressibleByArgument, CaseIterable { case low, medium, high }

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openRepository()
        guard let root = repository.worktree else { throw GitError.noWorktree }
        let request = try request(session, repository: repository, root: root)
        let files = Scaffold.files(for: request)
        let writer = FileWriter(session: session, root: root)
        let present = files.filter { $0.ifPresent == .refuse && FileWriter.exists(root + $0.path) }.map(\.path)
        guard present.isEmpty else {
            throw CommandFailure(
                .refused,
                "nothing was written, because these files are there already: \(present.joined(separator: ", "))",
                mend: "Move them away, or run init in a repository that is not governed yet.")
        }
        for file in files where file.ifPresent != .replace {
            guard try writer.writeIfAbsent(file.path, file.text, isExecutable: file.isExecutable) else { continue }
            session.context.output("wrote \(file.path)\n")
        }
        for file in files where file.ifPresent == .replace { _ = try writer.writeIfDifferent(file.path, file.text) }
        session.context.output("wrote \(SchemaFolder.path)/, for editors\n")
        try pin(files, session: session, root: root)
        do { try HookInstaller(session: session, root: root).install() } catch let failure as CommandFailure {
            session.say("The hooks were not installed: \(failure.message). \(failure.mend)")
        }
        session.context.output(
            """

            Next:
              1. Read systems/\(request.system)/system.yaml and release.yaml, and say what your system really is.
              2. imprimatur check
              3. git add -A && git commit -S -m "Govern \(request.system)"
              4. imprimatur release \(request.system)

            """)
        return .pass
    }

    /// The trust root is trusted here because its author is at the keyboard; other clones are told the digest.
    private func pin(_ files: [ScaffoldedFile], session: Session, root: String) throws {
        guard let trustRoot = files.first(where: { $0.path == "\(TrustRoot.folder)/1.yaml" }) else { return }
        let digest = ContentDigest.document("trust", Array(trustRoot.text.utf8))
        let git = GitProcess(in: session.context, directory: root)
        guard git.run(["config", TrustPin.configurationKey, "sha256:\(digest)"]).succeeded else {
            throw CommandFailure(
                .undecided, "git config could not be written",
                mend: "Run `git config \(TrustPin.configurationKey) sha256:\(digest)`.")
        }
        session.context.output("pinned the trust root of this clone: sha256:\(digest)\n")
    }

    private func request(_ session: Session, repository: Repository, root: String) throws -> ScaffoldRequest {
        let git = GitProcess(in: session.context, directory: root)
        guard let name = git.configuration("user.name"), let email = git.configuration("user.email") else {
            throw CommandFailure(
                .usage, "git does not know who you are",
                mend: "Run `git config --global user.name …` and `git config --global user.email …`.")
        }
        guard let setting = git.configuration("user.signingKey", type: "path") ?? git.configuration("user.signingKey"),
            git.configuration("gpg.format") == "ssh", let line = OwnIdentity.publicKeyLine(setting),
            let key = try? SigningKey(openSSHPublicKey: line)
        else {
            throw CommandFailure(
                .usage, "git does not sign with an SSH key yet, so there is no key to put into the trust root",
                mend: "Run `git config --global gpg.format ssh`, `git config --global user.signingKey "
                    + "~/.ssh/id_ed25519.pub` and `git config --global commit.gpgsign true`.")
        }
        let folder = root.split(separator: "/").last.map(String.init) ?? "assistant"
        let label = try systemLabel(folder)
        let branch = repository.headBranch.map { String($0.trimmingPrefix("refs/heads/")) } ?? "main"
        return ScaffoldRequest(
            tier: RiskTier(rawValue: tier.rawValue) ?? .low, system: label,
            principal: Self.label(name) ?? "me", personName: name, email: email,
            publicKey: line.split(separator: " ").prefix(2).joined(separator: " "), fingerprint: key.fingerprint,
            protectedBranch: branch, now: session.now)
    }

    private func systemLabel(_ folder: String) throws -> String {
        if let system {
            guard Self.label(system) == system else {
                throw CommandFailure(
                    .usage, "\"\(system)\" cannot be a system's name",
                    mend: "Use lower-case letters, digits and hyphens, at most 63, for example helpdesk-bot.")
            }
            return system
        }
        return Self.label(folder) ?? "assistant"
    }

    /// The RFC 1123 label that a name comes closest to.
    private static func label(_ text: String) -> String? {
        let allowed = text.lowercased().utf8.map { byte -> UInt8 in
            (48...57).contains(byte) || (97...122).contains(byte) ? byte : UInt8(ascii: "-")
        }
        let parts = allowed.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }
        let label = String(parts.joined(separator: "-").prefix(63))
        return label.isEmpty ? nil : label
    }
}
