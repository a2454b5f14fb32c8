/// Where the documents of a file with several of them begin.
package struct DocumentStarts: Sendable {
    /// Byte offsets, ascending.
    private let offsets: [Int]
    /// False when reading stopped before the end, so that nobody knows how many documents follow.
    private let isComplete: Bool

    package init(_ offsets: [Int], isComplete: Bool) {
        self.offsets = offsets
        self.isComplete = isComplete
    }

    var count: Int { offsets.count }

    /// What stands before the first document, such as a comment, counts to it.
    func ordinal(at offset: Int) -> DocumentOrdinal {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return DocumentOrdinal(number: max(low, 1), count: isComplete ? count : nil)
    }
}

/// Which document of a file is meant: the second of three.
package struct DocumentOrdinal: Sendable, Hashable {
    /// From 1.
    package let number: Int
    /// How many the file holds; nil when it could not be read to its end.
    package let count: Int?
}
