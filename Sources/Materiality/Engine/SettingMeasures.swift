import ComponentFormats
import YAMLDocuments

/// Collects the numbers of changed settings, by `<component>.<key>`.
struct SettingMeasures {
    static let documentsField = "retrieval.documentsDelta"

    private(set) var values: [String: DecimalNumber] = [:]
    private(set) var touched: Set<String> = []

    mutating func note(_ edit: SettingEdit) {
        guard edit.meaning != .note, edit.meaning != .derived else { return }
        let prefix = Self.prefix(of: edit)
        if let key = edit.path.lastKey { note(edit.new, edit.old, key: key, prefix) }
        if edit.subject.category == .retrieval { noteDocuments(edit) }
    }

    /// The component by the meaning's name, so that a temperature is `inference.temperature` wherever it stands.
    private static func prefix(of edit: SettingEdit) -> Substring {
        let name = edit.meaning.rawValue
        if name.contains(".") { return name.prefix { $0 != "." } }
        switch edit.subject.category {
        case .prompts: return "prompt"
        case .guardrails: return "guardrail"
        case .tools: return "tool"
        default: return edit.subject.category.rawValue[...]
        }
    }

    /// Every number in what changed, also where a whole mapping came or went.
    private mutating func note(_ new: YAMLNode?, _ old: YAMLNode?, key: String, _ prefix: Substring) {
        guard let present = new ?? old else { return }
        switch present.kind {
        case .scalar: set(new?.decimal, for: "\(prefix).\(key)")
        case .sequence:
            for item in present.items { note(new == nil ? nil : item, item, key: key, prefix) }
        case .mapping:
            for entry in present.entries {
                note(new == nil ? nil : entry.value, entry.value, key: entry.key.text, prefix)
            }
        }
    }

    private mutating func set(_ value: DecimalNumber?, for field: String) {
        let isFirst = touched.insert(field).inserted
        values[field] = isFirst || values[field] == value ? value : nil
    }

    // MARK: Documents behind an index

    private mutating func noteDocuments(_ edit: SettingEdit) {
        guard [.contentDigest, .contentPath, .indexName].contains(edit.meaning) else { return }
        let isFirst = touched.insert(Self.documentsField).inserted
        let known = values[Self.documentsField]
        guard isFirst || known != nil,
            let old = edit.difference.oldParent?["nfiles"]?.decimal?.integer,
            let new = edit.difference.newParent?["nfiles"]?.decimal?.integer,
            let delta = Self.fraction(of: new - old, in: old)
        else {
            values[Self.documentsField] = nil
            return
        }
        values[Self.documentsField] = max(known ?? delta, delta)
    }

    /// In millionths, rounded up: a bound is never met by rounding.
    private static func fraction(of difference: Int, in whole: Int) -> DecimalNumber? {
        let (millionths, overflow) = difference.magnitude.multipliedReportingOverflow(by: 1_000_000)
        guard whole > 0, !overflow else { return nil }
        let (quotient, rest) = millionths.quotientAndRemainder(dividingBy: whole.magnitude)
        return DecimalNumber("\(quotient + (rest == 0 ? 0 : 1))e-6")
    }
}
