/// RFC 3986, and RFC 3987 when international: an absolute URI (it may have a fragment), or also a relative reference.
func isURI(_ text: String, isInternational: Bool, isReference: Bool) -> Bool {
    let reference = URIReference(text)
    if !isReference, reference.scheme == nil { return false }
    let characters = URICharacters(isInternational: isInternational)
    if let authority = reference.authority {
        guard isAuthority(authority, characters), reference.path.isEmpty || reference.path.hasPrefix("/") else {
            return false
        }
    } else if reference.scheme == nil {
        // `a:b/c` would be a scheme: the first segment of a relative path has no colon.
        let firstSegment = reference.path.prefix { $0 != "/" }
        if firstSegment.contains(":") { return false }
    }
    return characters.accepts(reference.path, alsoAllowed: ":@/")
        && characters.accepts(reference.query ?? "", alsoAllowed: ":@/?", isQuery: true)
        && characters.accepts(reference.fragment ?? "", alsoAllowed: ":@/?")
}

private func isAuthority(_ authority: String, _ characters: URICharacters) -> Bool {
    var host = authority[...]
    if let at = host.firstIndex(of: "@") {
        guard characters.accepts(host[..<at], alsoAllowed: ":") else { return false }
        host = host[host.index(after: at)...]
    }
    if host.hasPrefix("[") {
        guard let close = host.firstIndex(of: "]") else { return false }
        let literal = host[..<close].dropFirst()
        let rest = host[host.index(after: close)...]
        guard rest.isEmpty || rest.hasPrefix(":") && rest.utf8.dropFirst().allSatisfy(\.isASCIIDigit) else {
            return false
        }
        return isIPv6(Array(literal.utf8)) || isFutureAddress(literal)
    }
    if let colon = host.lastIndex(of: ":") {
        guard host[colon...].utf8.dropFirst().allSatisfy(\.isASCIIDigit) else { return false }
        host = host[..<colon]
    }
    return characters.accepts(host, alsoAllowed: "")
}

/// `v1.something`, RFC 3986's room for later address forms.
private func isFutureAddress(_ text: Substring) -> Bool {
    guard text.hasPrefix("v"), let dot = text.firstIndex(of: ".") else { return false }
    let version = text[..<dot].utf8.dropFirst()
    let address = text[text.index(after: dot)...]
    return !version.isEmpty && version.allSatisfy { $0.hexadecimalValue != nil } && !address.isEmpty
        && URICharacters(isInternational: false).accepts(address, alsoAllowed: ":") && !address.contains("%")
}

private struct URICharacters {
    let isInternational: Bool

    /// Unreserved characters, sub-delimiters, percent-encoded bytes and the ones named.
    func accepts(_ text: some StringProtocol, alsoAllowed: String, isQuery: Bool = false) -> Bool {
        var scalars = Substring(text).unicodeScalars
        while let scalar = scalars.popFirst() {
            if scalar == "%" {
                for _ in 0..<2 {
                    guard let digit = scalars.popFirst().flatMap({ UInt8(exactly: $0.value) }),
                        digit.hexadecimalValue != nil
                    else { return false }
                }
            } else if scalar.isASCII {
                guard
                    scalar.isASCIIAlphanumeric || "-._~!$&'()*+,;=".unicodeScalars.contains(scalar)
                        || alsoAllowed.unicodeScalars.contains(scalar)
                else { return false }
            } else {
                guard isInternational, isInternationalCharacter(scalar.value, isQuery: isQuery) else { return false }
            }
        }
        return true
    }

    /// `ucschar`, and `iprivate` in queries (RFC 3987, chapter 2.2).
    private func isInternationalCharacter(_ value: UInt32, isQuery: Bool) -> Bool {
        switch value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
        case 0x10000...0xEFFFF: value & 0xFFFF <= 0xFFFD && !(0xE0000...0xE0FFF).contains(value)
        default: false
        }
    }
}

/// RFC 6570: literals and expressions in braces.
func isURITemplate(_ text: String) -> Bool {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        switch scalar {
        case "{":
            guard let close = rest.firstIndex(of: "}"), isTemplateExpression(rest[..<close]) else { return false }
            rest = rest[rest.index(after: close)...]
        case "%":
            guard isHexadecimalPair(rest.prefix(2)) else { return false }
            rest = rest.dropFirst(2)
        case "}", "\"", "<", ">", "\\", "^", "`", "|": return false
        default:
            if scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
        }
    }
    return true
}

private func isTemplateExpression(_ text: Substring.UnicodeScalarView) -> Bool {
    var variables = text
    // The reserved operators (= , ! @ |) are for later versions and have no meaning now.
    if let first = text.first, "+#./;?&".unicodeScalars.contains(first) { variables = text.dropFirst() }
    return variables.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { variable in
        var name = variable
        if name.last == "*" {
            name = name.dropLast()
        } else if let colon = name.firstIndex(of: ":") {
            let digits = name[name.index(after: colon)...]
            guard (1...4).contains(digits.count), digits.first != "0", digits.allSatisfy({ ("0"..."9").contains($0) })
            else { return false }
            name = name[..<colon]
        }
        return isTemplateName(name)
    }
}

private func isTemplateName(_ name: Substring.UnicodeScalarView) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        guard !part.isEmpty else { return false }
        var rest = part
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard isHexadecimalPair(rest.prefix(2)) else { return false }
                rest = rest.dropFirst(2)
            } else if !scalar.isASCIIAlphanumeric, scalar != "_" {
                return false
            }
        }
        return true
    }
}

private func isHexadecimalPair(_ text: Substring.UnicodeScalarView) -> Bool {
    text.count == 2 && text.allSatisfy { UInt8(exactly: $0.value)?.hexadecimalValue != nil }
}
