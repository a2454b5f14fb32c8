import ComponentFormats
import PlanModel
import YAMLDocuments

/// In a list of models, which are their own names: the one that stands for another that is gone. A model that lost its
/// date is the same model under a name that moves, not one less and one more.
struct ModelSuccessors {
    private typealias Item = ListIdentities.Item

    /// Pairs models of one family, where the family is named once on either side, and then the only two that are left.
    static func find(
        gone: [ListIdentities.Item], new: [ListIdentities.Item]
    ) -> [(old: ListIdentities.Item, new: ListIdentities.Item)] {
        let (before, after) = (byFamily(gone), byFamily(new))
        var pairs = before.keys.sorted().compactMap { family -> (old: Item, new: Item)? in
            guard let old = before[family], let other = after[family], old.count == 1, other.count == 1 else {
                return nil
            }
            return (old[0], other[0])
        }
        let oldRest = gone.filter { item in !pairs.contains { $0.old.name == item.name } }
        let newRest = new.filter { item in !pairs.contains { $0.new.name == item.name } }
        if oldRest.count == 1, newRest.count == 1 { pairs.append((oldRest[0], newRest[0])) }
        return pairs
    }

    private static func byFamily(_ items: [Item]) -> [String: [Item]] {
        Dictionary(grouping: items) { ModelIdentifier($0.name.text).family }
    }
}
