/// One step through a document, in the order of the text: what the builder needs to make a node.
///
/// All offsets are bytes of the file, except a decoded text's, which are bytes of `YAMLEvents.decoded`.
struct YAMLEvent {
    enum Kind: UInt8 { case mappingStart, mappingEnd, sequenceStart, sequenceEnd, scalar, alias }

    enum Style: UInt8 {
        /// For collections: block (by indentation) or flow (in brackets). For scalars: how they are written.
        case block, flow, plain, singleQuoted, doubleQuoted, literal, folded
    }

    let kind: Kind
    let style: Style
    /// True when the text had escapes or line breaks to work out, so that it is in `YAMLEvents.decoded`.
    var isDecoded = false
    /// Number of the node's anchor and tag in `YAMLEvents.properties`; -1 for most nodes, which have none.
    var properties: Int32 = -1
    /// The node as a finding shows it: without anchor, tag and the white space around it.
    var lower: Int32
    var upper: Int32
    /// A scalar's text or an alias's name.
    var textLower: Int32 = 0
    var textUpper: Int32 = 0

    init(_ kind: Kind, _ style: Style, _ range: Range<Int>) {
        self.kind = kind
        self.style = style
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
    }
}

/// What stands before a node: `&anchor` and `!tag`, in either order.
struct NodeProperties {
    /// Bytes of the anchor's name, without the ampersand.
    var anchor: Range<Int>?
    /// Bytes of the tag as written.
    var tagRange: Range<Int>?
    /// Number in `YAMLEvents.tags`. Not the text itself, so that passing properties on counts no references.
    var tag: Int32 = -1

    var isEmpty: Bool { anchor == nil && tagRange == nil }
}

/// The events of one document, and what they point into.
struct YAMLEvents {
    var events: [YAMLEvent] = []
    var properties: [NodeProperties] = []
    /// Tags with their handles resolved; `!` stands for "not a plain scalar" (YAML 1.2.2, 6.8.2).
    var tags: [String] = []
    /// Texts that are not a slice of the file.
    var decoded: [UInt8] = []
    /// True after `---`, and after `...`.
    var hasExplicitStart = false
    var hasExplicitEnd = false

    mutating func removeAll() {
        events.removeAll(keepingCapacity: true)
        properties.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        decoded.removeAll(keepingCapacity: true)
        hasExplicitStart = false
        hasExplicitEnd = false
    }
}
