/// A property that `\p{…}` can name (ECMA-262, tables 66 to 68), answered from the standard library's tables.
enum UnicodeProperty: Sendable {
    case category(Set<String>)
    case binary(@Sendable (Unicode.Scalar.Properties) -> Bool)
    case any, ascii, assigned

    /// Reads what stands between the braces.
    init(_ text: String) throws(PatternError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            switch parts[0] {
            case "General_Category", "gc":
                guard let category = Self.category(named: parts[1]) else {
                    throw PatternError("names an unknown general category, \\p{\(text)}")
                }
                self = category
            case "Script", "sc", "Script_Extensions", "scx":
                throw PatternError("uses \\p{\(text)}; scripts are not supported, list the ranges instead")
            default: throw PatternError("names an unknown Unicode property, \\p{\(text)}")
            }
        } else if let property = Self.category(named: text) ?? Self.binary(named: text) {
            self = property
        } else {
            throw PatternError("names an unknown Unicode property, \\p{\(text)}")
        }
    }

    func contains(_ value: UInt32) -> Bool {
        switch self {
        case .any: return true
        case .ascii: return value < 0x80
        case .assigned: return Unicode.Scalar(value).map { $0.properties.generalCategory != .unassigned } ?? false
        case .category(let short):
            return Unicode.Scalar(value).map { short.contains(Self.shortName($0.properties.generalCategory)) } ?? false
        case .binary(let test): return Unicode.Scalar(value).map { test($0.properties) } ?? false
        }
    }

    private static func category(named name: String) -> UnicodeProperty? {
        let short = longCategoryNames[name] ?? name
        switch short {
        case "LC": return .category(["Lu", "Ll", "Lt"])
        case "C", "L", "M", "N", "P", "S", "Z":
            return .category(Set(allCategories.filter { $0.hasPrefix(short) }))
        default: return allCategories.contains(short) ? .category([short]) : nil
        }
    }

    private static let allCategories = [
        "Cc", "Cf", "Cn", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No", "Pc", "Pd",
        "Pe",
        "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs",
    ]

    private static let longCategoryNames = [
        "Cased_Letter": "LC", "Close_Punctuation": "Pe", "Connector_Punctuation": "Pc", "Control": "Cc", "cntrl": "Cc",
        "Currency_Symbol": "Sc", "Dash_Punctuation": "Pd", "Decimal_Number": "Nd", "digit": "Nd",
        "Enclosing_Mark": "Me", "Final_Punctuation": "Pf", "Format": "Cf", "Initial_Punctuation": "Pi", "Letter": "L",
        "Letter_Number": "Nl", "Line_Separator": "Zl", "Lowercase_Letter": "Ll", "Mark": "M", "Combining_Mark": "M",
        "Math_Symbol": "Sm", "Modifier_Letter": "Lm", "Modifier_Symbol": "Sk", "Nonspacing_Mark": "Mn", "Number": "N",
        "Open_Punctuation": "Ps", "Other": "C", "Other_Letter": "Lo", "Other_Number": "No", "Other_Punctuation": "Po",
        "Other_Symbol": "So", "Paragraph_Separator": "Zp", "Private_Use": "Co", "Punctuation": "P", "punct": "P",
        "Separator": "Z", "Space_Separator": "Zs", "Spacing_Mark": "Mc", "Surrogate": "Cs", "Symbol": "S",
        "Titlecase_Letter": "Lt", "Unassigned": "Cn", "Uppercase_Letter": "Lu",
    ]

    private static func binary(named name: String) -> UnicodeProperty? {
        switch name {
        case "Any": .any
        case "ASCII": .ascii
        case "Assigned": .assigned
        case "Alphabetic", "Alpha": .binary { $0.isAlphabetic }
        case "Lowercase", "Lower": .binary { $0.isLowercase }
        case "Uppercase", "Upper": .binary { $0.isUppercase }
        case "White_Space", "space": .binary { $0.isWhitespace }
        case "Cased": .binary { $0.isCased }
        case "Case_Ignorable", "CI": .binary { $0.isCaseIgnorable }
        case "ASCII_Hex_Digit", "AHex": .binary { $0.isASCIIHexDigit }
        case "Hex_Digit", "Hex": .binary { $0.isHexDigit }
        case "ID_Start", "IDS": .binary { $0.isIDStart }
        case "ID_Continue", "IDC": .binary { $0.isIDContinue }
        case "XID_Start", "XIDS": .binary { $0.isXIDStart }
        case "XID_Continue", "XIDC": .binary { $0.isXIDContinue }
        case "Emoji": .binary { $0.isEmoji }
        case "Emoji_Presentation", "EPres": .binary { $0.isEmojiPresentation }
        case "Emoji_Modifier", "EMod": .binary { $0.isEmojiModifier }
        case "Emoji_Modifier_Base", "EBase": .binary { $0.isEmojiModifierBase }
        case "Ideographic", "Ideo": .binary { $0.isIdeographic }
        case "Math": .binary { $0.isMath }
        case "Dash": .binary { $0.isDash }
        case "Diacritic", "Dia": .binary { $0.isDiacritic }
        case "Default_Ignorable_Code_Point", "DI": .binary { $0.isDefaultIgnorableCodePoint }
        case "Noncharacter_Code_Point", "NChar": .binary { $0.isNoncharacterCodePoint }
        case "Quotation_Mark", "QMark": .binary { $0.isQuotationMark }
        default: nil
        }
    }

    private static func shortName(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        default: "Cn"
        }
    }
}
