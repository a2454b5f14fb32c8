import Commands
import Foundation
import TestSupport
import Testing

/// The page for reviewers in a real browser: what it shows, that it fetches nothing, that people can use it.
struct ReviewPageInBrowserTests {
    private static let hostile = """
        <script>document.title = "broken"</script><img src="https://evil.example/a.png" onerror="alert(1)">
        <style>@import "https://evil.example/b.css";</style><link rel="stylesheet" href="https://evil.example/c.css">
        """

    /// The second release of the example, with text in a prompt that would like to be part of the page.
    private func page() throws -> (repository: TestRepository, path: String) {
        let repository = try ExampleProject.repository()
        try repository.git(["remote", "add", "origin", "git@github.com:lindholm/assistant.git"])
        try ExampleProject.applyChanges(to: repository)
        let folder = "systems/support-assistant/"
        try repository.edit(folder + "prompts/summarise.prompt", "\n---\n", "\n---\n\(Self.hostile)\n")
        try repository.edit(folder + "inference.yaml", "temperature: 0.2", "temperature: 0.6")
        try repository.edit(folder + "guardrails/nemo/config.yml", "89.79", "120.5")
        try repository.commitAll("Friendlier tone", as: .nora)
        let path = repository.folder.path + "/review.html"
        let result = repository.imprimatur("diff", "HEAD~1..HEAD", "--format", "html", "-o", path)
        #expect(result.status == .pass, "\(result.text)")
        return (repository, path)
    }

    @Test func theBrowserShowsThePageAndFetchesNothing() throws {
        guard let browser = Browser.find(for: "theBrowserShowsThePageAndFetchesNothing") else { return }
        let (repository, path) = try page()
        let recorder = try ConnectionRecorder()
        let document = try browser.document(of: path, scheme: .light, proxyPort: recorder.port)

        #expect(document.contains("<title>Critical: support-assistant 1.0.0 → 1.1.0</title>"))
        #expect(document.contains("<h1>support-assistant 1.0.0 → 1.1.0</h1>"))
        #expect(document.contains("<del>Never</del><ins>Try not to</ins> promise a refund"))
        #expect(document.contains("<svg class=\"scale loosened\""))
        #expect(document.contains("&lt;img src=\"https://evil.example/a.png\" onerror=\"alert(1)\"&gt;"))
        for unwanted in ["<script", "<img", "<link", "<iframe"] { #expect(!document.contains(unwanted), "\(unwanted)") }
        // As many changes as the program counts.
        let report = try repository.imprimatur("diff", "HEAD~1..HEAD", "--format", "json").json()
        let changes = ((report["systems"] as? [[String: Any]])?.first?["changes"] as? [Any])?.count
        #expect(document.components(separatedBy: "<article ").count - 1 == changes)

        #expect(Self.strangers(recorder.lines) == [])
        // The recorder would have known.
        let other = repository.folder.path + "/fetches.html"
        try Data("<img src=\"https://evil.example/a.png\">".utf8).write(to: URL(fileURLWithPath: other))
        _ = try browser.document(of: other, scheme: .light, proxyPort: recorder.port)
        #expect(Self.strangers(recorder.lines).contains { $0.contains("evil.example") })
    }

    /// Chromium itself asks its maker for the time and for updates, whatever it is told.
    private static func strangers(_ lines: [String]) -> [String] {
        lines.filter { line in
            let address = line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            let host =
                (address.contains("://") ? URLComponents(string: address)?.host : nil)
                ?? address.split(separator: ":").first.map(String.init) ?? ""
            return ![".google.com", ".googleapis.com", ".gvt1.com", ".gstatic.com"].contains(where: host.hasSuffix)
        }
    }

    /// At the width of a phone and of a desk: nothing is wider than the screen, each filter hides what it says and
    /// brings it back, focus is visible, labels and headings are there, and every word has the contrast that WCAG 2.2
    /// (1.4.3, level AA) asks for.
    @Test(arguments: Browser.Scheme.allCases) func peopleCanUseThePage(_ scheme: Browser.Scheme) throws {
        guard let browser = Browser.find(for: "peopleCanUseThePage") else { return }
        let (repository, path) = try page()
        let page = try String(contentsOfFile: path, encoding: .utf8)
        let quoted = try JSONSerialization.data(withJSONObject: page, options: [.fragmentsAllowed])
        let probe = try String(
            contentsOfFile: ExampleProject.checkout + "/Tests/Fixtures/page-probe.js", encoding: .utf8)
        let text = String(decoding: quoted, as: UTF8.self).replacingOccurrences(of: "</", with: "<\\/")
            .replacingOccurrences(of: "<!--", with: "<\\u0021--")
        let harness = "<!DOCTYPE html><body><script>const page = \(text);\n\(probe)</script>"
        let file = repository.folder.path + "/probe.html"
        try Data(harness.utf8).write(to: URL(fileURLWithPath: file))
        let recorder = try ConnectionRecorder()
        let document = try browser.document(
            of: file, scheme: scheme, proxyPort: recorder.port, hasScripts: true)
        let result = document.firstMatch(of: #/(?s)<pre id="result">(.*?)<\/pre>/#)
        #expect(
            result.map { String($0.1) } == "looked at 2 widths, \(scheme): no problems", "\(document.suffix(4_000))")
    }
}
