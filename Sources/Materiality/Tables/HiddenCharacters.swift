/// Characters that a reader does not see, but a model reads.
enum HiddenCharacters {
    /// Visible nothing that is not in the Unicode categories Cc and Cf: fillers, combining grapheme joiner, variation
    /// selectors (Unicode 16, DerivedCoreProperties, Default_Ignorable_Code_Point).
    private static let ignorable: [ClosedRange<UInt32>] = [
        0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x2065...0x2065, 0x3164...0x3164,
        0xFE00...0xFE0F, 0xFFA0...0xFFA0, 0xFFF0...0xFFF8, 0xE0000...0xE0FFF,
    ]

    /// `previous` is the character before: after an emoji, a joiner or a variation selector only shapes it.
    static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": return false
        // Zero-width joiner and variation selector 16.
        case "\u{200D}", "\u{FE0F}":
            return !(previous.map { $0.properties.isEmoji && $0.value > 0xA9 || $0 == "\u{FE0F}" } ?? false)
        default: break
        }
        if ignorable.contains(where: { $0.contains(scalar.value) }) { return true }
        switch scalar.properties.generalCategory {
        case .control, .format: return true
        default: return false
        }
    }

    /// Characters that users' own scripts need: a soft hyphen, which shows where a line breaks; joiners and marks of
    /// direction behind a letter of a script that joins letters or runs from the right, Hebrew to Sinhala (Unicode 16,
    /// Core Specification, sections 9, 12 and 23.2).
    static func shapesWords(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "\u{AD}": true
        case "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{061C}":
            previous.map { (0x0590...0x0DFF).contains($0.value) } ?? false
        default: false
        }
    }

    /// A name for a report: `U+200B zero width space`.
    static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.properties.name.map { "\(code) \($0.lowercased())" } ?? code
    }
}
