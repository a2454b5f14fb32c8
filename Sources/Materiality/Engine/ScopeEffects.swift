import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Guardrails whose own file stays as it is, but which no longer cover a model, because the model has another name now:
/// in the release package, in a prompt's front matter, in a gateway's list of models.
struct ScopeEffects {
    /// A model that got another name.
    private struct Renaming {
        let old: String
        let new: String
        let newSide: ChangeSide
        /// The name under which requests ask for it, which stays; nil where they use the model's own.
        let route: String?
    }

    private let renamings: [Renaming]
    private let pairs: [FilePairs.Pair]
    private let context: ComparisonContext

    /// - Parameter edits: those that name models.
    init(_ edits: [SettingEdit], pairs: [FilePairs.Pair], _ context: ComparisonContext) {
        self.pairs = pairs
        self.context = context
        renamings = edits.compactMap(Self.renaming) + Self.routes(edits)
    }

    var changes: [Change] {
        // Most releases keep their models.
        renamings.isEmpty ? [] : pairs.flatMap(changes)
    }

    // MARK: Names

    private static func renaming(_ edit: SettingEdit) -> Renaming? {
        guard edit.meaning == .modelID, let old = edit.old, let new = edit.new, old.kind == .scalar,
            new.kind == .scalar
        else { return nil }
        let isRoute = edit.path.steps.first == .key("model_list")
        // What a guardrail itself runs on is no model that it guards.
        guard isRoute || edit.subject.category != .guardrails else { return nil }
        return Renaming(
            old: old.text, new: new.text, newSide: ChangeSide(new.text, at: new.location),
            route: isRoute ? edit.path.innermostItem.map(withoutTurn) : nil)
    }

    /// Routes that came and went: a name that was given up for another one.
    private static func routes(_ edits: [SettingEdit]) -> [Renaming] {
        let routes = edits.filter { $0.meaning == .route }
        var added = routes.compactMap { $0.new?["model_name"] }
        let removed = routes.compactMap { $0.old?["model_name"] }
        guard removed.count == added.count else { return [] }
        return removed.map { old in
            let new = added.removeFirst()
            return Renaming(old: old.text, new: new.text, newSide: ChangeSide(new.text, at: new.location), route: nil)
        }
    }

    /// `shop-chat` for the second item of that name, `shop-chat#2`.
    private static func withoutTurn(_ name: String) -> String {
        guard let mark = name.lastIndex(of: "#"), Int(name[name.index(after: mark)...]) != nil else { return name }
        return String(name[..<mark])
    }

    // MARK: Scopes

    private func changes(of pair: FilePairs.Pair) -> [Change] {
        guard let old = pair.old, let new = pair.new, pair.category != .prompts,
            let before = ComponentFormats.recognise(old, category: pair.category, shipped: context.base.files)?
                .settings,
            let after = ComponentFormats.recognise(new, category: pair.category, shipped: context.head.files)?.settings
        else { return [] }
        let scopes = SettingPlaces.all([.guardrailModels, .guardrailAttachment], in: before)
        guard !scopes.isEmpty else { return [] }
        let afterwards = Dictionary(
            SettingPlaces.all([.guardrailModels, .guardrailAttachment], in: after).map { ($0.path, $0.node) },
            uniquingKeysWith: { first, _ in first })
        return scopes.flatMap { scope -> [Change] in
            // A scope that changed itself has a finding of its own.
            guard let other = afterwards[scope.path], StructureDiff.areEqual(scope.node, other) else { return [] }
            return renamings.compactMap { change(scope, $0, pair.key, path: new.path) }
        }
    }

    private func change(
        _ scope: SettingPlaces.Place, _ renaming: Renaming, _ subject: Subject, path: String
    ) -> Change? {
        let covers = Self.coverage(scope)
        if let route = renaming.route, covers(route) == true { return nil }
        let forms = zip(ModelNames.forms(of: renaming.old), ModelNames.forms(of: renaming.new))
        let answers = forms.map { (was: covers($0), is: covers($1)) }
        let claim: Claim
        if answers.contains(where: { $0.was == true && $0.is == false }) {
            claim = Claim(
                GuardrailScopeRules.scopeNarrowed,
                "The guardrail covered \(renaming.old), and does not cover \(renaming.new): \(scope.path) stayed as it is."
            )
        } else if answers.contains(where: { $0.was == false && $0.is == true }) {
            claim = Claim(
                GuardrailScopeRules.scopeWidened,
                "The guardrail covers \(renaming.new), and did not cover \(renaming.old).")
        } else if answers.contains(where: { ($0.was == nil || $0.is == nil) }) {
            claim = Claim(
                GuardrailRules.settingChanged,
                "Whether the guardrail covers \(renaming.new) as it covered \(renaming.old) cannot be worked out from \(scope.path)."
            )
        } else {
            return nil
        }
        return Change(
            claim, subject, field: scope.path.description, path: path, action: .change,
            old: ChangeSide(NodeText.describe(scope.node), at: scope.node.location), new: renaming.newSide)
    }

    private static func coverage(_ scope: SettingPlaces.Place) -> (String) -> Bool? {
        if scope.meaning == .guardrailModels {
            let names = NameScope(condition: scope.node)
            let literal = Set(NameScope.texts(scope.node) ?? [])
            return { literal.contains($0) ? true : names.contains($0) }
        }
        let attachments = AttachmentScope(scope.node)
        return { name in attachments.flatMap { $0.covers(model: name) } }
    }
}

/// Finds the values of a file that decide certain things.
enum SettingPlaces {
    struct Place {
        let path: FieldPath
        let meaning: SettingMeaning
        let node: YAMLNode
    }

    static func all(_ meanings: Set<SettingMeaning>, in settings: SettingsDocument) -> [Place] {
        guard settings.vocabulary.rows.contains(where: { meanings.contains($0.meaning) }) else { return [] }
        var places: [Place] = []
        func visit(_ node: YAMLNode, _ path: FieldPath) {
            let meaning = settings.vocabulary.meaning(of: path)
            if meanings.contains(meaning) {
                places.append(Place(path: path, meaning: meaning, node: node))
                return
            }
            for entry in node.entries { visit(entry.value, path.appending(.key(entry.key.text))) }
            guard node.kind == .sequence else { return }
            let named = ListIdentities(node, at: path, settings.vocabulary)?.items
            for (index, item) in node.items.enumerated() {
                visit(item, path.appending(named.map { .item($0[index].name.label) } ?? .index(index)))
            }
        }
        for root in settings.roots { visit(root, FieldPath()) }
        return places
    }
}
