#include <git2.h>

// Variadic C functions cannot be called from Swift.

/// Lets repositories be opened that use extensions which do not matter to a reader of whole objects (git's
/// Documentation/technical/repository-version.txt); libgit2 refuses any that it does not know by itself. Returns
/// libgit2's code.
///
/// partialclone: objects may be missing, which reading tells. worktreeconfig: some settings lie in another file.
/// preciousobjects: nothing may be pruned, and nothing is.
static inline int imprimatur_accept_extensions(void) {
    const char *names[] = {"partialclone", "worktreeconfig", "preciousobjects"};
    return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof names[0]);
}

/// Compares every object that is read with its name. libgit2 does so by itself unless a program turns it off.
static inline int imprimatur_verify_hashes(void) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}
