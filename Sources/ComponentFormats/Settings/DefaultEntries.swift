import YAMLDocuments

extension YAMLNode {
    /// A mapping with the entries that it leaves out.
    func with(defaults: [(key: String, value: String)]) -> DerivedNode {
        guard kind == .mapping else { return .written(self) }
        let own = entries.map { (key: DerivedNode.written($0.key), value: DerivedNode.written($0.value)) }
        let missing = defaults.filter { self[$0.key] == nil }.map { entry in
            (key: DerivedNode.text(entry.key, for: self), value: DerivedNode.text(entry.value, for: self))
        }
        return .mapping(own + missing, for: self)
    }

    /// A mapping in which one value is another.
    func replacing(_ name: String, with value: (YAMLNode) -> DerivedNode) -> DerivedNode {
        guard kind == .mapping else { return .written(self) }
        return .mapping(
            entries.map { (.written($0.key), $0.key.text == name ? value($0.value) : .written($0.value)) }, for: self)
    }
}
