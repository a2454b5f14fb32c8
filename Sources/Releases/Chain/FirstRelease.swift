import PlanModel

extension ReleaseChain {
    /// Why a release without a base is not believed to be the first one: something here tells of a release of the
    /// system. A first release has a row of its own in the policy, which may ask for less; nobody may come back to it
    /// by deleting tags.
    ///
    /// - Parameter others: what is missing according to records and to the caller.
    func reasonsAgainstFirst(missing others: [ReleaseConflict]) -> [ReleaseEvaluation.Reason] {
        let told = (conflicts + others).filter { $0.tag == nil }.map { ReleaseEvaluation.Reason($0) }
        let tags = links.map(\.tag) + rejected.map(\.tag)
        guard let tag = tags.first else { return told }
        return told + [
            ReleaseEvaluation.Reason(
                code: "base-hidden",
                message: "it would be judged as the first release of \(system), and there is a tag \(tag)",
                mend: "Run `imprimatur verify --all`; a tag that is no release has to be deleted everywhere.")
        ]
    }
}
