/// Servers of the Model Context Protocol, as hosts configure them.
extension Scenario {
    private static let file = "extra/tools/mcp.json"
    private static let hosted = "extra/tools/hosted.json"

    private static let files = [
        file: """
        {
          "mcpServers": {
            "files": {
              "command": "npx",
              "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/srv/help-centre"],
              "env": {"LOG_LEVEL": "info"},
              "alwaysAllow": ["read_file"],
              "disabled": false
            },
            "github": {
              "command": "docker",
              "args": ["run", "-i", "--rm", "-e", "GITHUB_TOKEN", "ghcr.io/github/github-mcp-server@sha256:9f2c1b0d8e7a4f63a5c2d1e0f9b8a7c6d5e4f3021a2b3c4d5e6f708192a3b4c5", "stdio", "--read-only"],
              "trust": false,
              "includeTools": ["get_issue", "list_issues"],
              "excludeTools": ["search_code"]
            },
            "crm": {"type": "http", "url": "https://mcp.crm.example/mcp", "timeout": 30, "disabled": true}
          },
          "permissions": {
            "allow": ["mcp__files__read_file"],
            "ask": ["mcp__github"],
            "deny": ["WebFetch"],
            "defaultMode": "default"
          }
        }
        """,
        hosted: """
        {"tools": [
          {"type": "mcp", "server_label": "desk", "server_url": "https://desk.example/mcp",
           "require_approval": "always", "allowed_tools": ["get_ticket", "close_ticket"]},
          {"type": "web_search", "max_uses": 5, "filters": {"allowed_domains": ["help.shop.example"]}},
          {"type": "mcp_toolset", "mcp_server_name": "stock", "default_config": {"enabled": false},
           "configs": {"stock_level": {"enabled": true}, "reorder": {"enabled": false}}}
        ]}
        """,
    ]

    private static func server(_ name: String, _ edit: Edit, expect: String...) -> Scenario {
        Scenario(name, adding: files, edit, expect: expect)
    }

    static let toolServerScenarios: [Scenario] = [
        server(
            "a server at its latest", .replace(file, "filesystem@2025.8.21", "filesystem@latest"),
            expect: "thirdparty/unpinned material"),
        server(
            "a fixed version and a further folder",
            .replace(
                file, "filesystem@2025.8.21\", \"/srv/help-centre\"",
                "filesystem@2026.1.14\", \"/srv/help-centre\", \"/\""),
            expect: "tool/scope-widened critical"),
        server(
            "a server without a version", .replace(file, "filesystem@2025.8.21", "filesystem"),
            expect: "thirdparty/unpinned material"),
        server(
            "a server of a range", .replace(file, "filesystem@2025.8.21", "filesystem@^2025.8"),
            expect: "thirdparty/unpinned material"),
        server(
            "an image by tag",
            .replace(
                file, "server@sha256:9f2c1b0d8e7a4f63a5c2d1e0f9b8a7c6d5e4f3021a2b3c4d5e6f708192a3b4c5", "server:v0.9.0"),
            expect: "thirdparty/unpinned material"),
        server(
            "another version of a server", .replace(file, "2025.8.21", "2025.11.25"),
            expect: "tool/server-changed material"),
        server(
            "another server behind the name",
            .replace(file, "@modelcontextprotocol/server-filesystem", "@acme/server-filesystem"),
            expect: "tool/server-changed material"),
        server("another launcher", .replace(file, "\"npx\"", "\"bunx\""), expect: "tool/server-changed material"),
        server(
            "a further folder", .replace(file, "\"/srv/help-centre\"]", "\"/srv/help-centre\", \"/srv/orders\"]"),
            expect: "tool/scope-widened critical"),
        server("a server that writes", .replace(file, ", \"--read-only\"", ""), expect: "tool/scope-widened critical"),
        server("another environment", .replace(file, "\"info\"", "\"debug\""), expect: "tool/setting-changed material"),
        server(
            "a tool more",
            .replace(file, "[\"get_issue\", \"list_issues\"]", "[\"get_issue\", \"list_issues\", \"create_issue\"]"),
            expect: "tool/scope-widened critical"),
        server(
            "every tool", .replace(file, "\"includeTools\": [\"get_issue\", \"list_issues\"],\n", ""),
            expect: "tool/scope-widened critical"),
        server(
            "every tool by a star", .replace(file, "[\"get_issue\", \"list_issues\"]", "[\"*\"]"),
            expect: "tool/scope-widened critical", "tool/setting-changed minor", "tool/setting-changed minor"),
        server(
            "a tool less", .replace(file, "[\"get_issue\", \"list_issues\"]", "[\"get_issue\"]"),
            expect: "tool/scope-narrowed minor"),
        server("nothing excluded", .replace(file, "[\"search_code\"]", "[]"), expect: "tool/scope-widened critical"),
        server(
            "a call that nobody sees", .replace(file, "[\"read_file\"]", "[\"read_file\", \"write_file\"]"),
            expect: "tool/approval-removed critical"),
        server(
            "no call without asking", .replace(file, "      \"alwaysAllow\": [\"read_file\"],\n", ""),
            expect: "tool/approval-added minor"),
        Scenario(
            "calls without asking",
            adding: files.mapValues { $0.replacing("      \"alwaysAllow\": [\"read_file\"],\n", with: "") },
            .replace(file, "\"disabled\": false\n", "\"disabled\": false,\n      \"alwaysAllow\": [\"read_file\"]\n"),
            expect: ["tool/approval-removed critical"]),
        server(
            "a server that is trusted", .replace(file, "\"trust\": false", "\"trust\": true"),
            expect: "tool/approval-removed critical"),
        server(
            "trust as it is without the key", .replace(file, "      \"trust\": false,\n", ""),
            expect: "tool/approval-changed minor"),
        server(
            "a server that is switched on",
            .replace(file, "\"timeout\": 30, \"disabled\": true", "\"timeout\": 30, \"disabled\": false"),
            expect: "tool/added critical"),
        server(
            "a server that is switched off", .replace(file, "\"disabled\": false", "\"disabled\": true"),
            expect: "tool/removed minor"),
        server(
            "a longer wait", .replace(file, "\"timeout\": 30", "\"timeout\": 300"), expect: "tool/limit-raised material"
        ),
        server(
            "somebody else's server", .replace(file, "mcp.crm.example", "mcp.crm-cloud.example"),
            expect: "thirdparty/provider-changed critical"),
        server(
            "a further server",
            .replace(
                file, "    \"crm\": {",
                "    \"shell\": {\"command\": \"uvx\", \"args\": [\"mcp-shell\"]},\n    \"crm\": {"),
            expect: "tool/added critical"),
        server(
            "an allowed command",
            .replace(file, "[\"mcp__files__read_file\"]", "[\"mcp__files__read_file\", \"Bash(git:*)\"]"),
            expect: "tool/approval-removed critical"),
        server("a question less", .replace(file, "[\"mcp__github\"]", "[]"), expect: "tool/approval-removed critical"),
        server("a denial less", .replace(file, "[\"WebFetch\"]", "[]"), expect: "tool/scope-widened critical"),
        server(
            "no questions at all",
            .replace(file, "\"defaultMode\": \"default\"", "\"defaultMode\": \"bypassPermissions\""),
            expect: "tool/approval-removed critical"),
        server(
            "a mode that nobody knows", .replace(file, "\"defaultMode\": \"default\"", "\"defaultMode\": \"swift\""),
            expect: "tool/approval-changed material"),
        server(
            "a hosted server without asking",
            .replace(hosted, "\"require_approval\": \"always\"", "\"require_approval\": \"never\""),
            expect: "tool/approval-removed critical"),
        server(
            "a hosted server as by default", .replace(hosted, "\"require_approval\": \"always\", ", ""),
            expect: "tool/approval-changed minor"),
        server("a hosted tool less", .replace(hosted, ", \"close_ticket\"", ""), expect: "tool/scope-narrowed minor"),
        server(
            "code that runs", .replace(hosted, "{\"tools\": [", "{\"tools\": [{\"type\": \"code_interpreter\"},"),
            expect: "tool/added critical"),
        server(
            "more domains", .replace(hosted, "[\"help.shop.example\"]", "[\"help.shop.example\", \"wiki.example\"]"),
            expect: "tool/scope-widened critical"),
        server(
            "the whole web", .replace(hosted, ", \"filters\": {\"allowed_domains\": [\"help.shop.example\"]}", ""),
            expect: "tool/scope-widened critical"),
        server(
            "more searches", .replace(hosted, "\"max_uses\": 5", "\"max_uses\": 50"),
            expect: "tool/limit-raised material"),
        server(
            "one tool of a set",
            .replace(hosted, "\"reorder\": {\"enabled\": false}", "\"reorder\": {\"enabled\": true}"),
            expect: "tool/added material"),
    ]
}
