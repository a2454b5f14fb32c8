package import PlanModel
package import SourceText

/// What merging a pull request would do, as plain facts.
package struct ProposedMerge: Sendable {
    /// A file that is new or changed, that looks like part of an AI system, and that no system claims.
    package struct UnclaimedFile: Sendable {
        /// Why it looks like that.
        package enum Sign: Sendable {
            /// The file says itself what it is.
            case format(name: String, category: ComponentCategory)
            /// It stands in a folder that holds governed files of a system.
            case governedFolder(String, system: String)
            /// A folder above it is named after a part of AI systems.
            case folderName(String)
        }

        package let path: String
        package let sign: Sign

        package init(path: String, sign: Sign) {
            self.path = path
            self.sign = sign
        }
    }

    /// A new version of the trust root that too few people signed.
    package struct UnsignedTrustRoot: Sendable {
        package let location: Location
        /// Who is missing, as a sentence without a final full stop.
        package let message: String
        package let mend: String

        package init(location: Location, message: String, mend: String) {
            self.location = location
            self.message = message
            self.mend = mend
        }
    }

    /// The systems whose package is another than in the target, or that are new.
    package let changes: [ProposedChange]
    /// Places of the materiality policies that the merge edits; of a deleted one its file.
    package let changedPolicies: [Location]
    package let unclaimedFiles: [UnclaimedFile]
    package let unsignedTrustRoots: [UnsignedTrustRoot]

    package init(
        changes: [ProposedChange], changedPolicies: [Location], unclaimedFiles: [UnclaimedFile],
        unsignedTrustRoots: [UnsignedTrustRoot] = []
    ) {
        self.changes = changes
        self.changedPolicies = changedPolicies
        self.unclaimedFiles = unclaimedFiles
        self.unsignedTrustRoots = unsignedTrustRoots
    }
}
