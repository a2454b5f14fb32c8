import SourceText
package import YAMLDocuments

/// How large a change is, in numbers that a policy can bound: predetermined changes and conditions of overrides name
/// them. Counted exactly; what could not be counted has no number, and then counts as beyond every bound.
///
/// - `prompt.sentencesChanged`: sentences of all prompts that were added, removed, edited or moved.
/// - `prompt.wordsChanged`: words of all prompts that only one side has, or that stand in another place.
/// - `retrieval.documentsDelta`: by which fraction the number of documents behind an index went up or down, from the
///   `nfiles` of DVC; the largest of several, rounded up to a millionth.
/// - `<component>.<key>`, such as `inference.temperature`: the new value of a setting that changed. Unknown where it
///   changed in several places to several values, or to something that is no number.
package struct ChangeMeasures: Sendable {
    private let values: [String: DecimalNumber]
    /// Fields that something changed, whether or not a number could be given.
    private let touched: Set<String>
    /// False when some file could not be read, so that nothing is known of what it sets.
    private let isComplete: Bool

    init(values: [String: DecimalNumber], touched: Set<String>, isComplete: Bool) {
        self.values = values
        self.touched = touched
        self.isComplete = isComplete
    }

    init(of collector: ChangeCollector, prompts: PromptChangeCount) {
        var touched = collector.settingMeasures.touched
        if !prompts.isExact || prompts.sentences > 0 {
            touched.formUnion([PromptChangeCount.sentencesField, PromptChangeCount.wordsField])
        }
        self.init(
            values: collector.settingMeasures.values.merging(prompts.values) { $1 }, touched: touched,
            isComplete: !collector.changes.contains(where: \.hidesSettings))
    }

    /// Of a comparison that found nothing.
    static let none = ChangeMeasures(values: [:], touched: [], isComplete: true)

    /// Nil for a field that nothing changed, that is unknown, or that could not be computed.
    package subscript(_ field: String) -> DecimalNumber? {
        guard isComplete else { return nil }
        return values[field] ?? (Self.counts.contains(field) && !touched.contains(field) ? DecimalNumber(0) : nil)
    }

    /// True where it is certain that the comparison found no change of a setting, so that no bound on it is exceeded.
    package func isUnchanged(_ field: String) -> Bool { isComplete && !touched.contains(field) }

    /// Fields that say how much changed: 0 when nothing did.
    private static let counts: Set<String> = [
        PromptChangeCount.sentencesField, PromptChangeCount.wordsField, SettingMeasures.documentsField,
    ]
}

extension Change {
    /// True for a file whose settings were not read: one that cannot be, or that only one side has.
    fileprivate var hidesSettings: Bool {
        switch rule.extent {
        case .value: false
        case .wholeFile: category != .prompts
        case .unreadable: true
        }
    }
}
