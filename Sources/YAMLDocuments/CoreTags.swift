/// The tags of the core schema (YAML 1.2.2, 10.1 to 10.3). Others would change what a reader with that tag's code sees,
/// so they are refused rather than ignored.
enum CoreTags {
    static let prefix = "tag:yaml.org,2002:"

    enum Reading {
        case type(ScalarType)
        /// The text is not one of the tag's.
        case mismatch(wanted: String)
        case unknown
    }

    /// What a scalar with this tag is.
    static func read(_ tag: String, text: UnsafeBufferPointer<UInt8>) -> Reading {
        if tag == "!" { return .type(.string) }
        guard tag.hasPrefix(prefix) else { return .unknown }
        let plain = CoreSchema.type(ofPlain: text)
        switch tag.dropFirst(prefix.count) {
        case "str": return .type(.string)
        case "null": return plain == .null ? .type(.null) : .mismatch(wanted: "null")
        case "bool": return plain == .boolean ? .type(.boolean) : .mismatch(wanted: "true or false")
        case "int": return plain == .integer ? .type(.integer) : .mismatch(wanted: "an integer")
        case "float":
            return plain == .float || plain == .integer ? .type(.float) : .mismatch(wanted: "a number")
        case "map", "seq": return .mismatch(wanted: "a list or mapping")
        default: return .unknown
        }
    }

    /// Whether a tag may stand before a mapping or a sequence.
    static func fits(_ tag: String, _ kind: NodeRecord.Kind) -> Bool {
        switch kind {
        case .mapping: tag == "!" || tag == prefix + "map"
        case .sequence: tag == "!" || tag == prefix + "seq"
        case .scalar: false
        }
    }
}
