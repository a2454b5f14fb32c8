import PlanModel
import Testing
import YAMLDocuments

/// The fixtures use every field, so a property of a typed document that stays nil or empty in all of them reads the
/// wrong key, or reads it as the wrong type.
@Suite struct ModelCoverageTests {
    @Test(arguments: DocumentKinds.all.map { $0.kind.name })
    func everyPropertyIsReadFromSomeFixture(_ kind: String) throws {
        var coverage = PropertyCoverage()
        for fixture in KindFixture.valid where fixture.kind == kind {
            coverage.visit(try fixture.document(), path: kind)
        }
        #expect(coverage.neverSet == [])
    }
}

/// Which properties of some values, by dotted path, held something.
private struct PropertyCoverage {
    private var set: Set<String> = []
    private var unset: Set<String> = []

    var neverSet: [String] { unset.subtracting(set).sorted() }

    mutating func visit(_ value: Any, path: String) {
        // Nodes lead back to their document, and located values are leaves here.
        if value is YAMLNode || value is Envelope { return }
        if String(describing: type(of: value)).hasPrefix("Located<") { return }
        if let fields = value as? Fields { return mark(fields.isPresent, path) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            mark(!mirror.children.isEmpty, path)
            for child in mirror.children { visit(child.value, path: path) }
        case .collection:
            mark(!mirror.children.isEmpty, path)
            for child in mirror.children { visit(child.value, path: path) }
        case .struct, .tuple:
            for child in mirror.children { visit(child.value, path: "\(path).\(child.label ?? "?")") }
        default:
            break
        }
    }

    private mutating func mark(_ isSet: Bool, _ path: String) {
        if isSet { set.insert(path) } else { unset.insert(path) }
    }
}
