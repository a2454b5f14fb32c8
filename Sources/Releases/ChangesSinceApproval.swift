import Approvals
import Materiality
import PackageContents
import PlanModel
import Snapshots

/// Which files of a package changed since somebody approved other bytes of it: "approve again" is easier to follow with
/// the list.
struct ChangesSinceApproval {
    private let basis: JudgementBasis
    private let unit: SystemUnit

    init(_ basis: JudgementBasis, unit: SystemUnit) {
        self.basis = basis
        self.unit = unit
    }

    /// Empty where the approval is not about other bytes, or where the commit that its tag points at does not hold what
    /// was approved: such a tag may point anywhere.
    func paths(since judged: JudgedStatement) -> [String] {
        let system = unit.system.name
        guard judged.reasons.contains(where: { $0.code == "other-digest" }), let commit = judged.found.target,
            let claim = judged.found.statement?.packageSubject(of: system),
            let before = try? SystemUnit(system, in: basis.repository.snapshot(commit)).release.closure,
            before.digest == claim.sha256
        else { return [] }
        let old = Dictionary(before.entries.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(
            unit.release.closure.entries.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }
}
