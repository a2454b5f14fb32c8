import Testing

@testable import PlanModel

/// Programs that a configuration fetches, by the habits of their registries.
struct ProgramReferenceTests {
    private static let digest = "sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
    private static let commit = "5617a9f61b028005a4858fdac845db406aefb181"

    @Test(
        "A version that the registry does not replace pins it",
        arguments: [
            ("@modelcontextprotocol/server-filesystem@2025.8.21", "@modelcontextprotocol/server-filesystem"),
            ("mcp-remote@0.1.29", "mcp-remote"), ("mcp-server-git==2025.9.25", "mcp-server-git"),
            ("mcp-server-git@2025.9.25", "mcp-server-git"), ("ghcr.io/acme/mcp@\(digest)", "ghcr.io/acme/mcp"),
            ("ghcr.io/acme/mcp:1.4@\(digest)", "ghcr.io/acme/mcp"),
            ("git+https://git.example.org/acme/mcp@\(commit)", "git+https://git.example.org/acme/mcp"),
            ("github:acme/mcp#\(commit)", "github:acme/mcp"), ("a@1.2.3-beta.1", "a"),
        ])
    func pinned(_ text: String, _ name: String) throws {
        let reference = try #require(ProgramReference(text))
        #expect(reference.name == name && reference.isPinned && reference.version != nil)
    }

    @Test(
        "A tag, a range or nothing takes what is newest",
        arguments: [
            "@modelcontextprotocol/server-filesystem", "@modelcontextprotocol/server-filesystem@latest",
            "mcp-remote@^0.1.29", "mcp-remote@1", "mcp-remote@1.x.x", "mcp-remote@next", "mcp-server-git==2025.*",
            "ghcr.io/acme/mcp", "ghcr.io/acme/mcp:1.4.2", "acme/mcp:latest", "localhost:5000/acme/mcp:1",
            "github:acme/mcp", "github:acme/mcp#main", "git+https://git.example.org/acme/mcp@v1.2.3",
        ])
    func floating(_ text: String) throws { #expect(!(try #require(ProgramReference(text))).isPinned) }

    @Test(
        "What names no program with certainty is none",
        arguments: [
            "", "-y", "--stdio", "/data", "./server.js", "server", "npx", "two words", "https://mcp.example.org/sse",
            "user@", "@", "owner/name",
        ])
    func none(_ text: String) { #expect(ProgramReference(text) == nil) }
}
