package import GitObjects
import PackageContents
package import PlanModel
import Snapshots
import SourceText

/// The texts that one plan had along the first-parent line of a commit.
package struct PlanHistory: Sendable {
    /// One text of the plan.
    package struct State: Sendable {
        package let plan: DeploymentPlan
        package let version: Int
        package let sha256: String
        /// The newest commit of the line that has it.
        package let commit: ObjectID
    }

    /// The newest first; each text once.
    package let states: [State]

    /// - Parameters:
    ///   - plan: as the commit's tree has it.
    ///   - commit: where the line starts.
    package init(of plan: DeploymentPlan, at commit: ObjectID, in repository: GovernedRepository) throws {
        let path = plan.envelope.source.path
        var states: [State] = []
        var blob: String?
        for id in try repository.git.firstParentLine(from: commit) {
            // Before its file was there under this path, the plan has no history that could be proved.
            guard let file = try repository.loader.files(of: id).file(path) else { break }
            if file.blob == blob, blob != nil { continue }
            blob = file.blob
            let earlier = try repository.snapshot(id).documents.all(named: plan.name, DeploymentPlan.self)
            guard let text = earlier.first(where: { $0.envelope.source.path == path }), earlier.count == 1,
                let version = text.version?.value
            else { continue }
            let digest = ContentDigest.document("plan", text.envelope.source.bytes)
            if !states.contains(where: { $0.sha256 == digest }) {
                states.append(State(plan: text, version: version, sha256: digest, commit: id))
            }
        }
        self.states = states
    }

    /// The plan as a tree has it. In the result of a merge its text may be one that no commit has yet.
    ///
    /// - Parameter commit: what the tree belongs to, for a text that has no commit.
    func state(of plan: DeploymentPlan, version: Int, at commit: ObjectID) -> State {
        let sha256 = ContentDigest.document("plan", plan.envelope.source.bytes)
        return states.first { $0.sha256 == sha256 }
            ?? State(plan: plan, version: version, sha256: sha256, commit: commit)
    }
}
