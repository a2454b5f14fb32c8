/// Verbs by which tools name what they do. A convention of the trade, not a promise: a verb of the first list makes an
/// added tool weigh more, one of the second only explains.
enum ToolVerbs {
    static let writing: Set<String> = [
        "add", "adjust", "apply", "approve", "archive", "assign", "book", "buy", "cancel", "change", "charge", "close",
        "commit", "configure", "create", "credit", "delete", "deploy", "disable", "drop", "edit", "email", "enable",
        "exec", "execute", "grant", "insert", "invite", "issue", "kill", "mail", "merge", "modify", "move", "order",
        "overwrite", "patch", "pay", "place", "post", "publish", "purge", "push", "put", "reboot", "refund", "register",
        "reject", "remove", "rename", "replace", "reset", "restart", "revoke", "run", "save", "schedule", "sell",
        "send", "set", "sign", "start", "stop", "store", "submit", "subscribe", "transfer", "update", "upload",
        "upsert", "withdraw", "write",
    ]

    /// Those of `writing` that are no nouns too: `get_order` only reads, `find_and_delete` does not.
    static let plainlyWriting: Set<String> = [
        "approve", "cancel", "create", "delete", "exec", "execute", "insert", "modify", "overwrite", "pay", "purge",
        "remove", "send", "submit", "upsert", "write",
    ]

    static let reading: Set<String> = [
        "browse", "check", "compare", "count", "describe", "explain", "fetch", "find", "get", "head", "inspect", "list",
        "look", "lookup", "preview", "query", "read", "retrieve", "search", "show", "summarize", "view",
    ]

    /// Tools that providers offer ready-made and that run code or act on a computer (OpenAI, "Tools"; Anthropic, "Tool
    /// use": bash, computer use, text editor, code execution).
    static let acting: Set<String> = [
        "bash", "code_execution", "code_interpreter", "computer", "computer_use", "computer_use_preview",
        "local_shell", "shell", "text_editor",
    ]

    /// Ready-made tools that only read.
    static let searching: Set<String> = [
        "file_search", "google_search", "retrieval", "web_fetch", "web_search", "web_search_preview",
    ]

    /// `cancelOrder`, `cancel_order` and `orders.cancel` are the words cancel and order.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var current = ""
        var wasLower = false
        for character in name {
            let startsWord = character.isUppercase && wasLower
            if startsWord || !character.isLetter, !current.isEmpty {
                words.append(current.lowercased())
                current = ""
            }
            if character.isLetter { current.append(character) }
            wasLower = character.isLowercase
        }
        if !current.isEmpty { words.append(current.lowercased()) }
        return words
    }
}
