package import PlanModel
package import SourceText

/// The registry: one line a rule, sorted by id.
package enum RuleCatalogue {
    package static let snapshotRules: [any SnapshotRule.Type] = [
        UnknownKind.self,
        SchemaViolated.self,
        DuplicateDocumentName.self,
        UnclearYAML.self,
        TimestampInFuture.self,
        AttributeChangesContent.self,
        PathNotPlain.self,
        OperationalSignalsOnly.self,
        ComponentCategoryMissing.self,
        ComponentPathUnresolved.self,
        FloatingModelAlias.self,
        ExternalArtifactUnpinned.self,
        OwnerUnknown.self,
        RoleWithoutPerson.self,
        StopAuthorityMissing.self,
        AuthorityOfOnePerson.self,
        RollbackTargetMissing.self,
        RollbackTriggerMissing.self,
        RollbackTriggerWithoutCriteria.self,
        ReferenceUnresolved.self,
        ReferenceOfWrongKind.self,
    ]

    package static let candidateRules: [any CandidateRule.Type] = [
        QuorumUnmet.self,
        UntrustedApproval.self,
        ApprovalOfOtherDigest.self,
        ChangedAfterApproval.self,
        ConditionOverdue.self,
        ForgeSignedForPerson.self,
        UnreleasedInProduction.self,
        ApprovalOnlyAsserted.self,
        GateEvidenceMissing.self,
        GateNotPassed.self,
        StaleGateEvidence.self,
        ClassUnderstated.self,
        ChangeMatchedNoRule.self,
        CumulativeBudgetExceeded.self,
        PredeterminedBoundExceeded.self,
        PredeterminedChangeInvalid.self,
        GuardrailLoosened.self,
        OpaqueChange.self,
        LoweringUnjustified.self,
        SealedContentChanged.self,
        PreviousReleaseDisagrees.self,
        PlanVersionNotEffective.self,
        PlanUnapproved.self,
        ApprovedPlanEdited.self,
        SigningKeyInactive.self,
        AuthorApproved.self,
        SeparatedRolesJoined.self,
        RobotApproved.self,
        DelegationNotInForce.self,
    ]

    /// Asked of each tag that claims to be a release.
    package static let tagRules: [any TagRule.Type] = [
        ReleaseTagUnsigned.self,
        ReleaseTagTampered.self,
        ReleaseOffProtectedBranch.self,
    ]

    /// Asked of pull requests and of releases.
    package static let proposalRules: [any ProposalRule.Type] = [
        ImpactAssessmentMissing.self,
        GovernedFileNotListed.self,
        AISystemDisputed.self,
    ]

    package static let mergeRules: [any MergeRule.Type] = [
        PolicyChangedWithRelease.self,
        TrustRootUnsigned.self,
        UnclaimedFile.self,
    ]

    /// What can be wrong with the waiving of findings; asked when all findings are known.
    package static let waiverRules: [any Rule.Type] = [
        WaiverUnusable.self,
        WaiverUnused.self,
        WaiverExpired.self,
        WaiverNotAllowed.self,
    ]

    /// What a clone must hold beside documents. Asked where the repository is known, in `Releases`; the answers are reasons
    /// of verdicts, with the rule's name or a more exact word as code.
    package static let cloneRules: [any Rule.Type] = [
        CloneIncomplete.self,
        ProtectedBranchRewritten.self,
    ]

    /// All rules, sorted by id.
    package static let descriptions: [RuleDescription] = {
        let rules: [any Rule.Type] =
            snapshotRules + candidateRules + proposalRules + mergeRules + tagRules + waiverRules
            + cloneRules
        return rules.map { $0.description }.sorted { $0.id < $1.id }
    }()

    /// A rule by its id or its name.
    package static func description(_ idOrName: String) -> RuleDescription? {
        descriptions.first { $0.id.rawValue == idOrName.uppercased() || $0.name == idOrName.lowercased() }
    }

    /// The id or name that somebody most likely meant who wrote a word that is neither.
    package static func nearestRule(to word: String) -> String? {
        nearestName(to: word, among: descriptions.flatMap { [$0.id.rawValue, $0.name] })
    }

    /// What the snapshot rules find. Where the schema and a rule speak of the same field, one of them is kept: the
    /// rule's words for something missing, the schema's for something of the wrong shape.
    package static func findings(in snapshot: Snapshot, now: Timestamp) throws -> [Finding] {
        var findings: [Finding] = []
        for rule in snapshotRules { findings += try rule.check(snapshot, now: now) }
        return SchemaEchoes(snapshot).removed(from: findings).sortedAndDeduplicated()
    }

    package static func findings(for candidate: ReleaseCandidate) -> [Finding] {
        let findings = candidateRules.flatMap { $0.check(candidate) }
        return (findings + proposalRules.flatMap { $0.check(candidate.change) }).sortedAndDeduplicated()
    }

    package static func findings(for tag: ReleaseTag) -> [Finding] {
        tagRules.flatMap { $0.check(tag) }.sortedAndDeduplicated()
    }

    package static func findings(for merge: ProposedMerge) -> [Finding] {
        let findings = merge.changes.flatMap { change in proposalRules.flatMap { $0.check(change) } }
        return (findings + mergeRules.flatMap { $0.check(merge) }).sortedAndDeduplicated()
    }
}
