package import SourceText

/// A file that stands for content kept elsewhere, and names it by digest.
package struct ContentPointer: Sendable {
    /// A part of a pointer, with its bytes.
    package struct Part: Sendable {
        package let name: String
        package let value: String
        package let range: Range<Int>

        package init(_ name: String, _ value: String, at range: Range<Int>) {
            self.name = name
            self.value = value
            self.range = range
        }
    }

    package let source: SourceFile
    /// `sha256:` and 64 hexadecimal digits.
    package let digest: Part
    /// In bytes.
    package let size: Part
    /// Whatever else decides what a reader of the content gets, such as filters that it went through.
    package let others: [Part]

    package init(source: SourceFile, digest: Part, size: Part, others: [Part] = []) {
        self.source = source
        self.digest = digest
        self.size = size
        self.others = others
    }

    /// What decides on the content first: the digest.
    package var parts: [Part] { [digest, size] + others }
}
