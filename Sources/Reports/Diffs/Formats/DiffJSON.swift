import Materiality
import SourceText

/// For programs: `schemas/v1/output/diff.schema.json`.
package enum DiffJSON: DiffReportFormat {
    package static let name = OutputFormat.json

    package static func write(_ report: DiffReport, _ style: TextStyle) throws -> String { try report.json() }
}

extension DiffReport {
    package func json() throws -> String {
        try JSONText.of(
            Output(
                base: base, head: head, baseCommit: objects.base.commit, headCommit: objects.head.commit,
                systems: systems.map { System($0, objects) }, unchangedSystems: unchangedSystems,
                notes: notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/diff/v1"
        let base: String
        let head: String
        let baseCommit: String?
        let headCommit: String?
        let systems: [System]
        let unchangedSystems: [String]
        let notes: [ReasonJSON]
    }

    private struct System: Encodable {
        let system: String
        let baseVersion: String?
        let headVersion: String?
        let `class`: String
        let builtInClass: String?
        let substantialModification: Bool?
        let counts: ClassCountsJSON
        let matrix: [MatrixRow]
        let hiddenChanges: Int?
        let changes: [ChangeJSON]
        let files: [File]
        let gates: [String]
        let approvals: [String]
        let cumulative: CumulativeJSON?

        init(_ difference: SystemDifference, _ objects: ComparedObjects) {
            let matrix = ChangeMatrix(difference.changes)
            system = difference.system
            baseVersion = difference.baseVersion
            headVersion = difference.headVersion
            `class` = difference.changeClass
            builtInClass = difference.comparison?.builtInClass.rawValue
            substantialModification = difference.comparison?.isSubstantialModification == true ? true : nil
            counts = ClassCountsJSON(matrix.totals)
            self.matrix = matrix.rows.map { row in
                MatrixRow(category: row.category.rawValue, counts: ClassCountsJSON(row.counts))
            }
            hiddenChanges = difference.shownCategories.map { _ in difference.hiddenChangeCount }
            changes = difference.changes.map(ChangeJSON.init)
            files = difference.files.map { File($0, objects) }
            gates = difference.gates
            approvals = difference.approvals
            cumulative = difference.cumulative.map(CumulativeJSON.init)
        }
    }

    private struct MatrixRow: Encodable {
        let category: String
        let counts: ClassCountsJSON
    }

    private struct File: Encodable {
        let category: String
        let subject: String
        let old: Side?
        let new: Side?

        struct Side: Encodable {
            let path: String
            let bytes: Int
            let object: String?
        }

        init(_ file: ComparedFile, _ objects: ComparedObjects) {
            category = file.category.rawValue
            subject = file.subject
            old = file.old.map {
                Side(path: $0.path, bytes: $0.bytes.count, object: objects.base.blobs[$0.path])
            }
            new = file.new.map {
                Side(path: $0.path, bytes: $0.bytes.count, object: objects.head.blobs[$0.path])
            }
        }
    }
}
