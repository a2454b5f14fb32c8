/// Why the repository could not answer. Every case means *could not decide* (exit 3), but an object that breaks git's
/// format, which somebody made so.
package enum GitError: Error, Sendable, Equatable {
    case notARepository(path: String)
    /// The repository uses SHA-256 object names, which libgit2 1.5 cannot read.
    case sha256Repository(path: String)
    /// The folder belongs to another user and git's ownership check refuses it.
    case ownedByAnotherUser(path: String)
    case unknownRevision(String)
    /// The same where history is missing, so that the name may well be right.
    case unknownRevisionInShallowClone(String)
    /// The object is named by something that was read, but is not in the object database.
    case missingObject(String)
    /// What lies under the object's name has another SHA-1, or cannot be unpacked: a disk or a transfer damaged it, or
    /// somebody changed it.
    case damagedObject(String)
    /// The same as `missingObject` where the clone is a partial one, with the remote that has it.
    case objectNotFetched(String, remote: String)
    /// The file of a ref is there and says nothing that git would understand.
    case unreadableReference(String)
    case wrongObjectType(String, expected: String)
    /// Bytes of an object that do not follow git's format.
    case malformedObject(String, MalformedObject)
    case shallowClone
    case noWorktree
    /// A bare repository has no index, unless somebody made one.
    case noIndex
    case unreadableIndex(path: String, message: String)
    /// `GIT_INDEX_FILE` names a file that is not there, or that may not be read.
    case missingIndex(path: String)
    /// The index names folders instead of files (git's sparse index), which libgit2 1.5 cannot read.
    case sparseIndex
    /// Anything else that libgit2 reports; `message` is libgit2's own.
    case libgit2(operation: String, message: String)

    package var isRefusal: Bool { if case .malformedObject = self { true } else { false } }

    /// Stable word for programs.
    package var code: String {
        switch self {
        case .notARepository: "not-a-repository"
        case .sha256Repository: "sha256-repository"
        case .ownedByAnotherUser: "owned-by-another-user"
        case .unknownRevision: "unknown-revision"
        case .unknownRevisionInShallowClone, .shallowClone: "shallow-clone"
        case .missingObject: "missing-object"
        case .damagedObject: "damaged-object"
        case .objectNotFetched: "partial-clone"
        case .unreadableReference: "unreadable-ref"
        case .wrongObjectType: "wrong-object-type"
        case .malformedObject(_, let reason): reason.rawValue
        case .noWorktree: "no-worktree"
        case .noIndex: "no-index"
        case .unreadableIndex, .missingIndex, .sparseIndex: "unreadable-index"
        case .libgit2: "git-failed"
        }
    }

    /// One sentence for a reader, without a final full stop.
    package var message: String {
        switch self {
        case .notARepository(let path): "\(path) is not in a git repository"
        case .sha256Repository(let path):
            "\(path) uses SHA-256 object names (extensions.objectFormat), which this version cannot read"
        case .ownedByAnotherUser(let path): "\(path) belongs to another user, so git does not trust it"
        case .unknownRevision(let name): "no commit, branch or tag is called \"\(name)\""
        case .unknownRevisionInShallowClone(let name):
            "no commit, branch or tag of this clone is called \"\(name)\"; it is a shallow one, which lacks history"
        case .missingObject(let name): "object \(name) is not in this clone"
        case .damagedObject(let name): "object \(name) is damaged in this clone: its bytes do not belong to its name"
        case .objectNotFetched(let name, let remote):
            "object \(name) was not fetched: this is a partial clone of \(remote), which leaves objects out until git "
                + "wants them"
        case .unreadableReference(let name): "the ref \(name) is damaged: its file names no object"
        case .wrongObjectType(let name, let expected): "\(name) is not a \(expected)"
        case .malformedObject(let name, let reason): "object \(name) is malformed: \(reason.message)"
        case .shallowClone: "this is a shallow clone: part of the history is missing"
        case .noWorktree: "this is a bare repository: there are no files on disk"
        case .noIndex: "this is a bare repository: nothing is staged in it"
        case .unreadableIndex(let path, let message): "the index \(path) cannot be read: \(message)"
        case .missingIndex(let path): "the index \(path), which GIT_INDEX_FILE names, cannot be read"
        case .sparseIndex: "the index is a sparse one, which names folders instead of files and cannot be read here"
        case .libgit2(let operation, let message): "\(operation) failed: \(message)"
        }
    }

    /// What to do about it, one sentence.
    package var mend: String {
        switch self {
        case .notARepository: "Change into a repository, give one with -C DIR, or make one with `git init -b main`."
        case .sha256Repository:
            "Use a repository with SHA-1 object names; approvals bind to SHA-256 digests in any case."
        case .ownedByAnotherUser(let path): "If you trust it, run `git config --global --add safe.directory \(path)`."
        case .unknownRevision: "Check the spelling, or run `git fetch --tags origin` to get it."
        case .unknownRevisionInShallowClone:
            "Run `git fetch --unshallow --tags origin`, or check the spelling."
        case .missingObject: "Run `git fetch --unshallow --tags origin`, or `git fsck` if the clone is complete."
        case .damagedObject: "Run `git fsck`, and clone anew from where you trust the history."
        case .objectNotFetched(_, let remote): "Run `git fetch --refetch --no-filter \(remote)`."
        case .unreadableReference(let name):
            "Run `git fetch --tags --force origin` to get it again, or `git update-ref -d \(name)` if nobody needs it."
        case .wrongObjectType: "Name a commit, a branch or a tag."
        case .malformedObject: "Do not trust this object; ask whoever made it how."
        case .shallowClone: "Run `git fetch --unshallow --tags origin`."
        case .noWorktree, .noIndex: "Name a revision, for example `--rev HEAD`."
        case .unreadableIndex:
            "Remove it and run `git reset`: that writes it anew from HEAD, and leaves the files on disk as they are."
        case .missingIndex:
            "Correct GIT_INDEX_FILE, which counts from the root of the worktree, or unset it."
        case .sparseIndex: "Run `git sparse-checkout reapply --no-sparse-index`; what is checked out stays as it is."
        case .libgit2: "Run `git fsck` to see whether the repository is damaged."
        }
    }
}

/// The ways in which the bytes of a commit, tag or tree break git's format. The raw values are stable reason codes.
package enum MalformedObject: String, Error, Sendable, Equatable {
    case missingHeader = "missing-header"
    case missingBlankLine = "missing-blank-line"
    case unknownHeader = "unknown-header"
    case headerOrder = "headers-out-of-order"
    case duplicateHeader = "duplicate-header"
    case badHeader = "bad-header"
    case badIdentity = "bad-identity"
    case nulByte = "nul-byte"
    case carriageReturn = "carriage-return"
    case armorInMessage = "armor-in-message"
    case multipleSignatures = "multiple-signatures"
    case bytesAfterSignature = "bytes-after-signature"
    case badTreeEntry = "bad-tree-entry"
    case duplicateTreeEntry = "duplicate-tree-entry"
    case unsortedTree = "unsorted-tree"

    package var message: String {
        switch self {
        case .missingHeader: "a required header is missing"
        case .missingBlankLine: "no blank line ends its headers"
        case .unknownHeader: "it has a header that git does not give to such an object"
        case .headerOrder: "the headers are not in git's order"
        case .duplicateHeader: "a header appears twice"
        case .badHeader: "a header cannot be read"
        case .badIdentity: "the name, e-mail or date of a person cannot be read"
        case .nulByte: "it has a NUL byte, behind which tools hide text from each other"
        case .carriageReturn: "its headers contain a carriage return"
        case .armorInMessage: "its message holds a signature block, which tools read differently"
        case .multipleSignatures: "it has more than one signature block"
        case .bytesAfterSignature: "something follows the signature block"
        case .badTreeEntry: "a folder entry cannot be read"
        case .duplicateTreeEntry: "a folder has two entries of one name"
        case .unsortedTree: "a folder's entries are not in git's order"
        }
    }
}
