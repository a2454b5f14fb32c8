import Materiality
import SourceText

/// What a reader has to know about a change beside its reason, one sentence or two each.
enum ChangeRemarks {
    static func of(_ change: Change) -> [String] {
        var remarks: [String] = []
        if let override = change.override {
            remarks.append(
                "The policy sets this class, at \(override.location.label); by itself it would be "
                    + "\(change.builtInClass.rawValue). Why: \(override.why.withFullStop)")
        }
        if change.confidence == .heuristic {
            remarks.append("This was read from the words of the text, so a person should look at it.")
        }
        if change.isSubstantialModification {
            remarks.append(
                "This is a substantial modification (EU AI Act, article 3(23)): it needs a new impact assessment.")
        }
        return remarks
    }
}
