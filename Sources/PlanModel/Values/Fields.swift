package import SourceText
package import YAMLDocuments

/// The fields of one mapping of a document, read leniently: what is absent or of another type is nil, because the
/// schema reports it. Every getter keeps the place, so that a rule can point at what it speaks of.
package struct Fields: Sendable {
    /// Nil where the document has no such mapping.
    package let node: YAMLNode?
    /// Dotted path of the mapping, empty for the document itself.
    package let path: String
    /// Where to point when a field of this mapping is missing: the key that holds the mapping.
    private let holder: Location

    package init(document root: YAMLNode) {
        node = root.kind == .mapping ? root : nil
        path = ""
        holder = .span(root.document.source, range: root.range.lowerBound..<root.range.lowerBound)
    }

    private init(node: YAMLNode?, path: String, holder: Location) {
        self.node = node
        self.path = path
        self.holder = holder
    }

    package var isPresent: Bool { node != nil }

    /// The mapping's own place: its key in the mapping around it.
    package var location: Location { holder }

    package func fieldPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    package func raw(_ key: String) -> YAMLNode? { node?[key] }

    package func has(_ key: String) -> Bool { raw(key) != nil }

    /// The place of a field's value, or where it belongs when it is missing.
    package func location(of key: String) -> Location { raw(key)?.location ?? holder }

    /// The place of a field's key, or where it belongs when it is missing: for findings about a list as a whole.
    package func keyLocation(of key: String) -> Location { node?.entry(key)?.key.location ?? holder }

    package var keys: [Located<String>] {
        node?.entries.map { Located($0.key.text, node: $0.key, field: fieldPath($0.key.text)) } ?? []
    }

    // MARK: Values

    package func value<Value: Sendable>(_ key: String, _ read: (YAMLNode) -> Value?) -> Located<Value>? {
        guard let node = raw(key), let value = read(node) else { return nil }
        return Located(value, node: node, field: fieldPath(key))
    }

    package func string(_ key: String) -> Located<String>? { value(key) { $0.string } }

    /// The text of any scalar but null: versions and thresholds may be written with or without quotes.
    package func text(_ key: String) -> Located<String>? {
        value(key) { $0.kind == .scalar && !$0.isNull ? $0.text : nil }
    }

    package func boolean(_ key: String) -> Located<Bool>? { value(key) { $0.boolean } }

    package func integer(_ key: String) -> Located<Int>? { value(key) { $0.decimal?.integer } }

    /// A decimal written as a number or as text.
    package func decimal(_ key: String) -> Located<DecimalNumber>? {
        value(key) { $0.decimal ?? $0.string.flatMap { DecimalNumber($0) } }
    }

    package func timestamp(_ key: String) -> Located<Timestamp>? {
        value(key) { node in node.string.flatMap { Timestamp(rfc3339: $0) } }
    }

    package func duration(_ key: String) -> Located<PlanDuration>? {
        value(key) { node in node.string.flatMap { PlanDuration($0) } }
    }

    package func version(_ key: String) -> Located<SemanticVersion>? {
        value(key) { node in node.kind == .scalar ? SemanticVersion(node.text) : nil }
    }

    package func reference(_ key: String) -> Located<DocumentReference>? {
        value(key) { node in node.string.flatMap { DocumentReference($0) } }
    }

    package func choice<Choice: RawRepresentable & Sendable>(
        _ key: String, _ type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String {
        value(key) { node in node.string.flatMap { Choice(rawValue: $0) } }
    }

    // MARK: Collections

    /// The mapping under a key; its fields are all nil when it is not there.
    package func mapping(_ key: String) -> Fields {
        let entry = node?.entry(key)
        let place = entry.map { Location.span($0.key.document.source, range: $0.key.range) } ?? holder
        let child = entry?.value
        return Fields(node: child?.kind == .mapping ? child : nil, path: fieldPath(key), holder: place)
    }

    /// The items of a list that are mappings. A single mapping counts as a list of one.
    package func list(_ key: String) -> [Fields] {
        guard let list = raw(key) else { return [] }
        if list.kind == .mapping { return [mapping(key)] }
        return list.items.enumerated().compactMap { index, item in
            item.kind == .mapping
                ? Fields(node: item, path: "\(fieldPath(key))[\(index)]", holder: item.startLocation) : nil
        }
    }

    /// The items of a list that are scalars. A single scalar counts as a list of one.
    package func strings(_ key: String) -> [Located<String>] {
        guard let list = raw(key) else { return [] }
        if list.kind == .scalar { return text(key).map { [$0] } ?? [] }
        return list.items.enumerated().compactMap { index, item in
            item.kind == .scalar && !item.isNull
                ? Located(item.text, node: item, field: "\(fieldPath(key))[\(index)]") : nil
        }
    }

    package func references(_ key: String) -> [Located<DocumentReference>] {
        strings(key).compactMap { text in text.map { DocumentReference($0) } }
    }

    /// The entries of a mapping whose values are mappings, by key.
    package func mappings(_ key: String) -> [(key: Located<String>, fields: Fields)] {
        let outer = mapping(key)
        return outer.keys.map { ($0, outer.mapping($0.value)) }
    }

    /// The reason given for a deliberate absence: `key: {notApplicable: "…"}`.
    package func notApplicable(_ key: String) -> Located<String>? { mapping(key).string("notApplicable") }
}

extension YAMLNode {
    /// The first line of a collection, so that a finding about an item does not underline all of it.
    fileprivate var startLocation: Location {
        guard let first = entries.first else { return location }
        return .span(document.source, range: first.key.range.lowerBound..<first.range.upperBound)
    }
}
