import PlanModel
import SourceText
import YAMLDocuments

/// Gives changes the class that the organisation's policy wants.
struct PolicyOverrides {
    private let overrides: [MaterialityPolicy.Override]
    private let defaultClass: MaterialityClass?
    private let measures: ChangeMeasures

    /// - Parameter measures: of the whole comparison, for the conditions under `when`.
    init(_ policy: MaterialityPolicy?, _ measures: ChangeMeasures) {
        self.measures = measures
        overrides = policy?.overrides ?? []
        defaultClass = (policy?.defaultClass?.value).flatMap(MaterialityClass.init)
    }

    func apply(_ change: Change) -> Change {
        let builtIn = builtInClass(of: change)
        let matching = overrides.filter { override in
            guard matches(override, change) else { return false }
            // What cannot be measured may be anything: such a condition raises, and never lowers.
            return conditionsHold(of: override) ?? (changeClass(override).map { $0 > builtIn } ?? false)
        }
        // The most specific override counts; of two equally specific ones the stricter.
        let best = matching.max { left, right in
            let (one, other) = (specificity(left), specificity(right))
            return one != other ? one < other : changeClass(left) < changeClass(right)
        }
        guard let best, let wanted = changeClass(best) else {
            return Change(change, changeClass: builtIn, builtInClass: builtIn, override: nil)
        }
        let location = best.changeClass?.location ?? best.fields.location
        return Change(
            change, changeClass: wanted, builtInClass: builtIn,
            override: Change.Override(why: best.why?.value ?? "", location: location))
    }

    /// The policy's default is for changes that no rule knows. What cannot be read stays at least material.
    private func builtInClass(of change: Change) -> MaterialityClass {
        guard change.rule.isFallback, let defaultClass else { return change.changeClass }
        return change.rule.extent == .unreadable ? max(.material, defaultClass) : defaultClass
    }

    private func changeClass(_ override: MaterialityPolicy.Override) -> MaterialityClass? {
        override.changeClass.flatMap { MaterialityClass(rawValue: $0.value) }
    }

    private func matches(_ override: MaterialityPolicy.Override, _ change: Change) -> Bool {
        // An override that names nothing would be a policy for everything; the schema refuses it too.
        guard override.id != nil || override.component != nil || override.path != nil else { return false }
        if let id = override.id, id.value != change.rule.id.rawValue { return false }
        if let component = override.component, component.value != change.category.rawValue { return false }
        if let kind = override.change, !isKind(kind.value, of: change) { return false }
        if let path = override.path {
            let pattern = PathPattern(path.value)
            let paths = [change.path, change.old?.location.path, change.new?.location.path].compactMap { $0 }
            guard paths.contains(where: pattern.matches) else { return false }
        }
        return changeClass(override) != nil
    }

    /// Whether everything under `when` holds; nil when that cannot be told. A field that nothing changed meets no
    /// condition.
    private func conditionsHold(of override: MaterialityPolicy.Override) -> Bool? {
        // One that is no mapping, and so no condition that anybody could read.
        let isReadable = override.conditions.count == (override.fields.raw("when").map { max($0.items.count, 1) } ?? 0)
        var isKnown = isReadable
        for condition in override.conditions {
            let field = condition.path?.value ?? ""
            let measured = measures[field]
            if measured == nil, measures.isUnchanged(field) { return false }
            switch condition.holds(measured) {
            case true?: break
            case false?: return false
            case nil: isKnown = false
            }
        }
        return isKnown ? true : nil
    }

    private func isKind(_ kind: String, of change: Change) -> Bool {
        switch kind {
        case "loosen": change.direction == .loosened
        case "tighten": change.direction == .tightened
        default: change.action.rawValue == kind
        }
    }

    private func specificity(_ override: MaterialityPolicy.Override) -> Int {
        (override.id == nil ? 0 : 8) + (override.path == nil ? 0 : 4) + (override.component == nil ? 0 : 2)
            + (override.change == nil ? 0 : 1) + (override.conditions.isEmpty ? 0 : 1)
    }
}

private func < (left: MaterialityClass?, right: MaterialityClass?) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left < right
    case (nil, _?): true
    default: false
    }
}
