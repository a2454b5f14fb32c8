import ComponentFormats
import PlanModel
import YAMLDocuments

/// Who answers the calls of a server's tools: a program that is fetched and run, or an address.
enum ToolServerClaims {
    static func program(_ edit: SettingEdit) -> Claim {
        let old = edit.difference.oldParent.flatMap { ServerProgram($0) }
        let new = edit.difference.newParent.flatMap { ServerProgram($0) }
        guard let old, let new, old.package?.name == new.package?.name else {
            return Claim(
                ToolRules.serverChanged, "Another program answers the calls of \(edit.ownerName): \(edit.step).")
        }
        guard let before = old.package, let after = new.package, before.version != after.version else {
            return arguments(old, new, edit)
        }
        let version =
            ProgramPinningRules.claim(from: before, to: after)
            ?? Claim(
                ToolRules.serverChanged,
                "Another version of the server answers the calls: \(after.name) went from \(before.versionText) to \(after.versionText)."
            )
        // One edit has one claim: a further folder is not hidden behind a version that is fixed now.
        guard old.arguments != new.arguments else { return version }
        let rest = arguments(old, new, edit)
        return rest.changeClass >= version.changeClass ? rest : version
    }

    /// Flags by which servers offer only what reads (github/github-mcp-server, README, "Read-Only Mode"; Supabase MCP
    /// server, README).
    private static let readOnlyFlags: Set<String> = ["--read-only", "--readonly", "--read-only=true"]

    private static func arguments(_ old: ServerProgram, _ new: ServerProgram, _ edit: SettingEdit) -> Claim {
        let isReadOnly = { (program: ServerProgram) in !readOnlyFlags.isDisjoint(with: program.arguments) }
        switch (isReadOnly(old), isReadOnly(new)) {
        case (true, false): return Claim(ToolRules.scopeWidened, "The server no longer only reads: \(edit.step).")
        case (false, true): return Claim(ToolRules.scopeNarrowed, "The server only reads now: \(edit.step).")
        default: break
        }
        if new.argumentsAreFolders {
            let (before, after) = (Set(old.arguments), Set(new.arguments))
            if let folder = after.subtracting(before).min() {
                return Claim(ToolRules.scopeWidened, "The server reaches a further folder, \(folder): \(edit.step).")
            }
            if let folder = before.subtracting(after).min() {
                return Claim(
                    ToolRules.scopeNarrowed, "The server no longer reaches the folder \(folder): \(edit.step).")
            }
        }
        return Claim(ToolRules.serverChanged, "The server is started in another way: \(edit.step).")
    }

    /// Another host is somebody else who gets the data of every call.
    static func address(_ edit: SettingEdit) -> Claim {
        let host = { (node: YAMLNode?) in node.map { Endpoint($0.text).host } }
        if let old = host(edit.old), let new = host(edit.new), old != new {
            return Claim(
                ThirdPartyRules.providerChanged,
                "The calls of \(edit.ownerName), and the data in them, go to \(new) instead of \(old).")
        }
        return Claim(ToolRules.serverChanged, "The calls of \(edit.ownerName) go to another address: \(edit.step).")
    }
}
