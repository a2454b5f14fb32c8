/// Who a commit or tag says made it, and when. All three are claims of whoever made the object.
package struct Identity: Sendable, Hashable {
    /// Empty where the object names only an address.
    package let name: String
    package let email: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    /// Reads `Name <e-mail> seconds ±hhmm`.
    ///
    /// Refuses a second `<` or `>`: git takes the e-mail from the first pair and the date from behind the last, other
    /// readers take both from one of them (split_ident_line in git's ident.c). Accepts what real histories hold and all
    /// read alike: no name, no e-mail, a time zone of more than four digits, a date behind 2106.
    init(_ value: [UInt8]) throws(MalformedObject) {
        let brackets = value.indices.filter { value[$0] == UInt8(ascii: "<") || value[$0] == UInt8(ascii: ">") }
        guard brackets.count == 2, let open = brackets.first, let close = brackets.last,
            value[open] == UInt8(ascii: "<"), value[close] == UInt8(ascii: ">")
        else { throw .badIdentity }
        let date = value[(close + 1)...].split(separator: space)
        guard date.count == 2, date[0].allSatisfy(isDigit),
            let seconds = Int64(String(decoding: date[0], as: UTF8.self)),
            let sign = date[1].first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), date[1].count > 1,
            date[1].dropFirst().allSatisfy(isDigit)
        else { throw .badIdentity }
        var name = value[..<open]
        while name.last == space { name.removeLast() }
        self.name = String(decoding: name, as: UTF8.self)
        email = String(decoding: value[(open + 1)..<close], as: UTF8.self)
        self.seconds = seconds
    }
}

let space = UInt8(ascii: " ")

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
