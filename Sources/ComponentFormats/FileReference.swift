package import PlanModel
package import SourceText

/// A place in a component file that names other files of the repository, which ship with it.
package struct FileReference: Sendable {
    package let source: SourceFile
    /// Bytes of `source` that name the file.
    package let range: Range<Int>
    /// Paths inside the repository that the name may stand for, the first that exists wins.
    package let candidates: [String]
    /// Where the tool reads a folder: everything there that it would read, which may be nothing.
    package let patterns: [PathPattern]

    package init(source: SourceFile, range: Range<Int>, candidates: [String]) {
        self.source = source
        self.range = range
        self.candidates = candidates
        patterns = []
    }

    package init(source: SourceFile, range: Range<Int>, patterns: [PathPattern]) {
        self.source = source
        self.range = range
        candidates = []
        self.patterns = patterns
    }

    package var location: Location { .span(source, range: range) }
}
