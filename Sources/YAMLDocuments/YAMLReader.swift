package import SourceText

/// What a file turned out to hold. One mistake does not hide the rest of the file: the documents before and behind a
/// broken one are kept.
package struct YAMLStream: Sendable {
    package let documents: [YAMLDocument]
    package let problems: [YAMLProblem]
    /// Documents of the file, the broken ones too; 0 for a file of comments only. A problem's `documentIndex` and a
    /// document's `index` count in it.
    package let documentCount: Int

    init(documents: [YAMLDocument], problems: [YAMLProblem], documentCount: Int) {
        self.documents = documents
        self.problems = problems
        self.documentCount = documentCount
    }

    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads YAML 1.2.2 under its core schema.
package enum YAMLReader {
    package static func read(_ source: SourceFile, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        source.bytes.withUnsafeBufferPointer { bytes in
            let precheck = BytePrecheck.check(bytes, limits: limits)
            if let problem = precheck.problem {
                return YAMLStream(documents: [], problems: precheck.warnings + [problem], documentCount: 0)
            }
            guard var reading = StreamReading(source, bytes, limits) else {
                return YAMLStream(documents: [], problems: [], documentCount: 0)
            }
            reading.add(precheck.warnings)
            return reading.readStream()
        }
    }
}

/// Turns the parser's events into documents. Lives only while the bytes are lent to it.
private struct StreamReading {
    /// Broken documents in one file after which reading it ends.
    private static let mistakeLimit = 20

    private let source: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private var parser: StrictParser
    private var builder: DocumentBuilder
    private var documents: [YAMLDocument] = []
    private var problems: [YAMLProblem] = []
    /// Documents begun so far.
    private var count: Int { starts.count }
    /// Where each of them begins.
    private var starts: [Int] = []
    private var hasReachedEnd = true

    /// Nil for an empty file.
    init?(_ source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: ReadLimits) {
        guard let parser = StrictParser(bytes, limits: limits) else { return nil }
        self.source = source
        self.bytes = bytes
        self.parser = parser
        builder = DocumentBuilder(source: bytes, limits: limits)
    }

    mutating func readStream() -> YAMLStream {
        var mistakes = 0
        while true {
            let start = parser.at
            do throws(SyntaxMistake) {
                guard try parser.readDocument() else { break }
                guard count < parser.limits.documents else {
                    problems.append(tooManyDocuments(start))
                    break
                }
                build()
            } catch {
                addHere([error.problem])
                mistakes += 1
                guard let next = parser.nextDocument(behind: start) else {
                    starts.append(start)
                    break
                }
                guard mistakes < Self.mistakeLimit else {
                    starts.append(start)
                    hasReachedEnd = false
                    addHere([tooManyMistakes(next)])
                    break
                }
                parser.moveToLine(next)
            }
            starts.append(start)
        }
        source.rememberDocuments(DocumentStarts(starts, isComplete: hasReachedEnd))
        return YAMLStream(documents: documents, problems: problems, documentCount: count)
    }

    private mutating func build() {
        addHere(parser.warnings)
        builder.reset()
        for event in parser.output.events {
            builder.add(event, of: parser.output, bytes)
            if builder.hasStopped { break }
        }
        if !builder.hasStopped, let document = builder.finish(source: source, index: count) {
            documents.append(document)
        }
        addHere(builder.problems)
    }

    /// Problems of the file as a whole.
    mutating func add(_ found: [YAMLProblem]) { problems += found }

    /// Problems of the document that is being read.
    private mutating func addHere(_ found: [YAMLProblem]) {
        for problem in found { problems.append(problem.in(document: count)) }
    }

    private func tooManyDocuments(_ offset: Int) -> YAMLProblem {
        YAMLProblem(
            .limit, offset..<min(offset + 3, bytes.count),
            "the file has more than \(parser.limits.documents) documents", mend: "Split the file.")
    }

    private func tooManyMistakes(_ offset: Int) -> YAMLProblem {
        YAMLProblem(
            .limit, offset..<offset + 3,
            "\(Self.mistakeLimit) documents of this file cannot be read; the rest was not looked at",
            mend: "Mend the mistakes above first.")
    }
}
