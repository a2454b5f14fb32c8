/// Every word that `--format` knows. Which of them a command can write is the command's affair.
package enum OutputFormat: String, CaseIterable, Sendable {
    case text, json, jsonl, markdown, html, sarif, github, gitlab, junit
}
