import SourceText

/// The formats of chapter 7.3 of the validation specification.
enum Format: String, Sendable, CaseIterable {
    case dateTime = "date-time"
    case date, time, duration, email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4, ipv6, uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid
    case uriTemplate = "uri-template"
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    func accepts(_ text: String) -> Bool {
        switch self {
        case .dateTime: isDateTime(text)
        case .date: isDate(text)
        case .time: isTime(text)
        case .duration: isDuration(text)
        case .email: isEmail(text, isInternational: false)
        case .idnEmail: isEmail(text, isInternational: true)
        case .hostname: isHostname(text, isInternational: false)
        case .idnHostname: isHostname(text, isInternational: true)
        case .ipv4: isIPv4(Array(text.utf8))
        case .ipv6: isIPv6(Array(text.utf8))
        case .uri: isURI(text, isInternational: false, isReference: false)
        case .uriReference: isURI(text, isInternational: false, isReference: true)
        case .iri: isURI(text, isInternational: true, isReference: false)
        case .iriReference: isURI(text, isInternational: true, isReference: true)
        case .uuid: isUUID(text)
        case .uriTemplate: isURITemplate(text)
        case .jsonPointer: isJSONPointer(text[...])
        case .relativeJSONPointer: isRelativeJSONPointer(text)
        case .regex: isPattern(text)
        }
    }

    /// The draft that defined it (or, for those of draft-03, took it up).
    var since: SchemaDraft {
        switch self {
        case .dateTime, .email, .hostname, .ipv4, .ipv6, .uri: .draft4
        case .uriReference, .uriTemplate, .jsonPointer: .draft6
        case .date, .time, .idnEmail, .idnHostname, .iri, .iriReference, .relativeJSONPointer, .regex: .draft7
        case .duration, .uuid: .draft2019
        }
    }

    /// What a text of this format is, with an example.
    var words: (name: String, example: String) {
        switch self {
        case .dateTime: ("a date and time with an offset (RFC 3339)", "2026-08-30T10:00:00Z")
        case .date: ("a date", "2026-08-30")
        case .time: ("a time with an offset (RFC 3339)", "10:00:00Z")
        case .duration: ("a duration (ISO 8601)", "P3DT4H")
        case .email, .idnEmail: ("an email address", "team@example.org")
        case .hostname, .idnHostname: ("a host name", "models.example.org")
        case .ipv4: ("an IPv4 address", "192.0.2.1")
        case .ipv6: ("an IPv6 address", "2001:db8::1")
        case .uri, .iri: ("a complete URI", "https://example.org/policy")
        case .uriReference, .iriReference: ("a URI or relative reference", "../policy#scope")
        case .uuid: ("a UUID", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
        case .uriTemplate: ("a URI template (RFC 6570)", "https://example.org/{id}")
        case .jsonPointer: ("a JSON pointer", "/spec/rollout")
        case .relativeJSONPointer: ("a relative JSON pointer", "1/name")
        case .regex: ("a regular expression (ECMA-262)", "^[a-z]+$")
        }
    }
}

func isPattern(_ text: String) -> Bool {
    do {
        _ = try Pattern(text)
        return true
    } catch {
        return false
    }
}

func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
        && groups.allSatisfy { $0.allSatisfy { $0.hexadecimalValue != nil } }
}

/// RFC 6901: empty, or tokens that each follow a `/`, with `~` only as `~0` and `~1`.
func isJSONPointer(_ text: Substring) -> Bool {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return false }
    let pieces = text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
    return pieces.dropFirst().allSatisfy { $0.first == UInt8(ascii: "0") || $0.first == UInt8(ascii: "1") }
}

/// A number without leading zeros, then `#` or a JSON pointer.
func isRelativeJSONPointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { $0.isASCIIDigit }
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return false }
    let rest = text[digits.endIndex...]
    return rest == "#" || isJSONPointer(rest)
}
