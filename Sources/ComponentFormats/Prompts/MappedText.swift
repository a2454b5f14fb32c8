package import SourceText
package import YAMLDocuments

/// Text as a program gets it, with the way back to the file: the value of a quoted scalar has no escapes any more, yet
/// each of its bytes knows the bytes that it was written with.
package final class MappedText: Sendable {
    /// A stretch of the text that stands in the file as it is, or that one escape or fold wrote.
    struct Run: Sendable {
        /// Bytes of the text.
        let text: Range<Int>
        /// Bytes of the file. As many as `text` has when `isVerbatim`, else they belong together.
        let source: Range<Int>
        let isVerbatim: Bool
    }

    /// The file that holds the text.
    package let source: SourceFile
    /// The text as UTF-8, without escapes and indentation.
    package let bytes: [UInt8]
    /// In order and without gaps; nil where the text is the whole file.
    let runs: [Run]?
    /// Bytes of the file that hold the text; no place lies outside it.
    package let whole: Range<Int>

    /// A file's own bytes.
    package init(_ source: SourceFile) {
        self.source = source
        bytes = source.bytes
        runs = nil
        whole = 0..<source.bytes.count
    }

    /// The value of a scalar. `source` is the file that the scalar's byte range speaks of.
    package init(_ scalar: YAMLNode, in source: SourceFile) {
        self.source = source
        bytes = Array(scalar.scalarBytes)
        whole = scalar.range.clamped(to: 0..<source.bytes.count)
        let reading = ScalarReading(of: scalar, in: source.bytes)
        runs =
            reading.text == bytes ? reading.runs : [Run(text: 0..<bytes.count, source: whole, isVerbatim: false)]
    }

    /// True where the text stands in the file as it is, so that offsets are the same.
    package var isWholeFile: Bool { runs == nil }

    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The bytes of the file that wrote a range of the text; of an escape always all.
    package func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard let runs else { return range.clamped(to: whole) }
        guard let first = run(at: range.lowerBound, in: runs) else { return whole }
        let lower =
            first.isVerbatim
            ? first.source.lowerBound + (range.lowerBound - first.text.lowerBound) : first.source.lowerBound
        guard range.upperBound > range.lowerBound, let last = run(at: range.upperBound - 1, in: runs) else {
            return lower..<lower
        }
        let upper =
            last.isVerbatim
            ? last.source.lowerBound + (range.upperBound - last.text.lowerBound) : last.source.upperBound
        return lower..<max(lower, upper)
    }

    /// The stretches that are not written as they are sent: escapes, folds.
    package var rewritten: [Range<Int>] { runs?.filter { !$0.isVerbatim }.map(\.text) ?? [] }

    /// The last run that starts at an offset or before it.
    private func run(at offset: Int, in runs: [Run]) -> Run? {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].text.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low < runs.count ? runs[low] : nil
    }
}
