import Approvals
import DiskFiles
import FileValidation
import FindingPolicy
import GitObjects
import Releases
import Reports
import SchemaValidation
import Snapshots
import SourceText

/// An error as a person reads it: what went wrong, what to do, and what the exit code says.
struct CommandFailure: Error {
    let status: ExitStatus
    /// Stable word for programs; `undecided` where the error has none of its own.
    let code: String
    let message: String
    let mend: String
    /// The file that is to blame, and where in it; nil where no file is.
    let location: Location?
    /// What went wrong besides, such as a schema's other mistakes.
    private(set) var further: [CommandFailure] = []

    init(
        _ status: ExitStatus, code: String = "undecided", _ message: String, mend: String, at location: Location? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.mend = mend
        self.location = location
    }

    /// A schema that somebody gave is wrong: no document can be judged by it.
    init(schema errors: SchemaErrors) {
        self.init(.undecided, errors.message, mend: errors.mend, at: errors.location)
        further = errors.others.map { CommandFailure(.undecided, $0.message, mend: $0.mend, at: $0.location) }
    }

    static func cannotWrite(_ format: OutputFormat, only formats: [OutputFormat]) -> CommandFailure {
        let words = formats.map { "--format \($0.rawValue)" }
        let list = words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
        return CommandFailure(.usage, "this command does not write \(format.rawValue)", mend: "Use \(list).")
    }

    /// Every error that the modules throw means *could not decide*, unless it is the command line that is wrong.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as GitError:
            self.init(error.isRefusal ? .refused : .undecided, code: error.code, error.message, mend: error.mend)
        case let error as SnapshotError:
            self.init(.undecided, code: error.code, error.message, mend: error.mend, at: error.location)
        case let error as DiskError: self.init(.undecided, error.message, mend: error.mend)
        case let error as Baseline.Refusal:
            self.init(.undecided, error.message, mend: error.mend, at: error.location)
        case let error as UnreadableSchema:
            self.init(.undecided, error.message, mend: error.mend, at: error.location)
        case let error as ReleaseError: self.init(.undecided, code: error.code, error.message, mend: error.mend)
        case let error as TrustFailure:
            self.init(error.isRefusal ? .refused : .undecided, code: error.code, error.message, mend: error.mend)
        case let error as TrustPinError:
            self.init(.usage, error.message, mend: "Give one pin, as `sha256:` and 64 hexadecimal digits.")
        case let error as SchemaErrors:
            self.init(
                .undecided, "a built-in schema is defective: \(error)", mend: "Report this as a defect of imprimatur.")
        default:
            self.init(.undecided, "\(error)", mend: "Report this as a defect of imprimatur, with the command line.")
        }
    }
}

extension CommandFailure {
    /// In place of the report that the command could not give; nil for wrong usage, which no report answers.
    var report: String? {
        guard status == .refused || status == .undecided else { return nil }
        let reasons = ([self] + further).map {
            ReleaseEvaluation.Reason(code: $0.code, message: $0.message, mend: $0.mend)
        }
        return try? FailureReport(status == .refused ? .fail : .incomplete, reasons: reasons).json()
    }
}
