import Approvals
import DiskFiles
import GitObjects
import Releases
import Reports
import Snapshots
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One run of a command: its context and common options, and what follows from them.
package struct Session {
    let context: CommandContext
    let options: CommonOptions
    /// The only clock.
    let now: Timestamp
    /// Absolute path of the folder to work in.
    let directory: String

    init(context: CommandContext, options: CommonOptions) throws {
        self.context = context
        self.options = options
        if let text = options.now {
            guard let time = Timestamp(rfc3339: text) else {
                throw CommandFailure(
                    .usage, "--now \"\(text)\" is not an RFC 3339 time", mend: "Write it as 2026-08-30T10:00:00Z.")
            }
            now = time
        } else {
            now = context.clock
        }
        directory =
            options.directory.map { $0.hasPrefix("/") ? $0 : context.workingDirectory + "/" + $0 }
            ?? context.workingDirectory
        if let named = options.directory, !DiskEntry.isFolder(directory) {
            throw CommandFailure(.usage, "-C \(named): there is no such folder", mend: "Name a folder that is there.")
        }
    }

    /// A path of the command line, absolute.
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : directory + "/" + path }

    func file(_ path: String) -> FoundFiles.File { FoundFiles.File(name: path, path: absolute(path)) }

    /// Reads a file that the command line names.
    func read(_ path: String) throws(DiskError) -> SourceFile {
        SourceFile(path: path, bytes: try DiskFile.read(absolute(path), name: path))
    }

    // MARK: The repository

    /// Opens the repository that holds the working folder, or the one that git's variables name.
    func openRepository() throws -> Repository {
        try Repository(
            holding: directory,
            environment: Repository.Environment(
                gitDirectory: context.variables["GIT_DIR"], worktree: context.variables["GIT_WORK_TREE"],
                indexFile: context.variables["GIT_INDEX_FILE"]))
    }

    func openGovernedRepository() throws -> GovernedRepository {
        let git = try openRepository()
        let pin = try TrustPin.combine(
            option: options.trustRoot, environment: context.variables["IMPRIMATUR_TRUST_ROOT"],
            configuration: git.localConfiguration(TrustPin.configurationKey))
        return GovernedRepository(git, pin: pin, protectedOverride: options.protectedRef, now: now)
    }

    /// The person's own git, in the folder to work in.
    var git: GitProcess { GitProcess(in: context, directory: directory) }

    // MARK: Output

    var style: TextStyle {
        let wantsColour =
            switch options.color {
            case .always: true
            case .never: false
            case .auto:
                context.isOutputTerminal && options.output == nil && (context.variables["NO_COLOR"] ?? "").isEmpty
                    && context.variables["TERM"] != "dumb"
            }
        let locale = context.variables["LC_ALL"] ?? context.variables["LC_CTYPE"] ?? context.variables["LANG"] ?? ""
        let isUnicode = locale.lowercased().contains("utf")
        // Narrower than this nothing is readable, however it is broken.
        let width = options.output == nil && context.isOutputTerminal ? context.outputColumns.map { max(40, $0) } : nil
        return TextStyle(color: wantsColour, unicode: isUnicode, width: width)
    }

    /// Prints a result in the format that was asked for.
    ///
    /// - Parameter writers: the formats that there are for this result; the others were refused before the command ran.
    func print(_ writers: KeyValuePairs<OutputFormat, () throws -> String>) throws {
        guard let write = writers.first(where: { $0.key == options.format })?.value else {
            throw CommandFailure.cannotWrite(options.format, only: writers.map(\.key))
        }
        try put(write())
    }

    /// Prints a result that has the two formats which every command has.
    func print(text: @autoclosure () -> String, json: @autoclosure () throws -> String) throws {
        try withoutActuallyEscaping(text) { text in
            try withoutActuallyEscaping(json) { json in try print([.text: text, .json: json]) }
        }
    }

    /// Prints what was found, in any of the formats that there are for findings.
    ///
    /// - Parameter isConcise: of text, one line for each finding.
    func print(_ report: CheckReport, isConcise: Bool = false) throws {
        if options.format == .text { return try put(report.text(style, isConcise: isConcise)) }
        guard let format = CheckReport.formats.first(where: { $0.name == options.format }) else {
            throw CommandFailure.cannotWrite(options.format, only: CheckReport.formats.map { $0.name })
        }
        try put(format.write(report, style))
    }

    /// Prints what changed, in any of the formats that there are for differences.
    func print(_ report: DiffReport) throws {
        guard let format = DiffReport.formats.first(where: { $0.name == options.format }) else {
            throw CommandFailure.cannotWrite(options.format, only: DiffReport.formats.map { $0.name })
        }
        try put(format.write(report, style))
    }

    /// Writes a result where it was asked for.
    private func put(_ result: String) throws {
        if let path = options.output {
            try write(result, to: path.hasPrefix("/") ? path : context.workingDirectory + "/" + path)
        } else {
            context.output(result.hasSuffix("\n") ? result : result + "\n")
        }
    }

    /// A line for people, beside the result.
    func say(_ line: String) {
        if !options.quiet { context.diagnostics(line + "\n") }
    }

    /// Writes a file as a whole or not at all: into a neighbour first, then renamed.
    func write(_ text: String, to path: String, isExecutable: Bool = false) throws {
        let temporary = path + ".imprimatur-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isExecutable ? 0o755 : 0o644)
        guard descriptor >= 0 else { throw Self.writeFailure(path) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                close(descriptor)
                unlink(temporary)
                throw Self.writeFailure(path)
            }
            bytes = bytes.dropFirst(count)
        }
        close(descriptor)
        guard rename(temporary, path) == 0 else {
            unlink(temporary)
            throw Self.writeFailure(path)
        }
    }

    static func writeFailure(_ path: String) -> CommandFailure {
        CommandFailure(
            .undecided, "\(path) cannot be written: \(String(cString: strerror(errno)))",
            mend: "Check that the folder is there and that you may write to it.")
    }
}
