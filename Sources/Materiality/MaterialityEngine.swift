import PackageContents
package import PlanModel
package import SourceText

/// Compares two releases of a system: what changed, and how much it matters.
package enum MaterialityEngine {
    /// `policy` is the one that both sides trust, never the one that comes with the change. Nil leaves every class as
    /// the catalogue has it.
    package static func compare(base: ReleaseUnit, head: ReleaseUnit, policy: MaterialityPolicy?) -> Comparison {
        let context = ComparisonContext(base: base, head: head)
        let entries = ComponentEntries(context)
        var collector = ChangeCollector(context)
        collector.add(DocumentComparison.edits(context))
        collector.add(entries.edits())
        collector.addMissingPlan()
        collector.add(GovernanceComparison.edits(context))
        collector.addMissingGovernance()
        let pairs = FilePairs(entries, context).pairs
        let taxonomies = GuardTaxonomies(pairs, context)
        for change in taxonomies.changes { collector.add(change) }
        var files = FileComparison(pairs: pairs, taxonomies, context)
        files.run(into: &collector)
        for change in ForeignEntryChanges.changes(context) { collector.add(change) }
        for change in IgnoredRails.changes(context) + CompetingRails.changes(context) { collector.add(change) }
        for change in ScopeEffects(collector.modelEdits, pairs: pairs, context).changes { collector.add(change) }
        let measures = ChangeMeasures(of: collector, prompts: files.promptChangeCount)
        let overrides = PolicyOverrides(policy, measures)
        return Comparison(
            changes: ChangeOrder.sorted(collector.changes.map(overrides.apply)),
            files: pairs.compactMap(\.compared).sorted { $0.path < $1.path },
            measures: measures)
    }

    /// A system whose documents can no longer be read, or that no document lists any more, though its files are there:
    /// nothing says what ships now.
    package static func lost(_ base: ReleaseUnit, at location: Location, because reason: String) -> Comparison {
        let system = base.closure.system
        let change = Change(
            Claim(SystemRules.leftScope, "The system is no longer under the deployment plan's control: \(reason)."),
            Subject(category: .system, id: system.name), field: nil, path: location.path ?? system.envelope.source.path,
            action: .change, old: ChangeSide(system.name, at: system.envelope.location),
            new: ChangeSide(reason, at: location))
        return Comparison(
            changes: [change], files: [], measures: ChangeMeasures(values: [:], touched: [], isComplete: false))
    }
}
