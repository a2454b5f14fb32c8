package import SourceText
package import YAMLDocuments

/// One step from a mapping or sequence to a value in it.
package enum PathElement: Sendable, Hashable {
    case key(String)
    /// From 0.
    case index(Int)
}

/// Where a value is in its document, from the root.
package struct InstancePath: Sendable, Hashable, CustomStringConvertible {
    package private(set) var elements: [PathElement]

    package init(_ elements: [PathElement] = []) { self.elements = elements }

    package func appending(_ element: PathElement) -> InstancePath { InstancePath(elements + [element]) }

    /// `spec.rollout.steps[2].id`; empty for the root. Keys with other characters than letters, digits, `-`, `_`
    /// and `$` are quoted: `annotations["a.b"]`.
    package var description: String { Self.dotted(elements[...]) }

    /// The last key with the indices behind it, as `steps[2]`: what a person would call the value. Nil for the root.
    package var name: String? {
        guard !elements.isEmpty else { return nil }
        let start = elements.lastIndex { if case .key = $0 { true } else { false } } ?? 0
        return Self.dotted(elements[start...])
    }

    private static func dotted(_ elements: ArraySlice<PathElement>) -> String {
        var text = ""
        for element in elements {
            switch element {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where isPlain(key): text += text.isEmpty ? key : "." + key
            case .key(let key): text += "[\"\(key)\"]"
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_$".unicodeScalars.contains(scalar)
            }
    }
}

/// One mistake in a document, in words about the document.
package struct SchemaFailure: Sendable {
    /// The keyword of the schema that refused, such as `required`.
    package let keyword: String
    /// The value that is judged; for an unknown key its value, for a missing key the mapping that lacks it.
    package let node: YAMLNode
    /// What to show, in bytes of the source: an unknown key, the key above a missing one, else the value.
    package let range: Range<Int>
    /// Path of the value; for a missing key the path that it would have.
    package let path: InstancePath
    /// What is wrong, in one sentence without a final full stop.
    package internal(set) var message: String
    /// What to do about it, in one sentence.
    package private(set) var mend: String
    /// A second place, such as the first of two equal items.
    package let related: (range: Range<Int>, label: String)?
    /// Where the keyword stands in the schema.
    package let schemaLocation: Location?

    let subject: Subject
    /// For `const` and `enum` the values that would have been accepted.
    let accepted: [YAMLNode]
    /// True when the document could not be judged to the end, for what that would have cost or because the schema leads
    /// back to itself: nobody knows whether it is valid.
    package internal(set) var isUndecided = false
    /// The values that `if` looked at before this was asked for. When one of them is itself wrong, nothing follows.
    var conditions: [InstancePath] = []

    /// What the mistake is about, so that two reports of one mistake can be told from two mistakes.
    enum Subject: Sendable, Equatable {
        case value
        case missingKey(String)
        /// One of several keys, or sets of keys.
        case missingOneOf([String])
        /// With the key that was meant, when one is near.
        case unknownKey(String, meant: String?)
    }

    func with(mend: String) -> SchemaFailure {
        var copy = self
        copy.mend = mend
        return copy
    }

    package var location: Location { .span(node.document.source, range: range) }

    /// The second place, where there is one, for a finding.
    package var relatedLocations: [RelatedLocation] {
        related.map { [RelatedLocation(.span(node.document.source, range: $0.range), label: $0.label)] } ?? []
    }
}
