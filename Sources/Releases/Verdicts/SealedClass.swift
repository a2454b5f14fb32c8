import Approvals
import Materiality
import PlanRules

/// The class that counts for a made release.
///
/// Its statement says the class and the catalogue of rules that gave it. A stricter catalogue of today must not unmake
/// what was right when it was made, and nobody may choose an old catalogue to make a change look small: the claim of an
/// older catalogue holds where a checkpoint of the trust root covers the release, or where the people who approved it
/// signed that they were shown this catalogue.
struct SealedClass {
    let changeClass: ChangeClass
    /// What today's catalogue says, where that is more than the claim that stands.
    let today: ChangeClass?
    /// True when a newer version of the tool made it, whose rules are not known here.
    let isOfNewerCatalogue: Bool
    private let tag: String

    init(_ link: ReleaseChain.Link?, measured: ChangeClass, trusting statements: StatementIndex) {
        tag = link?.tag ?? ""
        guard let link, let claim = link.statement.materiality.first, let claimed = ChangeClass(claim.changeClass)
        else {
            (changeClass, today, isOfNewerCatalogue) = (measured, nil, false)
            return
        }
        isOfNewerCatalogue = claim.catalogue > ChangeCatalogue.version
        let approvals = link.fields.approvals.compactMap { statements.statement($0.id)?.statement }
            .filter { $0.decision == .approve }
        let wereShown = approvals.compactMap { $0.packageSubject(of: link.system)?.materiality?.catalogue }
        let isVouchedFor =
            link.sealedBy != nil || (!wereShown.isEmpty && wereShown.allSatisfy { $0 <= claim.catalogue })
        let isOlder = claim.catalogue < ChangeCatalogue.version
        if isOlder, isVouchedFor, !claimed.covers(measured) {
            (changeClass, today) = (claimed, measured)
        } else {
            (changeClass, today) = (measured, nil)
        }
    }

    /// The verdict of the rules about the class that counts.
    func verdict(_ measured: ClassVerdict) -> ClassVerdict {
        guard today != nil else { return measured }
        return ClassVerdict(changeClass.name, predetermined: measured.predetermined)
    }

    /// A note about a higher class of today, or a doubt about rules that are not known here.
    var note: ReleaseEvaluation.Reason? {
        today.map { today in
            ReleaseEvaluation.Reason(
                code: "class-higher-today",
                message:
                    "\(tag) was \(changeClass.name) by the catalogue of its time, and would be \(today.name) today",
                mend: "Nothing has to be done for this release; the next one is judged by today's catalogue.")
        }
    }

    var doubt: ReleaseEvaluation.Reason? {
        guard isOfNewerCatalogue else { return nil }
        return ReleaseEvaluation.Reason(
            code: "catalogue-newer",
            message: "\(tag) was judged by a newer catalogue than this version of imprimatur has",
            mend: "Update imprimatur, then verify again.")
    }
}
