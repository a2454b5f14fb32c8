internal import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A branch, tag or remote branch with its full name.
package struct Reference: Sendable, Hashable {
    package let name: String
    package let target: ObjectID
}

extension Repository {
    /// All refs whose full name starts with `prefix`, which ends in `/`, sorted by name. Symbolic refs are followed; one
    /// that leads nowhere is none, as for git.
    ///
    /// - Throws: `unreadableReference` where a ref's file is damaged: what it names is not known.
    package func references(under prefix: String) throws(GitError) -> [Reference] {
        var iterator: OpaquePointer?
        guard git_reference_iterator_new(&iterator, handle) == 0, let iterator else {
            throw lastError("listing refs")
        }
        defer { git_reference_iterator_free(iterator) }
        var found: [Reference] = []
        let folder = git_repository_commondir(handle).map { String(cString: $0) } ?? gitDirectory
        // Every name that libgit2 shows is taken out again.
        var damaged = try LooseReferences.names(under: prefix, in: folder)
        while true {
            var reference: OpaquePointer?
            let code = git_reference_next(&reference, iterator)
            if code == GIT_ITEROVER.rawValue { break }
            guard code == 0, let reference else { throw lastError("listing refs") }
            defer { git_reference_free(reference) }
            guard let rawName = git_reference_name(reference) else { continue }
            let name = String(cString: rawName)
            guard name.hasPrefix(prefix) else { continue }
            damaged.remove(Array(UnsafeRawBufferPointer(start: rawName, count: strlen(rawName))))
            var resolved: OpaquePointer?
            // Reads the ref's file once more, and finds out where the listing showed an old packed value.
            let resolving = git_reference_resolve(&resolved, reference)
            if resolving == GIT_ENOTFOUND.rawValue, git_reference_type(reference) == GIT_REFERENCE_SYMBOLIC { continue }
            guard resolving == 0, let resolved else { throw .unreadableReference(name) }
            defer { git_reference_free(resolved) }
            guard let target = git_reference_target(resolved) else { continue }
            found.append(Reference(name: name, target: objectID(target.pointee)))
        }
        // Somebody may have deleted or packed one meanwhile; then its file is gone.
        if !damaged.isEmpty { damaged.formIntersection(try LooseReferences.names(under: prefix, in: folder)) }
        if let name = damaged.first { throw .unreadableReference(String(decoding: name, as: UTF8.self)) }
        return found.sorted { $0.name < $1.name }
    }

    /// What a full ref name points at, or nil when there is no such ref.
    package func reference(_ fullName: String) -> ObjectID? {
        var raw = git_oid()
        guard git_reference_name_to_id(&raw, handle, fullName) == 0 else { return nil }
        return objectID(raw)
    }

    /// The commit that HEAD names; nil before the first commit.
    package var head: ObjectID? { reference("HEAD") }

    /// The full name of the branch that is checked out; nil when HEAD is detached.
    package var headBranch: String? {
        var head: OpaquePointer?
        guard git_reference_lookup(&head, handle, "HEAD") == 0, let head else { return nil }
        defer { git_reference_free(head) }
        return git_reference_symbolic_target(head).map { String(cString: $0) }
    }

    /// Names of the configured remotes.
    package var remotes: [String] {
        var names = git_strarray()
        guard git_remote_list(&names, handle) == 0 else { return [] }
        defer { git_strarray_dispose(&names) }
        return (0..<names.count).compactMap { index in names.strings[index].map { String(cString: $0) } }
    }
}
