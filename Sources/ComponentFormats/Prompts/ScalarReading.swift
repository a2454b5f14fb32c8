import SourceText
import YAMLDocuments

/// Reads a scalar's source again, to know which bytes wrote which. The YAML reader keeps values only; a mistake here
/// shows, because the text must come out as it did there, and costs no more than exact places.
struct ScalarReading {
    private(set) var text: [UInt8] = []
    private(set) var runs: [MappedText.Run] = []
    private let bytes: [UInt8]
    private var at: Int
    private let end: Int

    init(of scalar: YAMLNode, in bytes: [UInt8]) {
        self.bytes = bytes
        let range = scalar.range.clamped(to: 0..<bytes.count)
        at = range.lowerBound
        end = range.upperBound
        switch at < end ? bytes[at] : nil {
        case UInt8(ascii: "\"") where !scalar.isPlainScalar: readFlow(quote: UInt8(ascii: "\""))
        case UInt8(ascii: "'") where !scalar.isPlainScalar: readFlow(quote: UInt8(ascii: "'"))
        case UInt8(ascii: "|") where !scalar.isPlainScalar: readBlock(isFolded: false, value: scalar.scalarBytes)
        case UInt8(ascii: ">") where !scalar.isPlainScalar: readBlock(isFolded: true, value: scalar.scalarBytes)
        default: readFlow(quote: nil)
        }
    }

    // MARK: Runs

    /// Bytes of the file that are sent as they are.
    private mutating func copy(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = text.count
        text += bytes[range]
        if let last = runs.last, last.isVerbatim, last.source.upperBound == range.lowerBound {
            runs[runs.count - 1] = MappedText.Run(
                text: last.text.lowerBound..<text.count, source: last.source.lowerBound..<range.upperBound,
                isVerbatim: true)
        } else {
            runs.append(MappedText.Run(text: start..<text.count, source: range, isVerbatim: true))
        }
    }

    /// Bytes of the file that write other bytes.
    private mutating func write(_ written: some Sequence<UInt8>, for range: Range<Int>) {
        let start = text.count
        text += written
        if text.count > start {
            runs.append(MappedText.Run(text: start..<text.count, source: range, isVerbatim: false))
        }
    }

    // MARK: Plain and quoted scalars (YAML 1.2.2, 7.3)

    private mutating func readFlow(quote: UInt8?) {
        if quote != nil { at += 1 }
        var start = at
        while at < end {
            let byte = bytes[at]
            if byte == quote {
                copy(start..<at)
                guard quote == UInt8(ascii: "'"), at + 1 < end, bytes[at + 1] == byte else { return }
                write([byte], for: at..<at + 2)
                at += 2
                start = at
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                copy(start..<at)
                readEscape()
                start = at
            } else if isBreak(byte) {
                // White space before a break is dropped, but not what an escape wrote.
                var upper = at
                while upper > start, isBlank(bytes[upper - 1]) { upper -= 1 }
                copy(start..<upper)
                fold(from: upper, joins: false)
                start = at
            } else {
                at += 1
            }
        }
        copy(start..<at)
    }

    /// A break and the white space around it: a space, or one break fewer than there are. An escaped break only joins.
    private mutating func fold(from lower: Int, joins: Bool) {
        var breaks = 0
        while at < end, isBreak(bytes[at]) || isBlank(bytes[at]) {
            if isBreak(bytes[at]) {
                breaks += 1
                passBreak()
            } else {
                at += 1
            }
        }
        let written = [UInt8](repeating: UInt8(ascii: "\n"), count: max(breaks - 1, 0))
        write(written.isEmpty && !joins ? [UInt8(ascii: " ")] : written, for: lower..<at)
    }

    /// Those of 5.7 that do not stand for themselves.
    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
        UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
        UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
        UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
    ]

    private mutating func readEscape() {
        let start = at
        at += 1
        guard at < end else { return }
        let name = bytes[at]
        if isBreak(name) { return fold(from: start, joins: true) }
        at += 1
        let digits: Int
        switch name {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            write(Array(String(Self.escapes[name] ?? Unicode.Scalar(name)).utf8), for: start..<at)
            return
        }
        var value = hexadecimal(digits)
        // Surrogate pairs, as JSON writes them.
        if (0xD800..<0xDC00).contains(value), at + 1 < end, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        {
            at += 2
            value = 0x10000 + (value - 0xD800) << 10 + (hexadecimal(4) & 0x3FF)
        }
        write(Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8), for: start..<at)
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32 {
        let upper = min(at + count, end)
        defer { at = upper }
        return UInt32(String(decoding: bytes[at..<upper], as: UTF8.self), radix: 16) ?? 0
    }

    // MARK: Block scalars (YAML 1.2.2, 8.1)

    private mutating func readBlock(isFolded: Bool, value: ArraySlice<UInt8>) {
        while at < end, !isBreak(bytes[at]) { at += 1 }
        if at < end { passBreak() }
        let indent = indentation(value)
        /// Where the breaks that are not written yet begin.
        var pendingStart = at
        var pending = 0
        var hasText = false
        var wasSpaced = true
        while at < end {
            let line = at
            while at < end, at - line < indent, bytes[at] == UInt8(ascii: " ") { at += 1 }
            let start = at
            while at < end, !isBreak(bytes[at]) { at += 1 }
            if start == at {
                pending += 1
                if at < end { passBreak() }
                continue
            }
            let isSpaced = isBlank(bytes[start])
            let isKept = !hasText || !isFolded || isSpaced || wasSpaced
            let breaks = [UInt8](repeating: UInt8(ascii: "\n"), count: isKept ? pending : pending - 1)
            write(isKept || pending > 1 ? breaks : [UInt8(ascii: " ")], for: pendingStart..<start)
            copy(start..<at)
            (hasText, wasSpaced, pending, pendingStart) = (true, isSpaced, 1, at)
            if at < end { passBreak() }
        }
        // The breaks at the end lie behind the scalar's range, and how many count is the header's to say.
        write(value.dropFirst(text.count).filter { $0 == UInt8(ascii: "\n") }, for: end..<end)
    }

    /// Spaces before the first line with text that are not part of the text.
    private func indentation(_ value: ArraySlice<UInt8>) -> Int {
        var line = at
        while line < end {
            var first = line
            while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
            if first < end, isBreak(bytes[first]) {
                line = first + 1
                continue
            }
            return first - line
                - value.drop { $0 == UInt8(ascii: "\n") }.prefix { $0 == UInt8(ascii: " ") }.count
        }
        return 0
    }

    private mutating func passBreak() {
        let isPair = bytes[at] == UInt8(ascii: "\r") && at + 1 < end && bytes[at + 1] == UInt8(ascii: "\n")
        at += isPair ? 2 : 1
    }

    private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
