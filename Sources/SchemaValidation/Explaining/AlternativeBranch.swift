import YAMLDocuments

extension FailureExplainer {
    /// One form, and what is wrong when the node is taken for it.
    struct Branch {
        let schema: SchemaNumber
        let failures: [SchemaFailure]
        /// Refused for the type or value of the node itself: another form was meant.
        let isOtherType: Bool
        /// How little the node's keys are those of the form: a key that it does not describe counts twice, since
        /// nobody writes one by chance, and a key that it lacks once.
        let strangeness: Int

        init(_ schema: SchemaNumber, _ failures: [SchemaFailure], at place: Place, undescribedKeys: Int) {
            self.schema = schema
            self.failures = failures
            isOtherType = failures.contains { failure in
                failure.path == place.path && (failure.keyword == "type" || !failure.accepted.isEmpty)
            }
            let missing = failures.count { failure in
                switch failure.subject {
                case .missingKey: failure.path.elements.count == place.path.elements.count + 1
                case .missingOneOf: failure.path == place.path
                case .value, .unknownKey: false
                }
            }
            strangeness = 2 * undescribedKeys + missing
        }

        /// Smaller is more likely meant: the right keys, few mistakes, and deep ones.
        var rank: (Int, Int, Int) {
            (strangeness, failures.count, -(failures.map(\.path.elements.count).max() ?? 0))
        }
    }
}
