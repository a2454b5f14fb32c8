import ComponentFormats

/// What the fields of our own documents decide. A field that no row names is a change of unknown meaning, which is
/// material.
enum DocumentVocabularies {
    /// Fields of `metadata` from which the tool draws no conclusion: the schemas' free words.
    static let notes: [SettingVocabulary.Row] =
        ["title", "description"].map {
            .init("/metadata.\($0)", .note)
        }
        + ["labels", "annotations"].flatMap { key -> [SettingVocabulary.Row] in
            [.init("/metadata.\(key)", .note), .init("/metadata.\(key).**", .note)]
        }

    private static let rollout: [SettingVocabulary.Row] = [
        .init("rollout.strategy", .rolloutStrategy),
        .init("rollout.steps[]", .rolloutStep),
        .init("rollout.steps[].exposure.percent", .rolloutPercent),
        .init("rollout.steps[].minDuration", .rolloutDuration),
        .init("rollout.freezeWindows[]", .rolloutFreeze),
        .init("rollout.steps[].health[]", .criterion),
        .init("rollout.steps[].health[].threshold", .criterionThreshold),
        .init("rollout.steps[].health[].minSamples", .criterionSamples),
        .init("rollout.steps[].health[].op", .criterionOp),
        .init("rollout.steps[].exposure.audience", .rolloutAudience),
        .init("rollout.steps[].onFail", .rolloutFailure),
        .init("rollout.freezeWindows[].from", .rolloutFreezeTime),
        .init("rollout.freezeWindows[].to", .rolloutFreezeTime),
        .init("rollout.freezeWindows[].reason", .note),
    ]

    static let plan = SettingVocabulary(
        identityKeys: ["id", "gate", "signal", "event", "requirement", "category"],
        notes + rollout + [
            .init("/spec.version", .derived),
            .init("/spec.appliesTo[]", .planAppliesTo),
            .init("/spec.entryCriteria[]", .criterion),
            .init("/spec.rollback", .rollbackPart),
            .init("/spec.rollback.**", .rollbackDetail),
            .init("/spec.rollback.triggers", .rollbackPart), .init("/spec.rollback.triggers[]", .rollbackPart),
            .init("/spec.rollback.mechanisms", .rollbackPart),
            .init("/spec.rollback.mechanisms.*", .rollbackPart),
        ] + watching)

    private static let watching: [SettingVocabulary.Row] =
        [
            .init("/spec.entryCriteria[].maxAge", .criterionAge),
            .init("/spec.entryCriteria[].requiredFor", .criterionReach, isWhole: true),
            .init("/spec.deploymentUnit[]", .deploymentUnit, isWhole: true),
            .init("/spec.monitoring.signals[].threshold", .watchedThreshold),
            .init("/spec.monitoring.signals[].op", .watchedOp),
            .init("/spec.monitoring.logging.retention", .watchedLonger),
            .init("/spec.monitoring.recordEvery", .watchedSooner),
            .init("/spec.monitoring.signals[].reviewEvery", .watchedSooner),
            .init("/spec.postDeploymentReview.dueAfter", .watchedSooner),
            .init("/spec.postDeploymentReview.window", .watchedLonger),
            .init("/spec.reviewEvery", .watchedSooner),
            .init("/spec.exceptions.maxDuration", .exceptionTime),
            .init("/spec.exceptions.retrospectiveWithin", .exceptionTime),
        ]
        + listed("monitoring.signals", .watched) + listed("monitoring.logging.fields", .watched)
        + listed("exceptions.approvers", .exceptionApprover)

    /// A list of `spec` and its entries.
    static func listed(_ path: String, _ meaning: SettingMeaning, isWhole: Bool = false) -> [SettingVocabulary.Row] {
        [.init("/spec.\(path)", meaning), .init("/spec.\(path)[]", meaning, isWhole: isWhole)]
    }

    static let system = SettingVocabulary(
        identityKeys: ["id", "name"],
        notes + [
            .init("/spec.purpose", .purpose),
            .init("/spec.inScope", .inScope),
            .init("/spec.riskTier", .riskTier),
            .init("/spec.context", .systemContext),
            .init("/spec.environments[]", .environment),
            .init("/spec.environments[].production", .environment),
            .init("/spec.regulatory.euAiAct.class", .regulatoryClass),
        ] + ["regions", "userGroups", "uses"].flatMap { listed($0, .reach) } + [
            .init("/spec.governedPaths.*[]", .governedPath),
            .init("/spec.thirdParty[]", .thirdParty),
            .init("/spec.thirdParty[].provider", .thirdPartyProvider),
            .init("/spec.thirdParty[].reference", .thirdPartyReference),
            .init("/spec.thirdParty[].dataRetention", .thirdPartyRetention),
            .init("/spec.thirdParty[].trainingUse", .thirdPartyTraining),
        ])

    /// The release package without its components.
    static let package = SettingVocabulary(
        identityKeys: ["id", "signal"],
        notes + rollout + [
            .init("/spec.version", .derived),
            .init("/spec.previous", .derived),
            .init("/spec.plan.version", .derived),
            .init("/spec.change", .derived), .init("/spec.change.**", .derived),
            .init("/spec.knownIssues", .derived), .init("/spec.knownIssues[]", .derived),
            .init("/spec.knownIssues.**", .derived),
            .init("/spec.impactAssessment", .derived), .init("/spec.impactAssessment.**", .derived),
            .init("/spec.rollback.target", .rollbackTarget), .init("/spec.rollback.target.kind", .rollbackTarget),
            .init("/spec.rollback.**", .derived),
            .init("/spec.rollback.target.flag", .rollbackDetail),
            .init("/spec.rollback.target.endpoint", .rollbackDetail),
            .init("/spec.disclosure", .disclosure),
        ])

    /// One entry of a category, compared from its own mapping down.
    static func component(_ category: ChangeCategory) -> SettingVocabulary {
        switch category {
        case .model: model
        case .retrieval: retrieval
        case .guardrails: guardrail
        case .tools: tool
        case .inference: inference
        default: item
        }
    }

    private static let path: [SettingVocabulary.Row] = [
        .init("/path", .componentPath), .init("/notApplicable", .derived), .init("/id", .derived),
    ]

    private static let inference = SettingVocabulary(
        identityKeys: ["category"], path + InferenceSettings.rows(below: ""))

    private static let model = SettingVocabulary(
        identityKeys: [],
        [
            .init("/id", .modelID),
            .init("/revision", .modelRevision),
            .init("/source.thirdParty", .modelProvider),
            .init("/source.uri", .modelEndpoint),
            .init("/source.digest", .modelWeights), .init("/source.digest.**", .modelWeights),
            .init("/observed.at", .derived),
        ])

    private static let retrieval = SettingVocabulary(
        identityKeys: [],
        path + [
            .init("/index", .indexName),
            .init("/snapshot.path", .componentPath),
            .init("/snapshot.uri", .contentDigest),
            .init("/snapshot.digest", .contentDigest), .init("/snapshot.digest.**", .contentDigest),
            .init("/embedding", .embedding), .init("/embedding.**", .embedding),
            .init("/chunking", .chunking), .init("/chunking.**", .chunking),
            .init("/topK", .depth),
        ])

    private static let guardrail = SettingVocabulary(
        identityKeys: [], path + [.init("/stage", .guardrailStage, isWhole: true)])

    private static let tool = SettingVocabulary(identityKeys: [], path + [.init("/permissions[]", .toolPermission)])

    private static let item = SettingVocabulary(identityKeys: [], path)
}

extension SettingMeaning {
    /// Changes with every release, or says what is compared elsewhere: no change of the unit.
    static let derived: SettingMeaning = "derived"
    /// Names files of the repository; these are compared themselves.
    static let componentPath: SettingMeaning = "component.path"
}
