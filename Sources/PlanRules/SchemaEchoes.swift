import PlanModel
import SourceText

/// One mistake, one finding: where the schema and a rule speak of the same field, the rule's words are kept for
/// something missing, and the schema's for something of the wrong shape.
struct SchemaEchoes {
    private let missing: Set<Place>
    private let misshapen: Set<Place>

    private struct Place: Hashable {
        let path: String
        let field: String

        init?(_ location: Location, _ field: String?) {
            guard let path = location.path, let field else { return nil }
            self.path = path
            self.field = field
        }
    }

    init(_ snapshot: Snapshot) {
        func places(_ kind: DocumentProblem.Kind) -> Set<Place> {
            Set(snapshot.problems.filter { $0.kind == kind }.compactMap { Place($0.location, $0.field) })
        }
        missing = places(.schemaMissing)
        misshapen = places(.schema)
    }

    func removed(from findings: [Finding]) -> [Finding] {
        let schemaRule = SchemaViolated.description.id
        let semantic = Set(findings.filter { $0.rule != schemaRule }.compactMap { Place($0.location, $0.field) })
        return findings.filter { finding in
            guard let place = Place(finding.location, finding.field) else { return true }
            if finding.rule == schemaRule { return !(missing.contains(place) && semantic.contains(place)) }
            return !misshapen.contains(place)
        }
    }
}
