import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Which request goes to which model.
enum RoutingRules: SettingRules {
    static let fallbackChanged = ChangeRule(
        "routing/fallback-changed", .material, noMirror: "Moving back is the same change.",
        "Another model answers when the first choice does not."
    )
    .or(.critical, when: "nobody has released that model before")
    static let catchAllAdded = ChangeRule(
        "routing/catch-all-added", .critical, .loosened, mirror: "routing/catch-all-removed",
        "Requests for models that nobody listed are passed on.")
    static let catchAllRemoved = ChangeRule(
        "routing/catch-all-removed", .minor, .tightened, mirror: "routing/catch-all-added",
        "Requests for models that nobody listed are no longer passed on.")
    static let weightChanged = ChangeRule(
        "routing/weight-changed", .minor, noMirror: "Neither direction is stricter.",
        "Traffic is shared out differently."
    )
    .or(.material, when: "a route passes over a step of the plan's rollout, or its part cannot be worked out")
    static let settingChanged = ChangeRule(
        "routing/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Requests may go to other models.")

    static let rules = [fallbackChanged, catchAllAdded, catchAllRemoved, weightChanged, settingChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .route: return route(edit)
        case .routeFallback: return fallback(edit, context)
        case .routeWeight: return RouteWeights.claim(edit, context.head.plan ?? context.base.plan)
        case .routingSetting: return Claim(settingChanged, "Requests may go elsewhere: \(edit.step).")
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .routing
            ? Claim(settingChanged, "Requests may go to other models: \(edit.step).") : nil
    }

    // MARK: Routes

    private static func route(_ edit: SettingEdit) -> Claim {
        if let name = edit.new.flatMap(CatchAll.name(of:)), edit.action == .add {
            return Claim(catchAllAdded, "Requests for any model that \(name) fits are passed on, whatever it is.")
        }
        if let name = edit.old.flatMap(CatchAll.name(of:)), edit.action == .remove {
            return Claim(catchAllRemoved, "Requests for any model that \(name) fits are no longer passed on.")
        }
        switch edit.action {
        case .add: return Claim(ModelRules.added, "Requests can be answered by a further model, \(edit.name).")
        case .remove: return Claim(ModelRules.removed, "Requests are no longer answered by \(edit.name).")
        default: return Claim(settingChanged, "Requests may go elsewhere: \(edit.step).")
        }
    }

    // MARK: Fallbacks

    private static func fallback(_ edit: SettingEdit, _ context: ComparisonContext) -> Claim {
        let before = Set(FallbackTargets.names(in: edit.old))
        let added = FallbackTargets.names(in: edit.new).filter { !before.contains($0) }
        let known = added.isEmpty ? [] : FallbackTargets.released(context)
        let unknown = added.filter { name in !ModelNames.forms(of: name).contains(where: known.contains) }
        if !unknown.isEmpty {
            return Claim(
                fallbackChanged, .critical,
                "When the first choice does not answer, \(unknown.joined(separator: ", ")) does, which neither the release lists nor the one before used: \(edit.step)."
            )
        }
        return Claim(fallbackChanged, "Another model answers when the first choice does not: \(edit.step).")
    }
}
