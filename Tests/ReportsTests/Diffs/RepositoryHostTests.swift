import Testing

@testable import Reports

struct RepositoryHostTests {
    @Test(
        "A remote of a known host gives addresses, without anybody's password",
        arguments: [
            ("https://github.com/o/r.git", "https://github.com/o/r/blob/abc/a%20b/c%23.md#L7"),
            ("https://user:secret@github.com/o/r", "https://github.com/o/r/blob/abc/a%20b/c%23.md#L7"),
            ("git@github.com:o/r.git", "https://github.com/o/r/blob/abc/a%20b/c%23.md#L7"),
            ("ssh://git@GitLab.com:22/g/sub/r.git", "https://gitlab.com/g/sub/r/-/blob/abc/a%20b/c%23.md#L7"),
            ("git@codeberg.org:o/r", "https://codeberg.org/o/r/src/commit/abc/a%20b/c%23.md#L7"),
            ("https://bitbucket.org/o/r/", "https://bitbucket.org/o/r/src/abc/a%20b/c%23.md#lines-7"),
        ])
    func known(remote: String, address: String) {
        #expect(RepositoryHost(remote: remote)?.address(ofFile: "a b/c#.md", commit: "abc", line: 7) == address)
    }

    @Test(
        "Where an address would be a guess there is none",
        arguments: [
            "https://git.example.org/o/r.git", "/srv/git/r.git", "file:///srv/r.git", "github.com", "git@github.com:r",
            "https://github.com/o/../r", "https://github.com/o/r\"><script>", "javascript://github.com/o/r", "",
            "https://github.com.evil.example/o/r", "https://evil.example/github.com/o/r",
        ])
    func unknown(remote: String) {
        #expect(RepositoryHost(remote: remote) == nil)
    }
}
