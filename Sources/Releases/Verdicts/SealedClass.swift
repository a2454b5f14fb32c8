import Approvals
import Materiality
import PlanRules
import SourceText

/// The class that counts for a made release.
///
/// Its statement says the class and the catalogue of rules that gave it. A stricter catalogue of today must not unmake
/// what was right when it was made, and nobody may choose an old catalogue to make a change look small: the claim of an
/// older catalogue holds where a checkpoint of the trust root covers the release, or where everybody whose approval counts
/// signed that they were shown this catalogue. Where nobody has to approve, nobody but the manager who made the release
/// says so, and then the class is today's. What is a first release no catalogue decides.
struct SealedClass {
    let changeClass: ChangeClass
    /// What today's catalogue says, where that is more than the claim that stands.
    let today: ChangeClass?
    /// True when a newer version of the tool made it, whose rules are not known here.
    let isOfNewerCatalogue: Bool
    private let tag: String

    /// - Parameter judgedAs: the statements that the release lists, judged as if the change were of a class.
    init(_ link: ReleaseChain.Link?, measured: ChangeClass, judgedAs: (ChangeClass) -> [JudgedStatement]) {
        tag = link?.tag ?? ""
        guard let link, let claim = link.statement.materiality.first, let claimed = ChangeClass(claim.changeClass)
        else {
            (changeClass, today, isOfNewerCatalogue) = (measured, nil, false)
            return
        }
        isOfNewerCatalogue = claim.catalogue > ChangeCatalogue.version
        guard claim.catalogue < ChangeCatalogue.version, case .ordered = claimed, case .ordered = measured,
            !claimed.covers(measured)
        else {
            (changeClass, today) = (measured, nil)
            return
        }
        let wereShown = judgedAs(claimed).filter { $0.counts && $0.decision == .approve }.compactMap {
            $0.found.statement?.packageSubject(of: link.system)?.materiality
        }
        let isVouchedFor =
            link.sealedBy != nil
            || (!wereShown.isEmpty
                // One that was shown more than is claimed speaks against the claim.
                && wereShown.allSatisfy { shown in
                    shown.catalogue <= claim.catalogue && ChangeClass(shown.changeClass).map(claimed.covers) == true
                })
        (changeClass, today) = isVouchedFor ? (claimed, measured) : (measured, nil)
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
