import YAMLDocuments

/// Content that anybody can write: what a configuration says when it reads from the public web. Only exact words and
/// addresses count.
enum PublicWeb {
    /// Kinds of sources, in lower case: readers and loaders of LlamaIndex and LangChain, components of Haystack, the
    /// data source type of Bedrock knowledge bases, and the plain words.
    private static let kinds: Set<String> = [
        "asynchtmlloader", "beautifulsoupwebreader", "crawl", "crawler", "firecrawlloader", "linkcontentfetcher",
        "recursiveurlloader", "rssreader", "searchapiwebsearch", "serperdevwebsearch", "simplewebpagereader",
        "sitemap", "sitemaploader", "sitemapreader", "spiderwebreader", "tavilysearchresults", "trafilaturawebreader",
        "unstructuredurlloader", "url", "urls", "web", "web_crawler", "web_search", "webbaseloader", "webcrawler",
        "website",
    ]

    /// Ends of host names that no public resolver knows (RFC 6761, RFC 6762, ICANN's `.internal`; the rest by custom).
    private static let privateEndings = [".corp", ".home.arpa", ".internal", ".intranet", ".lan", ".local", ".svc"]

    /// Whether a source, or a part of it, is the public web.
    static func isNamed(in node: YAMLNode) -> Bool {
        switch node.kind {
        case .scalar: isKind(node.text) || isPublicAddress(node.text)
        case .sequence: node.items.contains(where: isNamed)
        case .mapping:
            node.entries.contains { entry in
                // What is only said of a source, such as its description, names none.
                !["description", "comment", "note"].contains(entry.key.text) && isNamed(in: entry.value)
            }
        }
    }

    /// The last part of `haystack.components.websearch.SerperDevWebSearch`, or the word itself.
    static func isKind(_ text: String) -> Bool {
        kinds.contains(text.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    /// `https://help.example.org/…`, but no address of a private network.
    private static func isPublicAddress(_ text: String) -> Bool {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
        let host = Endpoint(text).host.prefix { $0 != ":" }
        if host.allSatisfy({ $0.isNumber || $0 == "." }) { return !isPrivateNumber(host) }
        return host.contains(".") && !privateEndings.contains { host.hasSuffix($0) }
    }

    /// RFC 1918 and RFC 3330: networks that are not routed.
    private static func isPrivateNumber(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 4 else { return false }
        return switch (parts[0], parts[1]) {
        case (10, _), (127, _), (192, 168), (169, 254): true
        case (172, let second): (16...31).contains(second)
        default: false
        }
    }
}
