import GitObjects
import PackageContents
import PlanModel
import Signatures
import SourceText

/// The signed agreements with versions of the trust root that lie as files in a tree.
///
/// Only files of the same tree count for the chain: tags can be deleted or hidden, and a tree that holds a version
/// without its signatures would be valid in one clone and not in another.
struct TrustStatements {
    /// One statement whose signature has not been checked yet: that takes the keys of a version.
    struct Entry {
        let path: String
        /// Of the statement: what was signed, not how it is wrapped.
        let id: String
        let statement: Statement
        /// The version and digest that it agrees with.
        let version: String
        let sha256: String
        /// The name inside the tag object, without `refs/tags/`.
        let tagName: String
        let signature: ObjectSignature
    }

    /// Something under `governance/statements` that calls itself a trust statement and is none.
    struct Defect {
        let path: String
        let code: String
        let sentence: String
    }

    private(set) var entries: [Entry] = []
    private(set) var defects: [Defect] = []

    init(in files: FileListing) throws {
        let marker = Array("\nDecision: trust\n".utf8)
        var seen: Set<String> = []
        for file in try files.matching(PathPattern(StatementReader.folder + "/*.tag")) {
            let bytes = try files.source(file).bytes
            // Thousands of approvals may lie in the folder; this finds the few that matter without parsing the others.
            guard bytes.contains(marker) else { continue }
            do {
                guard let entry = try Self.entry(file.path, bytes) else { continue }
                // The same signed text with its signature wrapped anew is one statement. A copy under another name must
                // not take the place of the file that counts.
                if !entry.isNamedAfterItself || seen.insert(entry.id).inserted { entries.append(entry) }
            } catch {
                defects.append(error)
            }
        }
    }

    private static func entry(_ path: String, _ bytes: [UInt8]) throws(Defect) -> Entry? {
        let tag: TagObject
        do { tag = try TagObject(id: .zero, bytes: bytes) } catch {
            throw Defect(path: path, code: error.rawValue, sentence: error.message)
        }
        let statement: Statement
        do {
            guard let read = try StatementGrammar.read(tag.message) else { return nil }
            statement = read
        } catch {
            throw Defect(path: path, code: "malformed-statement", sentence: error.message)
        }
        guard statement.decision == .trust, case .trust(let version, let sha256)? = statement.subjects.first else {
            return nil
        }
        guard let signature = tag.signature else {
            throw Defect(path: path, code: "unsigned", sentence: "the tag is not signed")
        }
        return Entry(
            path: path, id: StatementReader.statementID(signature.payload), statement: statement, version: version,
            sha256: sha256, tagName: tag.name, signature: signature)
    }
}

extension TrustStatements.Defect: Error {}

extension TrustStatements.Entry {
    /// One name for each statement, so that a copy is seen to be one.
    var isNamedAfterItself: Bool { path == "\(StatementReader.folder)/\(id).tag" }

    /// True when the name in the signed tag is the one that trust statements of this version and person have, or a
    /// numbered copy: one person may have to sign with an old and a new key.
    func isNamed(for principal: String) -> Bool {
        StatementTagName.isName(
            tagName, equalOrCopyOf: StatementTagName.trust(version: version, principal: principal))
    }
}
