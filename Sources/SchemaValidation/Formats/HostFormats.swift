/// Four decimal numbers up to 255 without leading zeros.
func isIPv4(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit) else { return false }
            if part.count > 1, part.first == UInt8(ascii: "0") { return false }
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
        }
}

/// RFC 4291, chapter 2.2: eight groups, `::` once for some of them, the last two also as IPv4.
func isIPv6(_ text: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    var parts = text.split(separator: colon, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count >= 3 else { return false }
    var groups = 0
    if let last = parts.last, last.contains(UInt8(ascii: ".")) {
        guard isIPv4(last) else { return false }
        groups = 2
        parts.removeLast()
        // A `::` directly before the IPv4 part is an empty group now at the end.
        if parts == [[], []] { return true }
    } else if parts.last?.isEmpty == true {
        guard parts[parts.count - 2].isEmpty else { return false }
        parts.removeLast()
    }
    if parts.first?.isEmpty == true {
        guard parts.count > 1, parts[1].isEmpty else { return false }
        parts.removeFirst()
    }
    var gaps = 0
    for part in parts {
        if part.isEmpty {
            gaps += 1
        } else {
            guard part.count <= 4, part.allSatisfy({ $0.hexadecimalValue != nil }) else { return false }
            groups += 1
        }
    }
    return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
}

/// RFC 5321 mailbox, with internationalised parts (RFC 6531) when asked.
func isEmail(_ text: String, isInternational: Bool) -> Bool {
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = text[..<at].unicodeScalars
    let domain = text[text.utf8.index(after: at)...]
    guard (1...64).contains(local.count), isLocalPart(local, isInternational: isInternational) else { return false }
    if domain.hasPrefix("["), domain.hasSuffix("]") {
        let address = domain.dropFirst().dropLast()
        return address.lowercased().hasPrefix("ipv6:")
            ? isIPv6(Array(address.dropFirst(5).utf8)) : isIPv4(Array(address.utf8))
    }
    return isHostname(String(domain), isInternational: isInternational)
}

private func isLocalPart(_ local: Substring.UnicodeScalarView, isInternational: Bool) -> Bool {
    func isForeign(_ scalar: Unicode.Scalar) -> Bool { isInternational && scalar.value >= 0x80 }
    if local.first == "\"", local.last == "\"", local.count >= 2 {
        var isEscaped = false
        for scalar in local.dropFirst().dropLast() {
            guard (0x20...0x7E).contains(scalar.value) || isForeign(scalar) else { return false }
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                return false
            }
        }
        return !isEscaped
    }
    return local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty
            && atom.allSatisfy { scalar in
                isForeign(scalar) || scalar.isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
            }
    }
}

/// RFC 1123 host names; with internationalised labels (RFC 5890) when asked. Every label that is internationalised
/// or encoded (`xn--`) must also satisfy IDNA 2008.
func isHostname(_ text: String, isInternational: Bool) -> Bool {
    // RFC 3490, chapter 3.1: three characters stand for the dot.
    let isDot: (Unicode.Scalar) -> Bool = { scalar in
        scalar == "." || isInternational && (scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}")
    }
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isDot)
    var length = -1
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
        guard let (scalars, encodedLength) = hostLabel(Array(label), isInternational: isInternational) else {
            return false
        }
        length += encodedLength + 1
        decoded.append(scalars)
    }
    return length <= 253 && satisfiesBidiRule(decoded)
}

/// A label's Unicode form and its length as ASCII; nil when it is not one.
private func hostLabel(
    _ label: [Unicode.Scalar], isInternational: Bool
) -> (scalars: [Unicode.Scalar], encodedLength: Int)? {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return nil }
    if label.allSatisfy(\.isASCII) {
        guard label.count <= 63, label.allSatisfy({ $0.isASCIIAlphanumeric || $0 == "-" }) else { return nil }
        guard label.count >= 4, label[2] == "-", label[3] == "-" else { return (label, label.count) }
        let isEncoded = String(String.UnicodeScalarView(label[..<2])).lowercased() == "xn"
        guard isEncoded, let unicode = Punycode.decode(label[4...]) else { return nil }
        // An A-label must be the one encoding of a U-label (RFC 5891, chapter 5.4).
        guard !unicode.allSatisfy(\.isASCII), Punycode.encode(unicode).elementsEqual(lowercased(label[4...])),
            isValidUnicodeLabel(unicode)
        else { return nil }
        return (unicode, label.count)
    }
    guard isInternational, isValidUnicodeLabel(label) else { return nil }
    let length = Punycode.encode(label).count + 4
    return length <= 63 ? (label, length) : nil
}

private func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 }
}

extension Unicode.Scalar {
    var isASCIIAlphanumeric: Bool { UInt8(exactly: value).map { $0.isASCIILetter || $0.isASCIIDigit } ?? false }
}
