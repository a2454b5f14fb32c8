/// The text of statements, written by hand: the last paragraph of a message.
struct StatementText {
    var decision: String
    /// Digest of version 1 of the trust root.
    var repository: String
    var lines: [String]

    var message: String {
        "A decision\n\nImprimatur: 1\nDecision: \(decision)\nRepository: sha256:\(repository)\n"
            + lines.map { $0 + "\n" }.joined()
    }
}
