package import GitObjects
import PackageContents
import Signatures

/// Reads statements from raw git objects.
package struct StatementReader {
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
        let name = String(ref.trimmingPrefix("refs/tags/"))
        return tagObject(place, id: id, bytes: bytes, expectedName: name)
    }

    /// Reads a file under `governance/statements`: the exact bytes of a tag object.
    package func file(_ path: String, bytes: [UInt8]) -> FoundStatement {
        tagObject(.file(path: path), id: .zero, bytes: bytes, expectedName: nil)
    }

    /// Nil for a commit whose message does not look like a statement.
    package func commit(_ raw: RawCommit) -> FoundStatement? {
        let place = FoundStatement.Place.commit(raw.id)
        let commit: CommitObject
        do { commit = try raw.parsed() } catch {
            // Old histories hold such commits; only one that could be taken for a statement is worth a word.
            guard raw.mentions("Imprimatur: ") else { return nil }
            return defective(place, error.rawValue, error.message)
        }
        do {
            guard let statement = try StatementGrammar.read(commit.message) else { return nil }
            guard let signature = commit.signature else {
                return defective(place, "unsigned", "the commit is not signed")
            }
            return found(
                place, statement: statement, signature: signature, target: nil, time: commit.committer.seconds)
        } catch {
            return defective(place, "malformed-statement", error.message)
        }
    }

    private func tagObject(
        _ place: FoundStatement.Place, id: ObjectID, bytes: [UInt8], expectedName: String?
    ) -> FoundStatement {
        let tag: TagObject
        do { tag = try TagObject(id: id, bytes: bytes) } catch {
            return defective(place, error.rawValue, error.message)
        }
        if let expectedName, expectedName != tag.name {
            return defective(
                place, "name-mismatch", "the tag object is called \(tag.name): the ref was renamed or copied")
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
                place, statement: statement, signature: signature, target: tag.target, time: tag.tagger?.seconds)
        } catch {
            return defective(place, "malformed-statement", error.message)
        }
    }

    private func found(
        _ place: FoundStatement.Place, statement: Statement, signature: ObjectSignature, target: ObjectID?, time: Int64?
    ) -> FoundStatement {
        FoundStatement(
            place: place, content: .statement(statement), id: Self.statementID(signature.payload),
            signature: SignatureVerifier.verify(payload: signature.payload, armor: signature.armor, keys: keys),
            target: target, claimedTime: time)
    }

    private func defective(_ place: FoundStatement.Place, _ code: String, _ message: String) -> FoundStatement {
        FoundStatement(
            place: place, content: .defective(code: code, message: message), id: nil, signature: nil, target: nil,
            claimedTime: nil)
    }

    /// The id of a statement is made of what was signed, so that wrapping the same signature anew makes no second
    /// statement.
    package static func statementID(_ payload: [UInt8]) -> String {
        ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + payload)
    }
}
