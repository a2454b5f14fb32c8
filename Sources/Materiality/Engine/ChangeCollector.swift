import ComponentFormats
import PlanModel
import SourceText

/// Takes edits to the rules, and keeps each change once.
struct ChangeCollector {
    let context: ComparisonContext
    private(set) var changes: [Change] = []
    private(set) var settingMeasures = SettingMeasures()
    private var seen: Set<String> = []
    /// Edits that give a model another name, for effects in other files.
    private(set) var modelEdits: [SettingEdit] = []

    init(_ context: ComparisonContext) { self.context = context }

    private static let families = ChangeCatalogue.families.compactMap { $0 as? any SettingRules.Type }

    mutating func add(_ edits: [SettingEdit]) {
        for edit in edits where edit.meaning != .derived && !edit.isEcho {
            settingMeasures.note(edit)
            if edit.meaning == .modelID || edit.meaning == .route { modelEdits.append(edit) }
            // The prompts are compared themselves.
            if edit.subject.category == .prompts, [.promptText, .promptReference].contains(edit.meaning) { continue }
            // Inputs are found by their names.
            if edit.meaning == .inputDeclaration, edit.action == .move { continue }
            if let claim = claim(edit) { add(edit.change(claim)) }
        }
    }

    /// The first family that knows what the value decides, else the family of its component.
    private func claim(_ edit: SettingEdit) -> Claim? {
        for family in Self.families {
            if let claim = family.claim(edit, in: context) { return claim }
        }
        // A rollback target that gives more back is known, and no change of the unit.
        if edit.meaning == .rollbackTarget || PlanRollbackTarget.isExplainedByKind(edit) { return nil }
        for family in Self.families {
            if let claim = family.fallback(edit) { return claim }
        }
        return nil
    }

    /// A partial that two prompts share is one edit, whichever prompt it is found through.
    mutating func add(_ change: Change) {
        let places = [change.old, change.new].map { side in
            side.map { "\($0.location.path ?? "") \($0.location.firstByte) \($0.value)" } ?? "-"
        }
        let key = ([change.rule.id.rawValue, change.field ?? ""] + places).joined(separator: "\u{0}")
        let isPlaced = change.old != nil || change.new != nil
        if isPlaced, !seen.insert(key).inserted { return }
        changes.append(change)
    }

    func mentions(_ path: String) -> Bool {
        changes.contains { change in
            change.path == path || change.old?.location.path == path || change.new?.location.path == path
        }
    }

    func has(_ rule: ChangeRule, subject: String) -> Bool {
        changes.contains { $0.rule.id == rule.id && $0.subject == subject }
    }

    /// A plan that only one side has cannot be compared, which must not look like no change.
    mutating func addMissingPlan() {
        let (old, new) = (context.base.plan, context.head.plan)
        guard (old == nil) != (new == nil), let known = new ?? old else { return }
        let side = ChangeSide(known.name, at: known.envelope.location)
        add(
            Change(
                Claim(
                    PlanChangeRules.changed,
                    new == nil
                        ? "The plan that the release follows cannot be found." : "There was no plan to compare with."),
                Subject(category: .plan, id: known.name), field: nil, path: known.envelope.source.path,
                action: new == nil ? .remove : .add, old: old == nil ? nil : side, new: new == nil ? nil : side))
    }
}

extension Location {
    /// Where the span starts; lines and columns would have to be counted from the start of the file.
    fileprivate var firstByte: Int {
        if case .span(_, let range) = self { range.lowerBound } else { -1 }
    }
}

/// The order of a report: what weighs most first.
enum ChangeOrder {
    static func sorted(_ changes: [Change]) -> [Change] {
        changes.enumerated().map { (key: Key($0.element, turn: $0.offset), change: $0.element) }
            .sorted { $0.key < $1.key }.map(\.change)
    }

    private struct Key: Comparable {
        let changeClass: MaterialityClass
        let category: Int
        let path: String
        let firstByte: Int
        let rule: RuleID
        let turn: Int

        init(_ change: Change, turn: Int) {
            changeClass = change.changeClass
            category = ChangeCategory.allCases.firstIndex(of: change.category) ?? 0
            path = change.path
            firstByte = (change.new ?? change.old)?.location.firstByte ?? -1
            rule = change.rule.id
            self.turn = turn
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.changeClass != right.changeClass { return left.changeClass > right.changeClass }
            return (left.category, left.path, left.firstByte, left.rule, left.turn)
                < (right.category, right.path, right.firstByte, right.rule, right.turn)
        }
    }
}
