import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

extension ProposedChange {
    /// What becomes of a system, as the rules want to know it.
    ///
    /// - Parameters:
    ///   - base: the state before, with its name; nil when nothing came before.
    ///   - comparison: of the two; nil when nothing came before.
    init(
        of unit: SystemUnit, in snapshot: Snapshot, since base: (unit: SystemUnit, snapshot: Snapshot, name: String)?,
        comparison: Comparison?
    ) throws {
        let before = Dictionary(
            (base?.unit.release.closure.entries ?? []).map { ($0.file.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let listed = unit.release.closure.listedPaths
        let changed = unit.release.closure.entries.compactMap { entry -> ChangedFile? in
            guard let category = entry.category, !entry.isSame(as: before[entry.file.path]) else { return nil }
            return ChangedFile(
                path: entry.file.path, category: category, isListed: listed.contains(entry.file.path))
        }
        self.init(
            system: unit.system, package: unit.package, baseName: base?.name,
            edits: (comparison?.changes ?? []).map(Edit.init), changedFiles: changed,
            impactAssessment: try ImpactAssessment(
                of: unit.package, in: snapshot, before: base.map { ($0.unit.package, $0.snapshot) }))
    }
}

extension ProposedChange.Edit {
    init(_ change: Change) {
        var traits: Set<ProposedChange.Trait> = []
        if change.direction == .loosened { traits.insert(.loosened) }
        if change.rule.isFallback { traits.insert(.unknown) }
        if change.isOpaque { traits.insert(.opaque) }
        if change.isSubstantialModification { traits.insert(.substantialModification) }
        var values: String?
        if let old = change.old?.value, let new = change.new?.value, Self.isShort(old), Self.isShort(new) {
            values = "\(old) → \(new)"
        }
        self.init(
            rule: change.rule.id, category: change.category.rawValue, subject: change.subject,
            changeClass: change.changeClass.rawValue, builtInClass: change.builtInClass.rawValue,
            override: change.override.map { ProposedChange.Override(why: $0.why, location: $0.location) },
            traits: traits, values: values, location: change.new?.location ?? .file(path: change.path),
            reason: change.reason)
    }

    private static func isShort(_ value: String) -> Bool {
        value.count <= 40 && !value.contains(where: \.isNewline)
    }
}

extension Change {
    /// Rules for content of which only a digest is in the repository.
    private static let ofContentElsewhere: Set<RuleID> = ["model/weights-changed", "retrieval/index-changed"]

    /// True when the tool saw that something changed, and cannot see what.
    fileprivate var isOpaque: Bool {
        rule.extent == .unreadable || Self.ofContentElsewhere.contains(rule.id)
    }
}

extension PackageClosure.Entry {
    fileprivate func isSame(as other: PackageClosure.Entry?) -> Bool {
        guard let other else { return false }
        if let blob = file.blob, let otherBlob = other.file.blob { return blob == otherBlob }
        return source.bytes == other.source.bytes
    }
}

extension ProposedChange.ImpactAssessment {
    fileprivate init(
        of package: ReleasePackage, in snapshot: Snapshot, before: (package: ReleasePackage, snapshot: Snapshot)?
    ) throws {
        let fields = package.impactAssessment
        guard fields.isPresent else {
            self = .missing
            return
        }
        if let path = fields.string("path")?.value, try snapshot.files.file(path) == nil {
            self = .unresolved(path: path)
            return
        }
        let isSame = try before.map { before in
            try Self.identity(before.package.impactAssessment, before.snapshot) == Self.identity(fields, snapshot)
        }
        self = isSame == true ? .unchanged : .new
    }

    /// Which document an assessment is: its address with its digest, or its path with its bytes.
    private static func identity(_ fields: Fields, _ snapshot: Snapshot) throws -> [String] {
        guard fields.isPresent else { return [] }
        if let path = fields.string("path")?.value {
            guard let file = try snapshot.files.file(path) else { return [path] }
            return [path, ContentDigest.sha256(try snapshot.files.source(file).bytes)]
        }
        let digest = fields.mapping("digest")
        return [fields.text("uri")?.value ?? ""]
            + digest.keys.map { "\($0.value) \(digest.text($0.value)?.value ?? "")" }
    }
}
