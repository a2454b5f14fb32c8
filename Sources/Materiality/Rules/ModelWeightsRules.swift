import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Which weights stand behind the model's name, and what runs with them.
enum ModelWeightsRules: SettingRules {
    static let revisionUnpinned = ChangeRule(
        "model/revision-unpinned", .critical, .loosened, mirror: "model/revision-pinned",
        "The revision is no longer a commit, so that it may come to mean other weights.")
    static let revisionPinned = ChangeRule(
        "model/revision-pinned", .minor, .tightened, mirror: "model/revision-unpinned", "The revision became a commit.")
    static let weightsChanged = ChangeRule(
        "model/weights-changed", .critical, noMirror: "Moving back is the same change.",
        "The weights behind the same name are others.")
    static let remoteCodeAllowed = ChangeRule(
        "model/remote-code-allowed", .critical, .loosened, mirror: "model/remote-code-denied",
        "Code that comes with the weights is run, with everything that the process may do.")
    static let remoteCodeDenied = ChangeRule(
        "model/remote-code-denied", .minor, .tightened, mirror: "model/remote-code-allowed",
        "Code that comes with the weights is no longer run.")

    static let rules = [revisionUnpinned, revisionPinned, weightsChanged, remoteCodeAllowed, remoteCodeDenied]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .modelRevision: return revision(edit)
        case .modelWeights: return Claim(weightsChanged, "The digest of the weights is another: \(edit.step).")
        case .contentDigest, .contentPath, .contentSize:
            guard edit.subject.category == .model else { return nil }
            return Claim(weightsChanged, "The pointer stands for other weights: \(edit.step).")
        case .remoteCode: return remoteCode(edit)
        default: return nil
        }
    }

    private static func revision(_ edit: SettingEdit) -> Claim {
        let (old, new) = (edit.old?.text, edit.new?.text)
        let wasCommit = old.map(ContentHash.isImmutable) ?? false
        let isCommit = new.map(ContentHash.isImmutable) ?? false
        if wasCommit, !isCommit {
            return Claim(revisionUnpinned, "The revision is no longer a commit: \(edit.step).")
        }
        if isCommit, !wasCommit { return Claim(revisionPinned, "The revision is a commit now: \(edit.step).") }
        if isCommit { return Claim(weightsChanged, "Another commit of the same model is used: \(edit.step).") }
        if old != nil, new == nil {
            return Claim(revisionUnpinned, "The model has no revision any more: \(edit.step).")
        }
        if old == nil, let new, !isMoving(new) {
            return Claim(revisionPinned, "The model has a revision now: \(edit.step).")
        }
        return Claim(ModelRules.snapshotChanged, "Another revision of the model is used: \(edit.step).")
    }

    /// What a hub would use without a revision too, or moves as freely (huggingface.co, Hub client library, Download
    /// files: a revision is a branch, a tag or a commit, `main` when none is given).
    private static func isMoving(_ revision: String) -> Bool {
        ["main", "master", "latest", "head"].contains(revision.lowercased()) || revision.hasPrefix("refs/")
    }

    /// Off where nothing is said (huggingface.co, Transformers, AutoModel.from_pretrained: `trust_remote_code` is false
    /// by default; docs.vllm.ai, Engine arguments, too).
    private static func remoteCode(_ edit: SettingEdit) -> Claim {
        edit.new?.boolean ?? (edit.new != nil)
            ? Claim(remoteCodeAllowed, "Code that comes with the weights is run: \(edit.step).")
            : Claim(remoteCodeDenied, "Code that comes with the weights is not run: \(edit.step).")
    }
}
