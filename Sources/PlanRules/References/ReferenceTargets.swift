import PlanModel
import SourceText

/// What references in a tree can lead to.
///
/// Released versions live in git tags, which a tree does not show: a reference to a release counts as resolved when
/// the tree has a release package of that system, whatever its version.
struct ReferenceTargets {
    /// Words before the colon: those of the kinds, and three that name no document.
    static let knownPrefixes: Set<String> = Set(DocumentKinds.all.compactMap { $0.kind.referencePrefix })
        .union(["gate", "person", "role"])

    let people: KnownPeople
    /// Names by prefix.
    private let names: [String: [String]]
    private let versionInTree: [String: String]
    private let unread: UnreadDocuments

    init(_ snapshot: Snapshot) {
        people = KnownPeople(snapshot)
        unread = UnreadDocuments(snapshot)
        let documents = snapshot.documents
        var names: [String: [String]] = [:]
        for document in documents.all {
            guard let prefix = type(of: document).kind.referencePrefix, !document.name.isEmpty else { continue }
            names[prefix, default: []].append(document.name)
        }
        let packages = documents.of(ReleasePackage.self)
        names["release"] = packages.compactMap(\.systemName)
        // A renamed system keeps its history: records say the name that it had.
        for system in documents.of(AISystem.self) {
            guard let former = system.renamedFrom?.value else { continue }
            names["system", default: []].append(former)
            if names["release"]?.contains(system.name) ?? false { names["release", default: []].append(former) }
        }
        names["gate"] =
            documents.of(DeploymentPlan.self).flatMap { $0.entryCriteria.compactMap { $0.gate?.value } }
            + documents.of(MaterialityPolicy.self).flatMap { $0.matrix.flatMap { $0.gates.map(\.value) } }
        self.names = names
        versionInTree = packages.reduce(into: [:]) { versions, package in
            if let system = package.systemName { versions[system] = package.version?.value.description }
        }
    }

    /// Why a reference leads nowhere, in words; nil when it leads somewhere, and when it may lead into a file that could
    /// not be read.
    func complaint(about reference: DocumentReference, in document: any PlanDocument) -> String? {
        guard let complaint = complaintAboutRead(reference, in: document) else { return nil }
        return unread.mayHold(reference.name) ? nil : complaint
    }

    private func complaintAboutRead(_ reference: DocumentReference, in document: any PlanDocument) -> String? {
        let known = names[reference.prefix] ?? []
        switch reference.prefix {
        case "role", "person":
            return people.complaint(about: reference, in: document)
        case "gate":
            return gateComplaint(reference, known: known, document: document)
        case "release":
            if known.contains(reference.name) { return nil }
            return "there is no release package of a system \(reference.name)" + hint(reference, known)
        default:
            guard let kind = DocumentKind.referred(toBy: reference.prefix), !known.contains(reference.name) else {
                return nil
            }
            // A record that corrects another one is near in name, and is not what was meant.
            let others = known.filter { type(of: document).kind.name != kind.name || $0 != document.name }
            return "there is no \(kind.name) with the name \(reference.name)" + hint(reference, others)
        }
    }

    private func gateComplaint(
        _ reference: DocumentReference, known: [String], document: any PlanDocument
    ) -> String? {
        // A plan may drop a gate after a release; the records about that release stay as they are.
        if let waiver = document as? ExceptionRecord, let release = waiver.release?.value,
            versionInTree[release.name] != release.version
        {
            return nil
        }
        let pattern = PathPattern(reference.name)
        if known.contains(where: { pattern.matches($0) }) { return nil }
        return "no plan and no materiality policy asks for a gate \(reference.name)" + hint(reference, known)
    }

    private func hint(_ reference: DocumentReference, _ known: [String]) -> String {
        guard let near = nearestName(to: reference.name, among: known) else { return "" }
        return "; did you mean \(reference.prefix):\(near)\(reference.version.map { "@" + $0 } ?? "")?"
    }
}

extension DocumentKind {
    /// The kind whose references begin with a word; nil when no kind's do.
    static func referred(toBy prefix: String) -> DocumentKind? {
        // No key path for `kind`: one to a static member of a metatype makes the compiler (Swift 6.3.1) crash.
        DocumentKinds.all.map { $0.kind }.first { $0.referencePrefix == prefix }
    }
}
