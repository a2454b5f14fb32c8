import PackageContents
import PlanModel
import YAMLDocuments

/// The names that a model goes by, for patterns and lists that name models.
enum ModelNames {
    /// `openai/gpt-4.1` is also meant by `gpt-4.1`: the name itself, then without what stands before each slash.
    static func forms(of name: String) -> [String] {
        var forms = [name]
        var rest = name[...]
        while let slash = rest.firstIndex(of: "/") {
            rest = rest[rest.index(after: slash)...]
            if !rest.isEmpty { forms.append(String(rest)) }
        }
        return forms
    }

    /// All forms of the models that the release package lists.
    static func ofRelease(_ unit: ReleaseUnit) -> [String] {
        unit.closure.package.components.items(.model).flatMap { item in
            item.id.map { forms(of: $0.value) } ?? []
        }
    }
}
