import Testing

@testable import PlanModel

/// Programs that a configuration fetches, by the habits of their registries.
struct ProgramReferenceTests {
    private static let digest = "sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
    private static let commit = "5617a9f61b028005a4858fdac845db406aefb181"

    @Test(
        "An exact version, or a commit, pins a package",
        arguments: [
            ("@modelcontextprotocol/server-filesystem@2025.8.21", "@modelcontextprotocol/server-filesystem"),
            ("mcp-remote@0.1.29", "mcp-remote"), ("mcp-server-git==2025.9.25", "mcp-server-git"),
            ("mcp-server-git@2025.9.25", "mcp-server-git"), ("npm:a@1.2.3", "a"), ("a@1.2.3-beta.1", "a"),
            ("git+https://git.example.org/acme/mcp@\(commit)", "git+https://git.example.org/acme/mcp"),
            ("github:acme/mcp#\(commit)", "github:acme/mcp"),
        ])
    func pinned(_ text: String, _ name: String) {
        let reference = ProgramReference(package: text)
        #expect(reference.name == name && reference.isPinned && reference.version != nil)
    }

    @Test(
        "A tag, a range or nothing takes the package that is newest",
        arguments: [
            "@modelcontextprotocol/server-filesystem", "@modelcontextprotocol/server-filesystem@latest",
            "mcp-remote@^0.1.29", "mcp-remote@1", "mcp-remote@1.x.x", "mcp-remote@next", "mcp-server-git==2025.*",
            "github:acme/mcp", "github:acme/mcp#main", "git+https://git.example.org/acme/mcp@v1.2.3", "", "@",
        ])
    func floating(_ text: String) { #expect(!ProgramReference(package: text).isPinned) }

    @Test(
        "Only a digest pins an image",
        arguments: [
            ("ghcr.io/acme/mcp@\(digest)", "ghcr.io/acme/mcp", true),
            ("ghcr.io/acme/mcp:1.4@\(digest)", "ghcr.io/acme/mcp", true), ("acme/mcp@sha256:abc", "acme/mcp", false),
            ("ghcr.io/acme/mcp:1.4.2", "ghcr.io/acme/mcp", false), ("acme/mcp", "acme/mcp", false),
            ("localhost:5000/acme/mcp:1", "localhost:5000/acme/mcp", false),
            ("localhost:5000/acme/mcp", "localhost:5000/acme/mcp", false), ("", "", false),
        ])
    func images(_ text: String, _ name: String, _ isPinned: Bool) {
        let reference = ProgramReference(image: text)
        #expect(reference.name == name && reference.isPinned == isPinned)
    }
}
