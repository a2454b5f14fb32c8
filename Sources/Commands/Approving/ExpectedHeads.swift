/// Reads `--expect-head`: which release the caller knows to be the last one.
enum ExpectedHeads {
    /// By system; the empty name stands for every system.
    static func read(_ texts: [String]) throws -> [String: String] {
        var heads: [String: String] = [:]
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let (system, id) = parts.count == 2 ? (parts[0], parts[1]) : ("", text)
            let isHex = id.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            guard isHex, (8...64).contains(id.utf8.count), heads.updateValue(id, forKey: system) == nil else {
                throw CommandFailure(
                    .usage, "--expect-head \"\(text)\" is not a statement id",
                    mend: "Give at least eight of its digits, as system=5760474b5c0a where there are several systems.")
            }
        }
        return heads
    }
}
