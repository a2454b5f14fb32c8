import PlanModel
import SourceText
import YAMLDocuments

/// YAML or JSON that names prompts kept by a service. LangSmith: `owner/name:commit` (docs.langchain.com, "Manage
/// prompts": a commit is fixed, a tag can be moved, without either the newest is meant). Langfuse: a `version` is fixed,
/// a `label` can be moved, without either `production` is meant (langfuse.com/docs, "Prompt
/// version control"; js.reference.langfuse.com, GetPromptRequest).
enum HostedPrompts: ComponentFormat {

    package static let description = FormatDescription(
        "hosted prompts",
        files: "YAML or JSON that names prompts of LangSmith or Langfuse",
        source: "docs.langchain.com, Manage prompts; langfuse.com/docs, Prompt version control")

    private static let services: [String: String] = [
        "langsmith": "langsmith", "langchainhub": "langsmith", "langchain_hub": "langsmith",
        "langchain-hub": "langsmith", "langfuse": "langfuse",
    ]
    private static let serviceKeys = ["provider", "source", "registry", "backend", "service", "type", "store"]
    private static let nameKeys = ["prompt", "name", "id", "identifier", "prompt_name", "promptName", "promptId"]
    private static let pinKeys = ["version", "commit", "commit_hash", "commitHash", "label", "tag"]

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .prompts, file.hasExtension("yaml", "yml", "json"),
            let plain = SettingsDocument(
                reading: file, vocabulary: SettingVocabulary(identityKeys: ["name", "id"], []))
        else { return nil }
        var search = Search(source: file.source)
        for root in plain.roots { search.run(root, path: "", key: nil) }
        guard !search.found.isEmpty else { return nil }
        let paths = search.rows
        let settings = SettingsDocument(
            source: file.source, roots: plain.roots,
            vocabulary: SettingVocabulary(
                identityKeys: ["name", "id"],
                paths.map { .init("/\($0)", .promptReference) } + [.init("/description", .note)]))
        return ComponentReading(
            FormatIdentity("hosted-prompts", .signature), hostedPrompts: search.found, settings: settings)
    }

    /// Mappings that name a service and a prompt, and the paths of what they say.
    private struct Search {
        let source: SourceFile
        private(set) var found: [HostedPrompt] = []
        private(set) var rows: Set<String> = []

        init(source: SourceFile) { self.source = source }

        mutating func run(_ node: YAMLNode, path: String, key: String?) {
            if node.kind == .mapping, let prompt = prompt(node, key: key) {
                found.append(prompt)
                rows.formUnion(
                    (nameKeys + pinKeys).filter { node[$0] != nil || pinKeys.contains($0) }.map { join(path, $0) })
            } else if node.kind == .scalar, let key, let service = services[key.lowercased()] {
                found.append(HostedPrompts.prompt(node.text, service: service, nil, in: source, node.range))
                rows.insert(path)
            }
            for entry in node.entries { run(entry.value, path: join(path, entry.key.text), key: entry.key.text) }
            for item in node.items { run(item, path: path + "[]", key: key) }
        }

        private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

        private func prompt(_ node: YAMLNode, key: String?) -> HostedPrompt? {
            let named = serviceKeys.lazy.compactMap { node[$0]?.text }.compactMap { services[$0.lowercased()] }.first
            guard let service = named ?? key.flatMap({ services[$0.lowercased()] }),
                let name = nameKeys.lazy.compactMap({ node[$0] }).first(where: { $0.kind == .scalar })
            else { return nil }
            let pin = pinKeys.lazy.compactMap { key in node[key].map { (key, $0) } }.first { !$0.1.isNull }
            return HostedPrompts.prompt(name.text, service: service, pin, in: source, node.range)
        }
    }

    private static func prompt(
        _ text: String, service: String, _ pin: (key: String, node: YAMLNode)?, in source: SourceFile,
        _ range: Range<Int>
    ) -> HostedPrompt {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let suffix = parts.count > 1 ? parts[1] : nil
        let written = pin?.node.text ?? suffix
        let isFixed =
            switch service {
            case "langfuse": pin?.key == "version" || pin == nil && suffix.map(isNumber) == true
            default: written.map(isCommit) ?? false
            }
        return HostedPrompt(
            service: service, name: parts.first ?? text,
            pin: isFixed ? .fixed(written ?? "") : .floating(written), source: source, range: range)
    }

    /// Eight or more hexadecimal digits, as git shortens them; tags are words.
    private static func isCommit(_ text: String) -> Bool {
        (7...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// `langfuse://name:3:text`, `langfuse://name@label`, as promptfoo writes them ("External Prompt Management
    /// Systems"), and other services' by the same form.
    static func reference(_ text: String, in source: SourceFile, _ range: Range<Int>) -> HostedPrompt? {
        let schemes = ["langfuse", "portkey", "helicone", "langsmith"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        let rest = text.dropFirst(scheme.count + 3)
        let parts = rest.split(separator: ":").map(String.init)
        let head = (parts.first ?? String(rest)).split(separator: "@", maxSplits: 1).map(String.init)
        let suffix = head.count > 1 ? nil : parts.dropFirst().first
        let isFixed =
            suffix.map { isNumber($0) || isCommit($0) || $0.contains(".") && $0.first?.isNumber == true } ?? false
        return HostedPrompt(
            service: scheme, name: head.first ?? String(rest),
            pin: isFixed ? .fixed(suffix ?? "") : .floating(head.count > 1 ? head[1] : suffix), source: source,
            range: range)
    }
}
