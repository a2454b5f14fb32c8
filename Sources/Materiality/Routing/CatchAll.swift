import YAMLDocuments

/// A route that is not for one name: `*`, or every name with a certain start (docs.litellm.ai, "Provider specific
/// wildcard routing").
enum CatchAll {
    /// Keys under which routes say which requests they are for.
    private static let keys = ["model_name", "match", "pattern", "model", "name", "id", "route"]

    /// The name with its wildcard; nil for a route of one name.
    static func name(of route: YAMLNode) -> String? {
        if route.kind == .scalar { return route.text.hasSuffix("*") ? route.text : nil }
        for key in keys {
            guard let value = route[key] else { continue }
            if let name = value.kind == .mapping ? name(of: value) : value.kind == .scalar ? name(of: value) : nil {
                return name
            }
        }
        return nil
    }
}
