import Foundation
import TestSupport
import Testing

/// The house rules that the compiler does not hold.
struct ImportRules {
    private static let sources = ExampleProject.checkout + "/Sources"

    private func swiftFiles(below folder: String = sources) throws -> [(path: String, text: String)] {
        let names = try #require(FileManager.default.enumerator(atPath: folder))
        return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { name in
            (name, try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
        }
    }

    /// docs/architecture.md names each target with what it may import; Package.swift, which the compiler follows, must
    /// say the same.
    @Test func documentationAndPackageAgree() throws {
        let manifest = try String(contentsOfFile: ExampleProject.checkout + "/Package.swift", encoding: .utf8)
        let page = try String(contentsOfFile: ExampleProject.checkout + "/docs/architecture.md", encoding: .utf8)
        let documented = Self.documentedImports(page)
        let declared = Self.declaredImports(manifest)
        #expect(!declared.isEmpty)
        #expect(Set(documented.keys) == Set(declared.keys))
        for (name, imports) in declared {
            #expect(documented[name] == imports, "\(name)")
        }
    }

    /// Every dependency that is declared is used, so that the table is not wider than the truth.
    @Test func everyDeclaredImportIsUsed() throws {
        let manifest = try String(contentsOfFile: ExampleProject.checkout + "/Package.swift", encoding: .utf8)
        for (module, imports) in Self.declaredImports(manifest) {
            let texts = try swiftFiles(below: Self.sources + "/" + module).map(\.text)
            for name in imports {
                let isUsed = texts.contains { text in
                    text.split(separator: "\n").contains { $0.hasSuffix("import \(name)") }
                }
                #expect(isUsed, "\(module) does not import \(name)")
            }
        }
    }

    /// And every import of one of our modules is declared: the package manager does not insist, because modules that
    /// are reached through others lie in the same folder.
    @Test func everyImportIsDeclared() throws {
        let manifest = try String(contentsOfFile: ExampleProject.checkout + "/Package.swift", encoding: .utf8)
        let declared = Self.declaredImports(manifest)
        for (module, imports) in declared {
            for (path, text) in try swiftFiles(below: Self.sources + "/" + module) {
                for line in text.split(separator: "\n") where line.contains("import ") && !line.hasPrefix("//") {
                    let name = line.split(separator: " ").last.map(String.init) ?? ""
                    #expect(declared[name] == nil || imports.contains(name), "\(module)/\(path) imports \(name)")
                }
            }
        }
    }

    /// A gate fails closed: nothing may trap.
    @Test func nothingTraps() throws {
        for (path, text) in try swiftFiles() where !path.hasSuffix("EmbeddedSchemas.swift") {
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.trimmingCharacters(in: .whitespaces)
                guard !code.hasPrefix("//") else { continue }
                for word in ["fatalError(", "preconditionFailure(", "try!", "as!"] {
                    #expect(!code.contains(word), "\(path):\(number + 1)")
                }
            }
        }
    }

    /// Full Foundation loads ICU; only the tests and their support may have it.
    @Test func foundationStaysOut() throws {
        for (path, text) in try swiftFiles() where !path.hasPrefix("TestSupport/") {
            let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            let isConditional = lines.contains("#if canImport(FoundationEssentials)")
            #expect(isConditional || !lines.contains { $0.hasSuffix("import Foundation") }, "\(path)")
        }
    }

    /// No host name of a package registry and no vague module names.
    @Test func namesSayWhatTheyAre() throws {
        let modules = try FileManager.default.contentsOfDirectory(atPath: Self.sources)
        for vague in ["Utils", "Common", "Basics", "Extensions", "Helpers"] { #expect(!modules.contains(vague)) }
    }

    // MARK: Reading the two tables

    /// Rows `| Name | one line | A, B |`.
    private static func documentedImports(_ page: String) -> [String: Set<String>] {
        var imports: [String: Set<String>] = [:]
        for line in page.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, let first = cells[0].first, first.isUppercase, cells[0] != "Target" else {
                continue
            }
            let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            imports[cells[0]] = Set(names.filter { !$0.isEmpty && $0 != "–" })
        }
        return imports
    }

    /// Calls `module("Name", ["A", crypto, …])` of the manifest.
    private static func declaredImports(_ manifest: String) -> [String: Set<String>] {
        let products = ["crypto": "Crypto", "cryptoExtras": "_CryptoExtras", "argumentParser": "ArgumentParser"]
        var imports: [String: Set<String>] = [:]
        for call in manifest.components(separatedBy: "        module(").dropFirst() {
            let parts = call.components(separatedBy: "]")[0].components(separatedBy: "[")
            guard parts.count == 2 else { continue }
            let name = parts[0].filter { $0.isLetter || $0.isNumber || $0 == "_" }
            let list = parts[1].split(separator: ",").map { item in
                item.trimmingCharacters(in: CharacterSet(charactersIn: " \n\""))
            }
            imports[name] = Set(list.filter { !$0.isEmpty }.map { products[$0] ?? $0 })
        }
        return imports
    }
}
