/// What a document may cost to read. The defaults are those of the design's formats page.
package struct ReadLimits: Sendable {
    /// Size of the file.
    package var bytes = 4 << 20
    /// Mappings and sequences inside one another.
    package var depth = 64
    /// Nodes of one document, every alias counted as often as it is used.
    package var nodes = 100_000
    /// Documents of one file.
    package var documents = 10_000

    package init() {}
}
