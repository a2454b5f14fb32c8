import PlanModel
import PlanRules
import Testing

/// Rules know some fields by name; the schemas are normative. A field that is added to a schema has to be decided on
/// here.
@Suite struct SchemaAgreementTests {
    private static let prefixes: [String: Set<String>] = [
        "affectedRef": ["release", "system"], "authority": ["person", "role"], "decisionRef": ["decision"],
        "evidenceRef": ["evidence"], "exceptionRef": ["exception"], "gateWaiver": ["gate"],
        "monitoringRef": ["monitoring"], "noticeRef": ["notice"], "ownerRef": ["person", "role"],
        "personRef": ["person"], "personRefs": ["person"], "releaseRef": ["release"], "reviewRef": ["review"],
        "riskRef": ["risk"], "rollbackRef": ["rollback"], "rolloutRef": ["rollout"], "systemRef": ["system"],
        // A record of any kind, for the schema; REF-002 is stricter in the one place that uses it.
        "recordRef": ["rollback"],
    ]

    @Test(arguments: DocumentKinds.all.map { $0.kind.name })
    func everyReferenceOfTheSchemaIsFollowed(_ name: String) throws {
        let kind = try #require(DocumentKinds.named(name)).kind
        let wanted = SchemaFields(of: kind).fields.compactMap { field in
            Self.prefixes[field.definition].map { "\(Self.withoutCategory(field.path)) \($0.sorted())" }
        }
        let known = ReferenceField.of(kind).filter { !$0.isFreeText }.map { "\($0.path) \($0.prefixes.sorted())" }
        #expect(Set(known).sorted() == Set(wanted).sorted())
    }

    /// The mechanisms of a plan have one key a category.
    private static func withoutCategory(_ path: String) -> String {
        path.replacing(#/\.mechanisms\.[a-z]+\./#, with: ".mechanisms.*.")
    }

    @Test func timestampsThatMayLieAheadAreTheseOnly() {
        let ahead = DocumentKinds.all.map { $0.kind }.flatMap { kind in
            SchemaFields(of: kind).fields
                .filter { field in
                    let key = field.path.split(separator: ".").last.map(String.init) ?? ""
                    return field.definition == "timestamp"
                        && !TimestampInFuture.speaksOfThePast(key, in: kind.role)
                }
                .map { "\(kind.name) \($0.path)" }
        }
        #expect(
            ahead.sorted() == [
                "AISystem spec.thirdParty.endOfLife",
                "DeploymentPlan spec.effectiveFrom",
                "DeploymentPlan spec.rollout.freezeWindows.from",
                "DeploymentPlan spec.rollout.freezeWindows.to",
                "Exception spec.effectiveFrom",
                "Exception spec.expiresAt",
                "Exception spec.followUps.due",
                "Exception spec.retrospective.dueBy",
                "MaterialityPolicy spec.predeterminedChanges.validUntil",
                "MonitoringRecord spec.actions.due",
                "PostDeploymentReview spec.actions.due",
                "ReleaseDecision spec.conditions.due",
                "ReleasePackage spec.rollout.freezeWindows.from",
                "ReleasePackage spec.rollout.freezeWindows.to",
                "RiskAcceptance spec.expiresAt",
                "ThirdPartyNotice spec.assessBy",
                "ThirdPartyNotice spec.effectiveAt",
                "TrustRoot spec.delegations.notAfter",
            ])
    }
}
