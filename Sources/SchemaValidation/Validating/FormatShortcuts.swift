import YAMLDocuments

extension Format {
    /// Recognises what most documents have, in the bytes as they stand. False says nothing: `accepts` decides then.
    func surelyAccepts(_ text: BorrowedText) -> Bool {
        switch self {
        case .date: text.count == 10 && isOrdinaryDate(text)
        case .dateTime: isOrdinaryDateTime(text)
        case .uri, .uriReference, .iri, .iriReference: isOrdinaryWebAddress(text)
        default: false
        }
    }
}

/// `2026-08-30`, of the days that every month has.
private func isOrdinaryDate(_ text: BorrowedText) -> Bool {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
        pair(text, 0) != nil, pair(text, 2) != nil, let month = pair(text, 5), let day = pair(text, 8)
    else { return false }
    return (1...12).contains(month) && (1...28).contains(day)
}

/// `2026-08-30T10:00:00Z` or `2026-08-30T10:00:00+02:00`.
private func isOrdinaryDateTime(_ text: BorrowedText) -> Bool {
    guard text.count == 20 || text.count == 25, isOrdinaryDate(text), text[10] == UInt8(ascii: "T"),
        text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
        let hour = pair(text, 11), let minute = pair(text, 14), let second = pair(text, 17),
        hour <= 23, minute <= 59, second <= 59
    else { return false }
    if text.count == 20 { return text[19] == UInt8(ascii: "Z") }
    guard text[19] == UInt8(ascii: "+") || text[19] == UInt8(ascii: "-"), text[22] == UInt8(ascii: ":"),
        let hours = pair(text, 20), let minutes = pair(text, 23)
    else { return false }
    return hours <= 23 && minutes <= 59
}

/// `https://` or `http://`, a host of letters, digits, dots and hyphens, and a path of unreserved characters.
private func isOrdinaryWebAddress(_ text: BorrowedText) -> Bool {
    var index = text.starts(with: https) ? https.count : http.count
    guard index == https.count || text.starts(with: http) else { return false }
    let host = index
    while index < text.count, text[index].isHostByte { index += 1 }
    guard index > host, index == text.count || text[index] == UInt8(ascii: "/") else { return false }
    while index < text.count {
        let byte = text[index]
        guard byte.isHostByte || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
        else { return false }
        index += 1
    }
    return true
}

private let https = Array("https://".utf8)
private let http = Array("http://".utf8)

/// Two digits as a number.
private func pair(_ text: BorrowedText, _ index: Int) -> Int? {
    let (high, low) = (text[index] &- UInt8(ascii: "0"), text[index + 1] &- UInt8(ascii: "0"))
    return high <= 9 && low <= 9 ? Int(high) * 10 + Int(low) : nil
}

extension UInt8 {
    fileprivate var isHostByte: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }
}
