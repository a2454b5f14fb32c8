import PlanModel
import Snapshots
import SourceText

extension Snapshot {
    /// Decisions about releases in this tree, also those to which only the settings of other trees lead: a change of
    /// `documents` in imprimatur.yaml must not hide a record that stops a release.
    func decisions(alsoAlong others: [Snapshot]) throws -> [ReleaseDecision] {
        let own = documents.of(ReleaseDecision.self)
        let further = others.reduce(into: Set<String>()) { $0.formUnion($1.documentGlobs) }
            .subtracting(documentGlobs)
        guard !further.isEmpty else { return own }
        let known = Set(documents.all.map(\.envelope.source.path) + [Project.path])
        let paths = try further.sorted().flatMap { try files.matching(PathPattern($0)).map(\.path) }
            .filter { !known.contains($0) }
        guard !paths.isEmpty else { return own }
        let hidden = try SnapshotLoader.unjudged(files, label: label, only: Set(paths))
        return own + hidden.documents.of(ReleaseDecision.self)
    }

    private var documentGlobs: Set<String> { Set(documents.of(Project.self).flatMap(\.documents).map(\.value)) }
}
