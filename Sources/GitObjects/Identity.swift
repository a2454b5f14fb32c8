/// Who a commit or tag says made it, and when. All three are claims of whoever made the object.
package struct Identity: Sendable, Hashable {
    package let name: String
    package let email: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    /// Reads `Name <e-mail> seconds ±hhmm`.
    init(_ value: [UInt8]) throws(MalformedObject) {
        guard let open = value.firstIndex(of: UInt8(ascii: "<")),
            let close = value.firstIndex(of: UInt8(ascii: ">")), open < close
        else { throw .badIdentity }
        let date = String(decoding: value[(close + 1)...], as: UTF8.self).split(separator: " ")
        guard date.count == 2, let seconds = Int64(date[0]) else { throw .badIdentity }
        var name = String(decoding: value[..<open], as: UTF8.self)
        while name.last == " " { name.removeLast() }
        self.name = name
        email = String(decoding: value[(open + 1)..<close], as: UTF8.self)
        self.seconds = seconds
    }
}

/// A signature with the exact bytes that it signs.
package struct ObjectSignature: Sendable {
    /// The object's bytes without the signature, cut out of the raw object and never built anew.
    package let payload: [UInt8]
    package let armor: [UInt8]
}
