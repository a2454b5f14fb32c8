import ComponentFormats
import SourceText

/// Finds hidden characters in a file, wherever they stand: also in a comment, where they can make a reviewer read
/// something else than the tools do.
enum HiddenCharacterScan {
    struct Find {
        let scalar: Unicode.Scalar
        let range: Range<Int>
    }

    static func find(in source: SourceFile) -> [Find] {
        guard source.bytes.contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) else { return [] }
        let start = source.bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        var finds: [Find] = []
        var offset = start
        var previous: Unicode.Scalar?
        for scalar in source.text(start..<source.bytes.count).unicodeScalars {
            let length = UTF8.width(scalar)
            if HiddenCharacters.isHidden(scalar, after: previous) {
                finds.append(Find(scalar: scalar, range: offset..<offset + length))
            }
            offset += length
            previous = scalar
        }
        return finds
    }

    /// Those that escapes of a scalar write.
    static func find(writtenIn text: MappedText) -> [Find] {
        text.rewritten.flatMap { span -> [Find] in
            text.text(span).unicodeScalars.filter { HiddenCharacters.isHidden($0, after: nil) }
                .map { Find(scalar: $0, range: text.sourceRange(span)) }
        }
    }

    /// Finds of `one` beyond those that `other` has too, character by character.
    static func surplus(of one: [Find], over other: [Find]) -> [Find] {
        var known: [Unicode.Scalar: Int] = [:]
        for find in other { known[find.scalar, default: 0] += 1 }
        return one.filter { find in
            guard let count = known[find.scalar], count > 0 else { return true }
            known[find.scalar] = count - 1
            return false
        }
    }
}

extension String {
    /// The text without characters that nobody sees.
    var withoutHiddenCharacters: String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            if !HiddenCharacters.isHidden(scalar, after: previous) { result.append(scalar) }
            previous = scalar
        }
        return String(result)
    }
}
