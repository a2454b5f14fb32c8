import ComponentFormats
import PackageContents
import SourceText
import YAMLDocuments

/// What a change is about: a component by its id, or a document by its name.
struct Subject: Hashable {
    let category: ChangeCategory
    let id: String
}

/// One differing value, as the rule families see it.
struct SettingEdit {
    let subject: Subject
    /// Format of the component file; nil for a document of ours.
    let format: FormatIdentity?
    let difference: StructureDiff.Edit
    /// The files that hold the two sides.
    let oldSource: SourceFile
    let newSource: SourceFile

    var path: FieldPath { difference.path }
    var meaning: SettingMeaning { difference.meaning }
    var action: Change.Action { difference.action }
    var old: YAMLNode? { difference.old }
    var new: YAMLNode? { difference.new }

    /// The value's name for a sentence: its key, and the list item that it belongs to.
    var name: String {
        let key = path.lastKey ?? "value"
        guard let item = path.innermostItem else { return key }
        if case .item? = path.steps.last { return item }
        return "\(key) of \(item)"
    }

    var oldText: String { old.map { "\"\(NodeText.describe($0))\"" } ?? "nothing" }
    var newText: String { new.map { "\"\(NodeText.describe($0))\"" } ?? "nothing" }

    /// `temperature went from 0.2 to 0.8`.
    var step: String {
        switch action {
        case .add: "\(name) was added: \(newText)"
        case .remove: "\(name) was removed: it was \(oldText)"
        case .move: "the order of \(name) changed"
        case .change, .rename: "\(name) went from \(oldText) to \(newText)"
        }
    }

    /// True for what only says again that a neighbour changed: the size of content whose digest is another.
    var isEcho: Bool {
        guard meaning == .contentSize, let before = difference.oldParent, let after = difference.newParent else {
            return false
        }
        return ["md5", "etag", "checksum", "version_id"].contains { key in
            if let one = before[key], let other = after[key] { one.text != other.text } else { false }
        }
    }

    func change(_ claim: Claim) -> Change {
        if let lines = differingLines { return change(claim, lines.old, lines.new, identity: wholeIdentity) }
        return change(
            claim, old.map { ChangeSide(NodeText.describe($0), at: .span(oldFile, range: $0.range)) },
            new.map { ChangeSide(NodeText.describe($0), at: .span(newFile, range: $0.range)) })
    }

    private func change(_ claim: Claim, _ old: ChangeSide?, _ new: ChangeSide?, identity: String = "") -> Change {
        Change(
            claim, subject, field: path.description, path: new == nil ? oldFile.path : newFile.path, action: action,
            old: old, new: new, format: format, scale: Polarity.scale(of: self),
            isSubstantialModification: meaning == .purpose, identity: identity)
    }

    /// For texts of several lines those that differ.
    private var differingLines: DifferingLines? {
        guard action == .change, let old, let new, old.kind == new.kind,
            old.kind == .scalar || meaning == .guardrailText || meaning == .guardrailFlowBody
        else { return nil }
        return DifferingLines(old, in: oldFile, new, in: newFile)
    }

    /// Names both texts where only an excerpt is shown.
    private var wholeIdentity: String {
        [old, new].map { node in
            node.map { ContentDigest.sha256(Array(NodeText.describe($0).utf8)) } ?? "-"
        }.joined(separator: " ")
    }

    private var oldFile: SourceFile { Self.file(of: old, oldSource) }
    private var newFile: SourceFile { Self.file(of: new, newSource) }

    /// Where a value is written: in the file that was compared, or in one that it includes.
    private static func file(of node: YAMLNode?, _ compared: SourceFile) -> SourceFile {
        guard let node, node.source.path != compared.path else { return compared }
        return node.source
    }
}

extension Change {
    /// A change as its rule sees it, before the policy is asked.
    init(
        _ claim: Claim, _ subject: Subject, field: String?, path: String, action: Action, old: ChangeSide?,
        new: ChangeSide?, format: FormatIdentity? = nil, scale: ThresholdScale? = nil,
        isSubstantialModification: Bool = false, identity: String = ""
    ) {
        self.format = format
        self.identity = identity
        rule = claim.rule
        category = subject.category
        self.subject = subject.id
        self.field = field
        self.path = path
        self.action = action
        self.old = old
        self.new = new
        changeClass = claim.changeClass
        builtInClass = claim.changeClass
        override = nil
        reason = claim.reason
        self.scale = scale
        self.isSubstantialModification = isSubstantialModification
    }

    /// The change with the class that a policy gives it.
    init(_ change: Change, changeClass: MaterialityClass, builtInClass: MaterialityClass, override: Override?) {
        format = change.format
        identity = change.identity
        rule = change.rule
        category = change.category
        subject = change.subject
        field = change.field
        path = change.path
        action = change.action
        old = change.old
        new = change.new
        self.changeClass = changeClass
        self.builtInClass = builtInClass
        self.override = override
        reason = change.reason
        scale = change.scale
        isSubstantialModification = change.isSubstantialModification
    }
}
