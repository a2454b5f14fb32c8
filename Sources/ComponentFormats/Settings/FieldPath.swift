/// The way from a document's root to a value. List items are named by what identifies them, so that a path stays the
/// same when the list is reordered.
package struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    package enum Step: Sendable, Hashable {
        case key(String)
        /// A list item, by its declared identity.
        case item(String)
        /// A list item without an identity, by its position from 0.
        case index(Int)
    }

    package let steps: [Step]

    package init(_ steps: [Step] = []) { self.steps = steps }

    package func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

    /// `guardrails[reply-content].litellm_params.mode`.
    package var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .item(let name): text += "[\(name)]"
            case .index(let index): text += "[\(index)]"
            }
        }
    }

    /// The path with every item written `[]`, as vocabularies name it: `["guardrails", "[]", "litellm_params", "mode"]`.
    var shape: [String] {
        steps.map { step in
            if case .key(let key) = step { key } else { "[]" }
        }
    }

    /// The innermost key.
    package var lastKey: String? {
        for step in steps.reversed() {
            if case .key(let key) = step { return key }
        }
        return nil
    }

    /// The innermost list item that has an identity.
    package var innermostItem: String? {
        for step in steps.reversed() {
            if case .item(let name) = step { return name }
        }
        return nil
    }
}
