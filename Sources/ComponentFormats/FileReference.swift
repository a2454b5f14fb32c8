package import SourceText

/// A place in a component file that names another file of the repository, which ships with it.
package struct FileReference: Sendable {
    package let source: SourceFile
    /// Bytes of `source` that name the file.
    package let range: Range<Int>
    /// Paths inside the repository that the name may stand for, the first that exists wins.
    package let candidates: [String]

    package init(source: SourceFile, range: Range<Int>, candidates: [String]) {
        self.source = source
        self.range = range
        self.candidates = candidates
    }

    package var location: Location { .span(source, range: range) }
}
