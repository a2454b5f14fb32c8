internal import CLibgit2

/// The differing lines of two texts, as `git diff` shows them.
package enum LinePatch {
    /// A unified diff from its first `@@` on, with three lines of context: `diff`, `index`, `---` and `+++` are left to
    /// the caller, who knows what the sides are called. Empty for equal bytes, nil for bytes that are no text (a NUL
    /// among the first 8,000, as git decides it). Bytes that are not UTF-8 are shown as replacement characters.
    package static func unified(_ old: [UInt8], _ new: [UInt8]) throws(GitError) -> String? {
        LibraryStart.make()
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        var patch: OpaquePointer?
        let code = git_patch_from_buffers(&patch, old, old.count, "a", new, new.count, "b", &options)
        guard code == 0 else { throw lastError("comparing two texts line by line") }
        defer { git_patch_free(patch) }
        guard let patch else { return "" }
        if git_patch_get_delta(patch).pointee.flags & GIT_DIFF_FLAG_BINARY.rawValue != 0 { return nil }
        var buffer = git_buf()
        guard git_patch_to_buf(&buffer, patch) == 0 else { throw lastError("writing a patch") }
        defer { git_buf_dispose(&buffer) }
        let text = UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let hunks = lines.first(where: { $0.starts(with: "@@".utf8) }) else { return "" }
        return String(decoding: text[hunks.startIndex...], as: UTF8.self)
    }
}
