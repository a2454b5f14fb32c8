package import SourceText

/// A file that stands for content kept elsewhere, and names it by digest.
package struct ContentPointer: Sendable {
    /// `sha256`.
    package let algorithm: String
    package let digest: String
    package let size: String
    package let source: SourceFile
    /// Bytes of the digest, and of the size.
    package let digestRange: Range<Int>
    package let sizeRange: Range<Int>

    package init(
        algorithm: String, digest: String, size: String, source: SourceFile, digestRange: Range<Int>,
        sizeRange: Range<Int>
    ) {
        self.algorithm = algorithm
        self.digest = digest
        self.size = size
        self.source = source
        self.digestRange = digestRange
        self.sizeRange = sizeRange
    }
}
