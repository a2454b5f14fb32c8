// The least that a program on libgit2 can cost.
//
// Usage: libgit2-baseline init             initialises the library and exits
//        libgit2-baseline open FOLDER      also opens a repository
//        libgit2-baseline index FOLDER     also reads its index
//        libgit2-baseline blobs FOLDER     instead reads every blob of HEAD

#include <git2.h>
#include <stdio.h>
#include <string.h>

static size_t blobs, bytes;

static int read_blob(const char *root, const git_tree_entry *entry, void *repository) {
    (void)root;
    git_blob *blob;
    if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return 0;
    if (git_blob_lookup(&blob, repository, git_tree_entry_id(entry)) != 0) return -1;
    blobs += 1;
    bytes += (size_t)git_blob_rawsize(blob);
    git_blob_free(blob);
    return 0;
}

int main(int count, char **arguments) {
    const char *work = count > 1 ? arguments[1] : "";
    git_libgit2_init();
    if (strcmp(work, "init") == 0) return 0;
    if (count < 3) return 2;
    git_repository *repository;
    if (git_repository_open(&repository, arguments[2]) != 0) return 3;
    if (strcmp(work, "open") == 0) return 0;
    if (strcmp(work, "index") == 0) {
        git_index *index;
        if (git_repository_index(&index, repository) != 0) return 3;
        printf("%zu entries\n", git_index_entrycount(index));
        return 0;
    }
    git_object *tree;
    if (git_revparse_single(&tree, repository, "HEAD^{tree}") != 0) return 3;
    if (git_tree_walk((git_tree *)tree, GIT_TREEWALK_PRE, read_blob, repository) != 0) return 3;
    printf("%zu blobs, %zu bytes\n", blobs, bytes);
    return 0;
}
