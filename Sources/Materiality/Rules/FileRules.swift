import ComponentFormats
import PlanModel
import SourceText

/// What can be said of any file, whatever it holds: one set of rules for each component.
enum FileRules: SettingRules {
    struct RuleSet {
        /// Same parsed values or same rendered text: comments, quoting, descriptions.
        let sourceOnly: ChangeRule
        /// The content cannot be read, or no format that we know fits.
        let opaqueChanged: ChangeRule
        let fileAdded: ChangeRule
        let fileRemoved: ChangeRule
        let renamed: ChangeRule
    }

    /// Files without a category are documents and compared field by field.
    static func of(_ category: ComponentCategory) -> RuleSet { byCategory[category] ?? make(category) }

    private static let byCategory = Dictionary(uniqueKeysWithValues: ComponentCategory.allCases.map { ($0, make($0)) })

    static let rules = ComponentCategory.allCases.flatMap { category in
        let set = of(category)
        return [set.sourceOnly, set.opaqueChanged, set.fileAdded, set.fileRemoved, set.renamed]
    }

    /// Words for people inside a component file, such as the description of a prompt; items that cannot be told apart.
    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard let category = ComponentCategory(rawValue: edit.subject.category.rawValue) else { return nil }
        if edit.meaning == .componentName {
            return Claim(
                of(category).renamed, .minor,
                "The component \(edit.oldText) is called \(edit.newText) now.")
        }
        if edit.meaning == .collidingNames { return colliding(edit, of(category).opaqueChanged) }
        guard edit.meaning == .note else { return nil }
        return Claim(of(category).sourceOnly, "Words for people changed, which nothing acts on: \(edit.step).")
    }

    private static func colliding(_ edit: SettingEdit, _ rule: ChangeRule) -> Claim? {
        guard rules.contains(where: { $0.id == rule.id }) else { return nil }
        let name = edit.path.innermostItem ?? edit.name
        return Claim(
            rule,
            "Several items of a list are called \(name), so which of them changed cannot be told: give each a name of its own."
        )
    }

    private static func make(_ category: ComponentCategory) -> RuleSet {
        let prefix = singular(category)
        let isAskedFor = category == .guardrails
        func id(_ what: String) -> RuleID { RuleID(rawValue: "\(prefix)/\(what)") }
        return RuleSet(
            sourceOnly: ChangeRule(
                id("source-only"), .none, noMirror: "Nothing that ships changes.",
                "The file is written differently and says the same."),
            opaqueChanged: ChangeRule(
                id("opaque-changed"), .material, noMirror: "The direction is unknown.", isFallback: true,
                extent: .unreadable, "A file changed that cannot be read, or whose format is not known."),
            fileAdded: ChangeRule(
                id("file-added"), .material, noMirror: "The opposite is \(prefix)/file-removed.", extent: .wholeFile,
                "A file is new."),
            fileRemoved: ChangeRule(
                id("file-removed"), category == .guardrails ? .critical : .material,
                noMirror: "The opposite is \(prefix)/file-added.", extent: .wholeFile, "A file is gone."),
            renamed: ChangeRule(
                id("renamed"), .minor, noMirror: "Moving back is the same change.",
                "A component or its file has another name, and the same bytes."
            ).or(
                .material,
                when: isAskedFor
                    ? "no component names the file, or something may ask for it by name" : "no component names the file"
            ))
    }

    /// The first part of rule ids: components are named in the singular there.
    static func singular(_ category: ComponentCategory) -> String {
        switch category {
        case .prompts: "prompt"
        case .guardrails: "guardrail"
        case .tools: "tool"
        case .model, .retrieval, .inference, .routing, .experience: category.rawValue
        }
    }
}
