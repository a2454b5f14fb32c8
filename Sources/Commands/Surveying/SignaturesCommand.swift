package import ArgumentParser
import GitObjects
import Releases
import Reports
import SignatureSurvey
import SourceText

package struct SignaturesCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "signatures",
        abstract: "Check every signature in a history: which key made it, whether it is good, and whose key it is.",
        discussion: """
            Works on any repository; no project file is needed, and no setting of git is used. A signature is checked over \
            the bytes of the object as they are stored, by this program itself.

            An SSH signature brings its key along, so it can be checked without knowing anybody's keys; for OpenPGP the \
            certificates must be given. Names come from the trust root, if the history has one, and from the files that \
            you give.

            Examples:
              imprimatur signatures                      all commits that HEAD reaches
              imprimatur signatures v1.0..HEAD --tags    the commits since v1.0, and all tags
              imprimatur signatures main --allowed-signers ~/.ssh/allowed_signers
              gpg --export > team.gpg && imprimatur signatures --openpgp-keys team.gpg

            Exit codes: 0 all signatures are good (unsigned objects are counted, and fail nothing), 1 one is bad, 3 one \
            could not be decided.
            """)

    @Argument(help: ArgumentHelp("Commits as A..B, or a revision with all its history.", valueName: "range"))
    var range: String?

    @Flag(help: "Check the repository's annotated tags too; without a range, only them and what HEAD reaches.")
    var tags = false

    @Option(
        name: .customLong("openpgp-keys"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files of OpenPGP certificates, as `gpg --export` writes them. A range stands before this option.",
            valueName: "file"))
    var openPGPKeys: [String] = []

    @Option(
        name: .customLong("allowed-signers"),
        help: ArgumentHelp("A file of SSH keys and whose they are (ssh-keygen(1), ALLOWED SIGNERS).", valueName: "file")
    )
    var allowedSigners: String?

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let subject = range ?? "HEAD"
        let (tips, excluded) = try commits(subject, in: repository.git)
        var sources = KeySources(session)
        if let tip = tips.first { sources.addTrustRoot(at: tip, in: repository) }
        if let allowedSigners { try sources.addAllowedSigners(allowedSigners) }
        for file in openPGPKeys { try sources.addOpenPGPKeys(file) }

        let survey = SignatureSurvey(repository.git, keys: sources.keys)
        var writer = SignaturesWriter(session, subject: subject)
        return try session.stream { stream in
            try writer.open(stream)
            if tags { try survey.tags { try writer.add($0, stream) } }
            try survey.commits(reachableFrom: tips, excluding: excluded) { try writer.add($0, stream) }
            try writer.close(stream, notes: sources.notes)
            return writer.status
        }
    }

    /// A repository without any commit has tags at most.
    private func commits(
        _ subject: String, in repository: Repository
    ) throws -> (tips: [ObjectID], excluded: [ObjectID]) {
        if range == nil, repository.head == nil { return ([], []) }
        guard subject.contains("..") else { return ([try RevisionName.commit(subject, in: repository)], []) }
        let (base, head) = try RevisionName.commits(of: subject, in: repository)
        return ([head], [base])
    }
}

/// The report, in the format that was asked for, as it grows.
private struct SignaturesWriter {
    private let session: Session
    private let subject: String
    private let isJSON: Bool
    private var report: SignaturesReport
    private var isFirst = true

    init(_ session: Session, subject: String) {
        self.session = session
        self.subject = subject
        isJSON = session.options.format == .json
        report = SignaturesReport(style: session.style, now: session.now.secondsSince1970)
    }

    func open(_ stream: borrowing ResultStream) throws {
        if isJSON { try stream.write(SignaturesReport.jsonOpening(subject: subject)) }
    }

    mutating func add(_ object: SurveyedObject, _ stream: borrowing ResultStream) throws {
        report.count(object)
        try stream.write(isJSON ? SignaturesReport.json(object, isFirst: isFirst) : report.text(object))
        isFirst = false
    }

    func close(_ stream: borrowing ResultStream, notes: [String]) throws {
        try stream.write(isJSON ? report.jsonClosing(notes: notes) : report.summary())
        if !isJSON { for note in notes { session.say("note: " + note) } }
    }

    /// A bad signature is worse than one that nobody could judge.
    var status: ExitStatus {
        if report.counts[.bad] != nil { return .refused }
        return report.counts[.undecided] != nil ? .undecided : .pass
    }
}
