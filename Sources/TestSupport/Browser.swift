import Foundation

/// A headless Chromium or Chrome of this machine, for what only a browser can say about a page.
package struct Browser: Sendable {
    package enum Scheme: Int, Sendable, CaseIterable {
        // The values of Chromium's setting `preferredColorScheme`.
        case dark = 0
        case light = 1
    }

    private let program: String

    /// Nil, with a printed message, where there is none.
    package static func find(for test: String) -> Browser? {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        let folders = Product.searchPath.split(separator: ":").map(String.init)
        let candidates =
            folders.flatMap { folder in names.map { folder + "/" + $0 } } + [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ]
        if let program = candidates.first(where: FileManager.default.isExecutableFile) {
            return Browser(program: program)
        }
        print("\(test): skipped, there is no Chromium here (Scripts/install-dependencies --tests installs one)")
        return nil
    }

    /// The document as it stands after loading and after its scripts have run, as HTML.
    ///
    /// - Parameters:
    ///   - file: absolute path of the page.
    ///   - proxyPort: port of this machine to which everything goes that would leave it.
    ///   - hasScripts: whether to let time pass, faster than by the clock, until scripts have nothing left to do.
    package func document(
        of file: String, scheme: Scheme, proxyPort: UInt16, hasScripts: Bool = false
    ) throws -> String {
        let folder = try TemporaryFolder()
        var arguments = [
            program, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
            "--disable-extensions", "--no-pings", "--user-data-dir=\(folder.path)/profile",
            "--proxy-server=127.0.0.1:\(proxyPort)", "--blink-settings=preferredColorScheme=\(scheme.rawValue)",
            "--dump-dom",
        ]
        if hasScripts { arguments.append("--virtual-time-budget=20000") }
        // Chromium's sandbox refuses to run as root, as which containers of build servers often run.
        if getuid() == 0 { arguments.append("--no-sandbox") }
        arguments.append(URL(fileURLWithPath: file).absoluteString)
        let result = try runProgram(
            arguments, in: folder.path, variables: ["HOME": folder.path, "PATH": Product.searchPath], seconds: 120)
        guard result.status == 0, !result.output.isEmpty else {
            throw TestFailure("the browser exited \(result.status): \(result.diagnostics)")
        }
        return result.output
    }
}
