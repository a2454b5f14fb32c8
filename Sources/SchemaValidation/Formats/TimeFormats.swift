import SourceText

/// RFC 3339 `date-time`, leap seconds included.
func isDateTime(_ text: String) -> Bool {
    guard let mark = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "t") }) else { return false }
    return isDate(String(text[..<mark])) && isTime(String(text[text.utf8.index(after: mark)...]))
}

/// RFC 3339 `full-date`.
func isDate(_ text: String) -> Bool {
    text.utf8.count == 10 && Timestamp(rfc3339: text + "T00:00:00Z") != nil
}

/// RFC 3339 `full-time`. Second 60 only where a leap second can be: at 23:59:60 UTC.
func isTime(_ text: String) -> Bool {
    guard Timestamp(rfc3339: "2000-01-01T" + text) != nil else { return false }
    let bytes = Array(text.utf8)
    guard bytes[6] == UInt8(ascii: "6") else { return true }
    func pair(_ start: Int) -> Int { Int(bytes[start] - 0x30) * 10 + Int(bytes[start + 1] - 0x30) }
    var minutes = pair(0) * 60 + pair(3)
    if bytes[bytes.count - 1] | 0x20 != UInt8(ascii: "z") {
        let start = bytes.count - 6
        let offset = pair(start + 1) * 60 + pair(start + 4)
        minutes += bytes[start] == UInt8(ascii: "-") ? offset : -offset
    }
    return (minutes + 2 * 1440) % 1440 == 1439
}

/// The ABNF of RFC 3339, appendix A: units in order, weeks alone, and no unit left out between two that are there.
func isDuration(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    let halves = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = halves.first.flatMap(durationUnits) else { return false }
    if date == "W" { return halves.count == 1 }
    guard "YMD".contains(date) || date.isEmpty else { return false }
    if halves.count == 1 { return !date.isEmpty }
    guard let time = durationUnits(halves[1]) else { return false }
    return !time.isEmpty && "HMS".contains(time)
}

/// The letters behind the numbers, as `YMD`; nil when a part is not digits and a letter.
private func durationUnits(_ text: ArraySlice<UInt8>) -> String? {
    var units = ""
    var hasDigits = false
    for byte in text {
        if byte.isASCIIDigit {
            hasDigits = true
        } else if hasDigits, byte.isASCIILetter {
            units.unicodeScalars.append(Unicode.Scalar(byte))
            hasDigits = false
        } else {
            return nil
        }
    }
    return hasDigits ? nil : units
}
