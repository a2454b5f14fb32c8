import ComponentFormats
import PackageContents
import PlanModel
import YAMLDocuments

/// The models that answer when another one does not.
enum FallbackTargets {
    private static let nameKeys = ["model", "model_name", "target", "to", "name", "id"]

    /// Names in a list, under a name key of a mapping, or in the lists of a mapping by model.
    static func names(in node: YAMLNode?) -> [String] {
        guard let node else { return [] }
        switch node.kind {
        case .scalar: return node.isNull ? [] : [node.text]
        case .sequence: return node.items.flatMap { names(in: $0) }
        case .mapping:
            for key in nameKeys {
                if let name = node[key], name.kind == .scalar { return [name.text] }
            }
            return node.entries.flatMap { names(in: $0.value) }
        }
    }

    private static let placesOfNames: Set<SettingMeaning> = [.modelID, .route, .routeFallback]

    /// The models that the release package lists on either side, and those that the base's gateways knew. What the head
    /// adds to a gateway's list is not released by that, unless it leads to a listed model.
    static func released(_ context: ComparisonContext) -> Set<String> {
        var known = Set(ModelNames.ofRelease(context.base) + ModelNames.ofRelease(context.head))
        for settings in gateways(of: context.base) {
            for place in SettingPlaces.all(placesOfNames, in: settings) {
                if place.meaning == .route, place.node.kind == .mapping {
                    known.formUnion(routeNames(place.node))
                } else {
                    known.formUnion(names(in: place.node).flatMap(ModelNames.forms))
                }
            }
        }
        for settings in gateways(of: context.head) {
            for route in SettingPlaces.all([.route], in: settings) where route.node.kind == .mapping {
                let model = route.node["litellm_params"]?["model"]?.text ?? route.node["model"]?.text
                let leadsToKnown = model.map { ModelNames.forms(of: $0).contains(where: known.contains) } ?? false
                if leadsToKnown { known.formUnion(routeNames(route.node)) }
            }
        }
        return known
    }

    private static func routeNames(_ route: YAMLNode) -> [String] {
        let names = nameKeys.compactMap { route[$0] }.filter { $0.kind == .scalar }.map(\.text)
        return (names + [route["litellm_params"]?["model"]?.text].compactMap { $0 }).flatMap(ModelNames.forms)
    }

    private static func gateways(of unit: ReleaseUnit) -> [SettingsDocument] {
        unit.closure.entries.compactMap { entry in
            guard let category = entry.category, [.routing, .guardrails, .inference, .model].contains(category) else {
                return nil
            }
            return ComponentFormats.recognise(entry.source, category: category, shipped: unit.files)?.settings
        }
    }
}
