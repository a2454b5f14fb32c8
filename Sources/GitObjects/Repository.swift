internal import CLibgit2

/// A git repository, read only. Objects come as raw bytes; what they mean is read by this module's own parsers.
///
/// Sendable without the compiler's proof: nothing in it changes after opening but the graph, which has a lock, and
/// libgit2 locks its object database, ref database and index itself (libgit2, docs/threading.md).
package final class Repository: @unchecked Sendable {
    let handle: OpaquePointer
    private let objectDatabase: OpaquePointer
    /// The folder that holds HEAD, the index and the refs of this worktree.
    package let gitDirectory: String
    /// The root of the files on disk, with a final `/`; nil for a bare repository.
    package let worktree: String?
    let graph = CommitGraph()
    /// `GIT_INDEX_FILE` of a hook: another index than the repository's own.
    let indexFile: String?

    /// Where git's own environment variables say that the repository is.
    package struct Environment: Sendable {
        package var gitDirectory: String?
        package var worktree: String?
        package var indexFile: String?

        /// A variable that is empty counts as unset.
        package init(gitDirectory: String? = nil, worktree: String? = nil, indexFile: String? = nil) {
            func value(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
            self.gitDirectory = value(gitDirectory)
            self.worktree = value(worktree)
            self.indexFile = value(indexFile)
        }
    }

    /// Opens the repository that holds `path`, or the one that `environment` names. Relative folders of the
    /// environment are relative to `path`, and a relative index file is so to the worktree's root, into which git
    /// changes before it looks for it. Neither replace refs nor grafts are followed.
    package init(holding path: String, environment: Environment = Environment()) throws(GitError) {
        LibraryStart.make()
        func absolute(_ name: String) -> String { name.hasPrefix("/") ? name : path + "/" + name }

        var opened: OpaquePointer?
        let start = environment.gitDirectory.map(absolute) ?? path
        let flags =
            environment.gitDirectory == nil
            ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
        let code = git_repository_open_ext(&opened, start, flags, nil)
        guard code == 0, let repository = opened else {
            throw Self.openingError(code: code, path: start)
        }
        var database: OpaquePointer?
        guard git_repository_odb(&database, repository) == 0, let database else {
            let error = lastError("opening the object database")
            git_repository_free(repository)
            throw error
        }
        handle = repository
        objectDatabase = database
        gitDirectory = git_repository_path(repository).map { String(cString: $0) } ?? start
        // Told to libgit2 too, which reads the ignore rules there, and which resolves links and `..` in it.
        if let named = environment.worktree, git_repository_set_workdir(repository, absolute(named), 0) != 0 {
            let error = lastError("using GIT_WORK_TREE \(named)")
            git_odb_free(database)
            git_repository_free(repository)
            throw error
        }
        worktree = git_repository_workdir(repository).map { String(cString: $0) }
        let root = worktree ?? gitDirectory
        indexFile = environment.indexFile.map { $0.hasPrefix("/") ? $0 : root + $0 }
    }

    /// Whether a `.git` is a repository or leads to one, as git sees it; a folder or file that only has the name is not.
    package static func isRepository(_ path: [UInt8]) -> Bool {
        LibraryStart.make()
        let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
        let code = git_repository_open_ext(nil, (path + [0]).map(CChar.init(bitPattern:)), flags, nil)
        return code == 0 || code == GIT_EOWNER.rawValue
    }

    deinit {
        git_odb_free(objectDatabase)
        git_repository_free(handle)
    }

    private static func openingError(code: Int32, path: String) -> GitError {
        let error = lastError("opening \(path)")
        if code == GIT_EOWNER.rawValue || (code == GIT_ENOTFOUND.rawValue && RepositoryOwner.isAnotherUser(of: path)) {
            return .ownedByAnotherUser(path: path)
        }
        if code == GIT_ENOTFOUND.rawValue { return .notARepository(path: path) }
        return usesSHA256(path) ? .sha256Repository(path: path) : error
    }

    /// libgit2 1.5 refuses SHA-256 repositories with a general error; the repository's own file says why.
    private static func usesSHA256(_ path: String) -> Bool {
        var folder = path
        while true {
            for candidate in [folder + "/.git/config", folder + "/config"] {
                var config: OpaquePointer?
                guard git_config_open_ondisk(&config, candidate) == 0, let config else { continue }
                defer { git_config_free(config) }
                var value = git_buf()
                if git_config_get_string_buf(&value, config, "extensions.objectformat") == 0 {
                    defer { git_buf_dispose(&value) }
                    return value.ptr.map { String(cString: $0) } == "sha256"
                }
            }
            guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return false }
            folder = String(folder[..<slash])
        }
    }

    package var isBare: Bool { worktree == nil }
    /// True when part of the history was not fetched.
    package var isShallow: Bool { git_repository_is_shallow(handle) == 1 }

    /// The remote that keeps objects which this clone did not fetch (`git clone --filter`); nil for a whole clone.
    package var promisorRemote: String? {
        remotes.first {
            ["true", "1", "yes", "on"].contains(localConfiguration("remote.\($0).promisor")?.lowercased())
        }
            ?? localConfiguration("extensions.partialclone")
    }

    /// A value of this clone's own configuration file; user and system configuration are not read.
    package func localConfiguration(_ key: String) -> String? {
        var all: OpaquePointer?
        guard git_repository_config(&all, handle) == 0, let all else { return nil }
        defer { git_config_free(all) }
        var local: OpaquePointer?
        guard git_config_open_level(&local, all, GIT_CONFIG_LEVEL_LOCAL) == 0, let local else { return nil }
        defer { git_config_free(local) }
        var value = git_buf()
        guard git_config_get_string_buf(&value, local, key) == 0 else { return nil }
        defer { git_buf_dispose(&value) }
        return value.ptr.map { String(cString: $0) }
    }

    // MARK: Objects

    package enum ObjectType: String, Sendable { case commit, tree, blob, tag }

    /// The exact bytes of an object. Throws `missingObject` when this clone does not have it.
    package func object(_ id: ObjectID) throws(GitError) -> (type: ObjectType, bytes: [UInt8]) {
        var name = rawID(id)
        var object: OpaquePointer?
        let code = git_odb_read(&object, objectDatabase, &name)
        guard code == 0, let object else {
            throw readingError(code, id)
        }
        defer { git_odb_object_free(object) }
        let buffer = UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object))
        let type: ObjectType
        switch git_odb_object_type(object) {
        case GIT_OBJECT_COMMIT: type = .commit
        case GIT_OBJECT_TREE: type = .tree
        case GIT_OBJECT_BLOB: type = .blob
        case GIT_OBJECT_TAG: type = .tag
        default: throw .wrongObjectType(id.description, expected: "commit, tree, blob or tag")
        }
        return (type, Array(buffer))
    }

    /// libgit2 names every object that it reads anew from its bytes and compares, so a changed object shows here, and not
    /// in a verdict.
    private func readingError(_ code: Int32, _ id: ObjectID) -> GitError {
        if code == GIT_ENOTFOUND.rawValue {
            return promisorRemote.map { .objectNotFetched(id.description, remote: $0) }
                ?? .missingObject(id.description)
        }
        let kind = git_error_last().map { UInt32(bitPattern: $0.pointee.klass) }
        let isDamage =
            code == GIT_EMISMATCH.rawValue || kind == GIT_ERROR_ZLIB.rawValue || kind == GIT_ERROR_ODB.rawValue
        return isDamage ? .damagedObject(id.description) : lastError("reading \(id)")
    }

    package func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
        let (type, bytes) = try object(id)
        guard type == .blob else { throw .wrongObjectType(id.description, expected: "file") }
        return bytes
    }

    /// A commit's place in history and its tree; says nothing about its people or its signature.
    package func rawCommit(_ id: ObjectID) throws(GitError) -> RawCommit {
        let (type, bytes) = try object(id)
        guard type == .commit else { throw .wrongObjectType(id.description, expected: "commit") }
        do { return try RawCommit(id: id, bytes: bytes) } catch {
            throw .malformedObject(id.description, error)
        }
    }

    package func tree(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
        let (type, bytes) = try object(id)
        guard type == .tree else { throw .wrongObjectType(id.description, expected: "tree") }
        do { return try TreeObject.entries(bytes) } catch {
            throw .malformedObject(id.description, error)
        }
    }

    /// The commit that a revision expression names (`HEAD~1`, a branch, a tag …), tags peeled.
    package func resolveCommit(_ revision: String) throws(GitError) -> ObjectID {
        guard let path = RevisionSteps(revision) else { return try commit(behind: named(revision), called: revision) }
        var commit = try commit(behind: named(path.start), called: path.start)
        for step in path.steps {
            switch step {
            case .firstParents(let count):
                for _ in 0..<count { commit = try parent(1, of: commit, called: revision) }
            case .parent(let number): commit = try parent(number, of: commit, called: revision)
            }
        }
        return commit
    }

    private func parent(_ number: Int, of commit: ObjectID, called revision: String) throws(GitError) -> ObjectID {
        if number == 0 { return commit }
        let raw: RawCommit
        do { raw = try rawCommit(commit) } catch {
            throw error.code == "missing-object" && isShallow ? .unknownRevisionInShallowClone(revision) : error
        }
        guard raw.parents.count >= number else { throw .unknownRevision(revision) }
        return raw.parents[number - 1]
    }

    /// The commit that a ref or tag object leads to.
    ///
    /// - Parameter name: for the error where it is none.
    package func commit(behind object: ObjectID, called name: String) throws(GitError) -> ObjectID {
        var id = object
        // Tags may point at tags; each step reads another object, and no object can name itself.
        while true {
            let (type, bytes) = try self.object(id)
            if type == .commit { return id }
            guard type == .tag, let target = TagObject.target(in: bytes) else {
                throw .wrongObjectType(name, expected: "commit")
            }
            id = target
        }
    }

    /// The object that a revision names. Object names and refs are looked up here, because libgit2 wants to understand
    /// an object before it gives its name, and cannot name a malformed one; the rest of git's syntax is libgit2's.
    private func named(_ revision: String) throws(GitError) -> ObjectID {
        if let id = ObjectID(hex: revision) { return id }
        var reference: OpaquePointer?
        if git_reference_dwim(&reference, handle, revision) == 0, let reference {
            defer { git_reference_free(reference) }
            var resolved: OpaquePointer?
            if git_reference_resolve(&resolved, reference) == 0, let resolved {
                defer { git_reference_free(resolved) }
                if let target = git_reference_target(resolved) { return objectID(target.pointee) }
            }
        }
        var object: OpaquePointer?
        guard git_revparse_single(&object, handle, revision) == 0, let object else {
            throw isShallow ? .unknownRevisionInShallowClone(revision) : .unknownRevision(revision)
        }
        defer { git_object_free(object) }
        guard let name = git_object_id(object) else { throw .unknownRevision(revision) }
        return objectID(name.pointee)
    }
}

func rawID(_ id: ObjectID) -> git_oid {
    var raw = git_oid()
    withUnsafeMutableBytes(of: &raw) { $0.copyBytes(from: id.bytes) }
    return raw
}

func objectID(_ raw: git_oid) -> ObjectID {
    let bytes = withUnsafeBytes(of: raw) { Array($0) }
    // `git_oid` of libgit2 1.5 is exactly 20 bytes.
    return ObjectID(bytes: bytes.prefix(ObjectID.byteCount)) ?? ObjectID.zero
}

func lastError(_ operation: String) -> GitError {
    let message = git_error_last().flatMap { $0.pointee.message }.map { String(cString: $0) }
    return .libgit2(operation: operation, message: message ?? "unknown error")
}
