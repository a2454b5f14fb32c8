import DiskFiles
import GitObjects
import Materiality
import PlanModel
import Releases
import Reports
import Snapshots
import SourceText

/// What git hands to an external diff driver (git, "diff.<driver>.command"; gitattributes(5), "Defining an external
/// diff driver"): `path old-file old-hex old-mode new-file new-hex new-mode`, of a rename also the new path and its
/// header lines; of an unmerged file the path alone.
struct GitDiffDriver {
    private struct Side {
        let path: String
        /// Nil where the file is not there.
        let bytes: [UInt8]?
        let mode: String
    }

    private let session: Session
    private let old: Side
    private let new: Side

    /// - Throws: a usage failure for anything but the arguments of git.
    init(_ arguments: [String], in session: Session) throws {
        guard arguments.count == 7 || arguments.count == 9 else {
            throw CommandFailure(
                .usage, "--as-git-driver takes the seven or nine arguments that git gives to a diff driver",
                mend: "Let git run it: git config diff.imprimatur.command \"imprimatur diff --as-git-driver --\"")
        }
        func side(_ path: String, file: String, mode: String) throws -> Side {
            let bytes = file == "/dev/null" ? nil : try session.read(file).bytes
            return Side(path: path, bytes: bytes, mode: mode)
        }
        self.session = session
        old = try side(arguments[0], file: arguments[1], mode: arguments[3])
        new = try side(arguments.count == 9 ? arguments[7] : arguments[0], file: arguments[4], mode: arguments[6])
    }

    /// The header that git would print, then the changes of the file as the rules see them; where no rule has a say,
    /// its differing lines.
    func text(_ style: TextStyle) throws -> String {
        var report = FileDifferenceReport(oldPath: old.path, newPath: new.path)
        if old.bytes == new.bytes {
            report.remark = "Same bytes\(old.mode == new.mode ? "" : ", mode \(old.mode) → \(new.mode)")"
            return report.text(style)
        }
        do {
            report.systems = try differences()
        } catch {
            // A diff has to show something: git gives up altogether when its driver does.
            report.remark = "Not judged: \(CommandFailure(error).message)"
        }
        if report.systems.isEmpty {
            report.lines = try LinePatch.unified(old.bytes ?? [], new.bytes ?? []) ?? "Binary files differ."
        }
        return report.text(style)
    }

    /// The file's changes in each system that ships it. Everything else is as the files on disk (in a bare repository:
    /// `HEAD`) have it, because git does not tell a driver which commits it compares.
    private func differences() throws -> [(system: String, changes: [Change])] {
        let repository = try session.openGovernedRepository()
        let around =
            repository.git.worktree == nil
            ? try repository.snapshot(RevisionName.commit("HEAD", in: repository.git))
            : try repository.loader.worktree()
        func snapshot(with side: Side, without other: Side) throws -> Snapshot {
            let files = around.files.replacing(other.path, with: nil).replacing(side.path, with: side.bytes)
            return try SnapshotLoader.snapshot(of: files, label: around.label)
        }
        let (base, head) = (try snapshot(with: old, without: new), try snapshot(with: new, without: old))
        let names = Set(SystemUnit.names(in: base)).intersection(SystemUnit.names(in: head)).sorted()
        if names.isEmpty { throw ReleaseError.noSystems }
        return try names.compactMap { name in
            let changes = try SystemComparison(name, from: base, to: head).comparison?.changes ?? []
            return changes.isEmpty ? nil : (name, changes)
        }
    }
}
