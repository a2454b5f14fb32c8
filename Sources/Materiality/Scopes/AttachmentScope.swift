import YAMLDocuments

/// Which requests the attachments of one policy cover (litellm/proxy/policy_engine/policy_types.py): a request has to
/// fit every dimension of one of them.
struct AttachmentScope {
    private static let dimensions = ["teams", "keys", "models", "tags"]
    private static let mostBoxes = 200

    /// One name pattern for each dimension, in their order.
    private let boxes: [[NameScope]]

    /// Nil when a key or a value is not understood, or when there are too many combinations.
    init?(_ attachments: YAMLNode?) {
        var boxes: [[NameScope]] = []
        for attachment in attachments?.items.map({ $0 }) ?? [] {
            guard let own = Self.boxes(of: attachment) else { return nil }
            boxes += own
            guard boxes.count <= Self.mostBoxes else { return nil }
        }
        self.boxes = boxes
    }

    private static func boxes(of attachment: YAMLNode) -> [[NameScope]]? {
        let known = Set(dimensions + ["policy", "scope"])
        guard attachment.kind == .mapping, attachment.entries.allSatisfy({ known.contains($0.key.text) }) else {
            return nil
        }
        if attachment["scope"]?.text == "*" { return [dimensions.map { _ in .all }] }
        var boxes: [[NameScope]] = [[]]
        for dimension in dimensions {
            guard let names = NameScope.texts(attachment[dimension]) else { return nil }
            let scopes = names.isEmpty ? [NameScope.all] : names.map { NameScope(wildcard: $0) }
            guard boxes.count * scopes.count <= mostBoxes else { return nil }
            boxes = boxes.flatMap { box in scopes.map { box + [$0] } }
        }
        return boxes
    }

    /// Whether each of these combinations is within one of the others; nil when that cannot be worked out.
    func isPart(of other: AttachmentScope) -> Bool? {
        var isKnown = true
        for box in boxes {
            let answers = other.boxes.map { Self.isPart(box, of: $0) }
            if answers.contains(true) { continue }
            guard answers.contains(nil) else { return false }
            isKnown = false
        }
        return isKnown ? true : nil
    }

    private static func isPart(_ box: [NameScope], of other: [NameScope]) -> Bool? {
        var isKnown = true
        for (one, other) in zip(box, other) {
            switch one.isPart(of: other) {
            case true?: continue
            case false?: return false
            case nil: isKnown = false
            }
        }
        return isKnown ? true : nil
    }

    /// Whether requests for a model are covered, for some team, key or tag.
    func covers(model name: String) -> Bool? {
        let answers = boxes.map { $0[2].contains(name) }
        return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    }
}
