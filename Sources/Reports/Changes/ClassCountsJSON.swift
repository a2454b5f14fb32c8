import Materiality

/// How many changes there are of each class.
struct ClassCountsJSON: Encodable {
    private let counts: [String: Int]

    /// - Parameter counts: in the order of `ChangeMatrix.classes`.
    init(_ counts: [Int]) {
        let names = ChangeMatrix.classes.map(\.rawValue)
        self.counts = Dictionary(uniqueKeysWithValues: zip(names, counts))
    }

    func encode(to encoder: any Encoder) throws { try counts.encode(to: encoder) }
}
