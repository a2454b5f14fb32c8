import YAMLDocuments

/// The failures without those that only repeat another one, in the order of the document.
///
/// Several schemas can refuse one mistake: `allOf` parts that require the same key, or a key that is both unknown and,
/// rightly spelt, missing.
func withoutEchoes(_ failures: [SchemaFailure]) -> [SchemaFailure] {
    guard failures.count > 1 else { return failures }
    let facts = Facts(failures)
    var reported: Set<Echo> = []
    let kept = failures.filter { !facts.explains($0) && reported.insert(Echo($0)).inserted }
    // Stable: equal starts keep the order in which the schema speaks.
    return kept.enumerated()
        .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
        .map(\.element)
}

/// What two failures share when they are about one mistake.
private enum Echo: Hashable {
    case missingKey(InstancePath)
    case unknownKey(Range<Int>)
    /// All keywords about one scalar: it is wrong once.
    case scalar(InstancePath)
    case message(Range<Int>, String)

    init(_ failure: SchemaFailure) {
        switch failure.subject {
        case .missingKey: self = .missingKey(failure.path)
        case .unknownKey: self = .unknownKey(failure.range)
        case .value where failure.node.kind == .scalar: self = .scalar(failure.path)
        case .value, .missingOneOf: self = .message(failure.range, failure.message)
        }
    }
}

/// Mistakes that make others follow.
private struct Facts {
    private var wrongTypes: Set<InstancePath> = []
    private var wrongValues: Set<InstancePath> = []
    private var missingKeys: Set<InstancePath> = []
    /// The paths that misspelt keys would have, spelt as they were meant.
    private var misspeltKeys: Set<InstancePath> = []

    init(_ failures: [SchemaFailure]) {
        for failure in failures {
            switch failure.subject {
            case .value:
                wrongValues.insert(failure.path)
                if failure.keyword == "type" { wrongTypes.insert(failure.path) }
            case .missingKey: missingKeys.insert(failure.path)
            case .unknownKey(_, let meant?):
                misspeltKeys.insert(InstancePath(failure.path.elements.dropLast() + [.key(meant)]))
            case .unknownKey, .missingOneOf: break
            }
        }
    }

    /// True for a failure that would go away with another one.
    func explains(_ failure: SchemaFailure) -> Bool {
        if failure.conditions.contains(where: { wrongValues.contains($0) || missingKeys.contains($0) }) { return true }
        switch failure.subject {
        case .value: return failure.keyword != "type" && wrongTypes.contains(failure.path)
        case .missingKey: return misspeltKeys.contains(failure.path)
        case .missingOneOf(let names):
            return names.contains { name in
                let path = failure.path.appending(.key(name))
                return missingKeys.contains(path) || misspeltKeys.contains(path)
            }
        case .unknownKey: return false
        }
    }
}
