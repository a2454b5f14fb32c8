import ComponentFormats
import PlanModel
import YAMLDocuments

/// How traffic is shared out, beside the steps of the plan's rollout: a route that goes from 5 % to 100 % while the plan
/// has 50 % between has passed over a step.
enum RouteWeights {
    static func claim(_ edit: SettingEdit, _ plan: DeploymentPlan?) -> Claim {
        guard let old = edit.old, let new = edit.new, let before = Share(of: old), let after = Share(of: new) else {
            return Claim(
                RoutingRules.weightChanged, .material,
                "How much of the traffic the route takes is no longer, or newly, set: \(edit.step).")
        }
        let steps = plan?.rollout.steps.compactMap { $0.percent?.value } ?? []
        switch passed(steps, from: before, to: after) {
        case .some(let step?):
            return Claim(
                RoutingRules.weightChanged, .material,
                "The route takes more of the traffic, past the \(step) % at which the plan's rollout stops first: \(edit.step)."
            )
        case .some(nil):
            return Claim(RoutingRules.weightChanged, "The route takes another part of the traffic: \(edit.step).")
        case nil:
            return Claim(
                RoutingRules.weightChanged, .material,
                "The route takes another part of the traffic, and how much of all cannot be worked out: \(edit.step).")
        }
    }

    /// The first step strictly between two shares, as text; `.some(nil)` when there is none, nil when that cannot be
    /// told.
    private static func passed(_ steps: [DecimalNumber], from old: Share, to new: Share) -> String?? {
        for step in steps {
            guard let isAboveOld = old.isBelow(percent: step), let isAboveNew = new.isAtMost(percent: step) else {
                return nil
            }
            if isAboveOld, !isAboveNew { return .some(step.description) }
        }
        return .some(nil)
    }

    /// A weight among the weights that it shares traffic with.
    private struct Share {
        let weight: DecimalNumber
        let total: DecimalNumber

        /// Nil when the weights around it cannot all be read.
        init?(of node: YAMLNode) {
            guard let weight = node.decimal, !weight.isNegative,
                let place = Self.place(of: node, in: node.document.root)
            else { return nil }
            let group = place.item["model_name"]?.text
            var total = DecimalNumber(0)
            for item in place.list.items where item["model_name"]?.text == group {
                guard let sibling = place.keys.reduce(item, { $0?[$1] })?.decimal, !sibling.isNegative else {
                    return nil
                }
                total = total.adding(sibling)
            }
            guard !total.isZero else { return nil }
            self.weight = weight
            self.total = total
        }

        /// `weight / total < percent / 100`
        func isBelow(percent: DecimalNumber) -> Bool? { scaled(percent).map { $0.own < $0.limit } }

        func isAtMost(percent: DecimalNumber) -> Bool? { scaled(percent).map { !($0.limit < $0.own) } }

        private func scaled(_ percent: DecimalNumber) -> (own: DecimalNumber, limit: DecimalNumber)? {
            guard let own = weight.multiplied(by: DecimalNumber(100)), let limit = total.multiplied(by: percent) else {
                return nil
            }
            return (own, limit)
        }

        private typealias Place = (list: YAMLNode, item: YAMLNode, keys: [String])

        /// The innermost list with an item that holds a value, and the keys that lead from the item to the value.
        private static func place(of value: YAMLNode, in node: YAMLNode) -> Place? {
            for entry in node.entries {
                if let found = place(of: value, in: entry.value) { return found }
            }
            for item in node.items {
                if let found = place(of: value, in: item) { return found }
                if let keys = keys(from: item, to: value) { return (node, item, keys) }
            }
            return nil
        }

        private static func keys(from node: YAMLNode, to value: YAMLNode) -> [String]? {
            for entry in node.entries {
                if entry.value.number == value.number { return [entry.key.text] }
                if let rest = keys(from: entry.value, to: value) { return [entry.key.text] + rest }
            }
            return nil
        }
    }
}
