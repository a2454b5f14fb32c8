/// IDNA 2008: which characters a label may have (RFC 5892) and in which company (its appendix A).
///
/// The derivation uses the standard library's Unicode tables. Scripts and joining types, which it does not have, are
/// those of the blocks that the contextual rules are about.
func isValidUnicodeLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, first != "-", label.last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { index in
        if let isAllowedHere = contextRule(label, at: index) { return isAllowedHere }
        return isProtocolValid(label[index])
    }
}

/// PVALID of RFC 5892, chapter 3.
private func isProtocolValid(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    case 0x2D, 0x30...0x39, 0x61...0x7A: return true
    // Combining marks for symbols, musical symbols, Latin ligatures of old Hangul: blocks and letters left out.
    case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: return false
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
    default: break
    }
    let properties = scalar.properties
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace
        || properties.isNoncharacterCodePoint
    {
        return false
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
        .decimalNumber:
        return true
    default: return false
    }
}

/// The answer of the contextual rules; nil for a character without one.
private func contextRule(_ label: [Unicode.Scalar], at index: Int) -> Bool? {
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch label[index].value {
    case 0x200C: return isVirama(before) || joinsOnBothSides(label, at: index)
    case 0x200D: return isVirama(before)
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return after.map(isGreek) ?? false
    case 0x5F3, 0x5F4: return before.map(isHebrew) ?? false
    case 0x30FB: return label.contains(where: isKanaOrHan)
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    default: return nil
    }
}

private func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.canonicalCombiningClass == .virama } ?? false
}

private func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
}

private func isHebrew(_ scalar: Unicode.Scalar) -> Bool {
    (0x591...0x5F4).contains(scalar.value) || (0xFB1D...0xFB4F).contains(scalar.value)
}

/// Hiragana, Katakana (without the middle dot itself) or Han.
private func isKanaOrHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30FB, 0x30FC: false
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D, 0x3005, 0x3007: true
    default: scalar.properties.isIdeographic
    }
}

/// The regular expression of RFC 5892, appendix A.1: a letter that joins to the left, the joiner, one that joins to
/// the right, with marks between.
private func joinsOnBothSides(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    let before = label[..<index].last { $0.properties.generalCategory != .nonspacingMark }
    let after = label[(index + 1)...].first { $0.properties.generalCategory != .nonspacingMark }
    guard let before, let after else { return false }
    return isArabicLetter(before) && !joinsRightOnly(before) && isArabicLetter(after)
}

private func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    let isInBlock =
        (0x620...0x6FF).contains(scalar.value) || (0x750...0x77F).contains(scalar.value)
        || (0x8A0...0x8C9).contains(scalar.value)
    // Hamza (U+0621), high hamza and U+06D5 apart, every letter of the blocks joins to its right.
    return isInBlock && scalar.properties.generalCategory == .otherLetter && ![0x621, 0x674].contains(scalar.value)
}

/// Joining type R: alef, waw, dal, reh and their kin (ArabicShaping.txt).
private func joinsRightOnly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699, 0x6C0,
        0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF, 0x759...0x75B, 0x76B, 0x76C, 0x771, 0x773,
        0x774, 0x778, 0x779, 0x8AA...0x8AC, 0x8AE, 0x8B1, 0x8B2, 0x8B9:
        true
    default: false
    }
}
