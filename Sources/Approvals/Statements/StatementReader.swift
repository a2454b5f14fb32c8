package import GitObjects
import PackageContents
package import Signatures

/// Reads statements from raw git objects.
package struct StatementReader: Sendable {
    /// Files with the exact bytes of tag objects: for squash-merge teams and clones without tags.
    package static let folder = "governance/statements"

    private let keys: TrustedKeys

    /// - Parameter keys: the keys whose signatures are checked; a signature by another key is reported as unknown.
    package init(keys: TrustedKeys) { self.keys = keys }

    /// Reads the object behind a tag ref. An annotated tag without a statement, a lightweight tag and bytes that break
    /// git's format are reported as defective, because their names claim a decision.
    package func tag(
        _ ref: String, type: Repository.ObjectType, id: ObjectID, bytes: [UInt8]
    ) -> FoundStatement {
        let place = FoundStatement.Place.tag(ref: ref)
        guard type == .tag else {
            return defective(place, "not-annotated", "it is a lightweight tag, which carries no signature")
        }
        return tagObject(place, id: id, bytes: bytes)
    }

    /// Reads a file under `governance/statements`: the exact bytes of a tag object.
    package func file(_ path: String, bytes: [UInt8]) -> FoundStatement {
        tagObject(.file(path: path), id: .zero, bytes: bytes)
    }

    /// Nil for a commit whose message does not look like a statement.
    package func commit(_ raw: RawCommit) -> FoundStatement? {
        // Before anything else: a history has thousands of others, and old ones hold malformed commits.
        guard raw.mentions(StatementGrammar.opening) else { return nil }
        let place = FoundStatement.Place.commit(raw.id)
        let commit: CommitObject
        do { commit = try raw.parsed() } catch { return defective(place, error.rawValue, error.message) }
        do {
            guard let statement = try StatementGrammar.read(commit.message) else { return nil }
            guard let signature = commit.signature else {
                return defective(place, "unsigned", "the commit is not signed")
            }
            return found(
                place, statement: statement, signature: signature, name: nil, target: nil,
                time: commit.committer.seconds)
        } catch {
            return defective(place, "malformed-statement", error.message)
        }
    }

    private func tagObject(_ place: FoundStatement.Place, id: ObjectID, bytes: [UInt8]) -> FoundStatement {
        let tag: TagObject
        do { tag = try TagObject(id: id, bytes: bytes) } catch {
            return defective(place, error.rawValue, error.message)
        }
        do {
            guard let statement = try StatementGrammar.read(tag.message) else {
                return defective(place, "no-statement", "its message holds no statement")
            }
            guard let signature = tag.signature else {
                return defective(place, "unsigned", "the tag is not signed")
            }
            guard tag.targetType == "commit" else {
                return defective(place, "not-a-commit", "the tag points at a \(tag.targetType)")
            }
            return found(
                place, statement: statement, signature: signature, name: tag.name, target: tag.target,
                time: tag.tagger?.seconds)
        } catch {
            return defective(place, "malformed-statement", error.message)
        }
    }

    private func found(
        _ place: FoundStatement.Place, statement: Statement, signature: ObjectSignature, name: String?,
        target: ObjectID?, time: Int64?
    ) -> FoundStatement {
        let id = Self.statementID(signature.payload)
        return FoundStatement(
            place: place, content: .statement(statement), id: id,
            signature: SignatureVerifier.verify(
                payload: signature.payload, armor: signature.armor, keys: keys),
            tagName: name, misplacement: Self.misplacement(place, id: id, name: name), target: target,
            claimedTime: time)
    }

    /// A ref is called as its tag object says, and a file after its statement's id.
    private static func misplacement(_ place: FoundStatement.Place, id: String, name: String?) -> String? {
        switch place {
        case .tag where place.label != name: "the tag object is called \(name ?? "?"): the ref was renamed or copied"
        case .file(let path) where path != "\(folder)/\(id).tag": "the file is not named after its statement's id"
        default: nil
        }
    }

    private func defective(_ place: FoundStatement.Place, _ code: String, _ message: String) -> FoundStatement {
        FoundStatement(place: place, content: .defective(code: code, message: message))
    }

    /// The id of a statement is made of what was signed, so that wrapping the same signature anew makes no second
    /// statement.
    package static func statementID(_ payload: [UInt8]) -> String {
        ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + payload)
    }
}
