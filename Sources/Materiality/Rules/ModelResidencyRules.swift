import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Where the model runs, and so where data may be processed.
enum ModelResidencyRules: SettingRules {
    static let widened = ChangeRule(
        "model/residency-widened", .critical, .loosened, mirror: "model/residency-narrowed",
        "The model is reached elsewhere, so that data may be processed in other places.")
    static let narrowed = ChangeRule(
        "model/residency-narrowed", .minor, .tightened, mirror: "model/residency-widened",
        "Data is processed in a part of the places where it was before.")
    static let endpointChanged = ChangeRule(
        "model/endpoint-changed", .material, noMirror: "The direction is unknown.",
        "The model's address is another, on the same host, or only one side names it.")

    static let rules = [widened, narrowed, endpointChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .modelEndpoint: endpoint(edit)
        case .modelRegion: region(edit)
        default: nil
        }
    }

    private static func endpoint(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.map({ Endpoint($0.text) }), let new = edit.new.map({ Endpoint($0.text) }) else {
            // In a document of ours the address is only written down; in a tool's configuration it is where requests go.
            return edit.format == nil
                ? Claim(endpointChanged, "Where the model is reached is said on one side only: \(edit.step).")
                : Claim(widened, "Requests go to another host than the provider's own, or back: \(edit.step).")
        }
        if let before = old.region, let after = new.region, before != after, old.owner == new.owner {
            return before.contains(after)
                ? Claim(narrowed, "The endpoint is that of a smaller region now: \(edit.step).")
                : Claim(widened, "Data may be processed in another region: \(edit.step).")
        }
        return old.host == new.host
            ? Claim(endpointChanged, "The model is reached at another address: \(edit.step).")
            : Claim(widened, "Data goes to another host: \(edit.step).")
    }

    private static func region(_ edit: SettingEdit) -> Claim {
        func place(_ node: YAMLNode) -> DataRegion? { DataRegion.ofDeployment(node.text) ?? DataRegion(node.text) }
        guard let old = edit.old.map(place), let new = edit.new.map(place) else {
            return Claim(endpointChanged, "Where the model runs is said on one side only: \(edit.step).")
        }
        guard let old, let new, old != new, old.contains(new) else {
            return Claim(widened, "Data may be processed in other places: \(edit.step).")
        }
        return Claim(narrowed, "Data is processed in a smaller region: \(edit.step).")
    }

    // MARK: Regions in names

    /// The claim on two names of which the new one lets data go further; nil when it does not.
    static func widened(_ before: ModelIdentifier, _ after: ModelIdentifier, _ edit: SettingEdit) -> Claim? {
        guard before.region != after.region, !isNarrower(after, than: before) else { return nil }
        return Claim(widened, "Data may be processed in other places: \(edit.step).")
    }

    /// Two names of one model in the same version.
    static func elsewhere(_ before: ModelIdentifier, _ after: ModelIdentifier, _ edit: SettingEdit) -> Claim {
        before.region != after.region
            ? Claim(narrowed, "Data is processed in fewer places: \(edit.step).")
            : Claim(ModelRules.idChanged, "The same model is named in another way: \(edit.step).")
    }

    private static func isNarrower(_ after: ModelIdentifier, than before: ModelIdentifier) -> Bool {
        // Without a profile Amazon Bedrock answers in the region that was called, which is in every profile it may call.
        guard let old = before.region else { return false }
        guard let new = after.region else { return after.service == "bedrock" }
        guard let one = DataRegion(old), let other = DataRegion(new) else { return false }
        return one.contains(other)
    }
}
