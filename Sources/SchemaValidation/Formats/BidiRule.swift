/// The Bidi rule (RFC 5893, chapter 2) for all labels of a name, when one of them is written from right to left.
///
/// The standard library has no bidirectional classes; these are those of the blocks of right-to-left scripts.
func satisfiesBidiRule(_ labels: [[Unicode.Scalar]]) -> Bool {
    let classes = labels.map { $0.map(BidiClass.init) }
    guard classes.contains(where: { $0.contains { $0 == .rightToLeft || $0 == .arabicNumber } }) else { return true }
    return classes.allSatisfy(satisfiesBidiRule)
}

private enum BidiClass {
    case leftToRight, rightToLeft, arabicNumber, europeanNumber, mark, other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x8E2, 0x10D30...0x10D39, 0x10E60...0x10E7E: self = .arabicNumber
        case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
        default:
            let category = scalar.properties.generalCategory
            if category == .nonspacingMark || category == .enclosingMark {
                self = .mark
            } else if Self.isRightToLeft(scalar.value) {
                self = .rightToLeft
            } else {
                self = scalar.properties.isAlphabetic ? .leftToRight : .other
            }
        }
    }

    private static func isRightToLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}

private func satisfiesBidiRule(_ label: [BidiClass]) -> Bool {
    guard let first = label.first, let last = label.last(where: { $0 != .mark }) else { return true }
    switch first {
    case .rightToLeft:
        let hasBothNumbers = label.contains(.arabicNumber) && label.contains(.europeanNumber)
        return !label.contains(.leftToRight) && !hasBothNumbers && last != .other
    case .leftToRight:
        return !label.contains(.rightToLeft) && !label.contains(.arabicNumber)
            && (last == .leftToRight || last == .europeanNumber)
    default: return false
    }
}
