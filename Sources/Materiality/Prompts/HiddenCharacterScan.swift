import ComponentFormats
import SourceText

/// Finds hidden characters in a file, wherever they stand: also in a comment, where they can make a reviewer read
/// something else than the tools do.
enum HiddenCharacterScan {
    struct Find {
        let scalar: Unicode.Scalar
        let range: Range<Int>
        /// The character before it, where it stands in the file.
        var previous: Unicode.Scalar?
    }

    static func find(in source: SourceFile) -> [Find] {
        let bytes = source.bytes
        var finds: [Find] = []
        var previous: Unicode.Scalar?
        var index = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        while index < bytes.count {
            let scalar = UTF8Scalar(in: bytes, at: index, end: bytes.count)
            if scalar.isHidden(after: previous) {
                finds.append(Find(scalar: scalar.value, range: index..<index + scalar.length, previous: previous))
            }
            previous = scalar.value
            index += scalar.length
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
        var previous: Unicode.Scalar?
        let hasHidden = unicodeScalars.contains { scalar in
            defer { previous = scalar }
            return Self.isHidden(scalar, after: previous)
        }
        guard hasHidden else { return self }
        previous = nil
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !Self.isHidden(scalar, after: previous) { result.append(scalar) }
            previous = scalar
        }
        return String(result)
    }

    /// Most text is ASCII, which the table need not be asked about.
    private static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        (0x20..<0x7F).contains(scalar.value) ? false : HiddenCharacters.isHidden(scalar, after: previous)
    }
}
