import Foundation
import SchemaValidation
import SourceText
import YAMLDocuments

/// The official JSON Schema Test Suite, where it is: in `../shared/conformance` beside the checkout.
enum ConformanceSuite {
    static let folder: URL? = {
        let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = checkout.appendingPathComponent("../shared/conformance/json-schema").standardizedFileURL
        let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("draft2020-12").path)
        if !isThere { print("JSON Schema Test Suite: skipped, \(folder.path) is not there") }
        return isThere ? folder : nil
    }()

    /// Names of the test files in a folder of `draft2020-12`, without `.json`.
    static func files(in subfolder: String = "") -> [String] {
        guard let folder else { return [] }
        let place = folder.appendingPathComponent("draft2020-12/\(subfolder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { "\(subfolder)\($0.dropLast(5))" }.sorted()
    }

    /// The registry that every test starts from: the suite's `remotes`, as if served under their URIs.
    static let remotes: SchemaRegistry = {
        var registry = SchemaRegistry()
        guard let root = folder?.appendingPathComponent("remotes") else { return registry }
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        for path in paths.sorted() where path.hasSuffix(".json") {
            guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path),
                let document = json(Array(data), path: path)
            else { continue }
            registry.add(document, uri: "http://localhost:1234/\(path)")
        }
        return registry
    }()

    struct Outcome {
        var passed = 0
        /// `file / group / test` of each test that came out wrong.
        var wrong: [String] = []
        /// Failures that say nothing about the document.
        var speechless: [String] = []
    }

    static func run(_ file: String, assertsFormats: Bool) throws -> Outcome {
        var outcome = Outcome()
        guard let folder else { return outcome }
        let path = folder.appendingPathComponent("draft2020-12/\(file).json").path
        let data = FileManager.default.contents(atPath: path) ?? Data()
        guard let groups = json(Array(data), path: path) else {
            outcome.wrong.append("\(file) cannot be read")
            return outcome
        }
        for group in groups.root.items {
            let groupName = group["description"]?.text ?? ""
            let compiled = group["schema"].map { schema in
                Result { try compile(schema, assertsFormats: assertsFormats) }
            }
            for test in group["tests"]?.items.map({ $0 }) ?? [] {
                let name = "\(file) / \(groupName) / \(test["description"]?.text ?? "")"
                guard let data = test["data"], let isValid = test["valid"]?.boolean else { continue }
                switch compiled {
                case .success(let schema):
                    let failures = schema.validate(data)
                    if schema.accepts(data) == isValid, failures.isEmpty == isValid {
                        outcome.passed += 1
                    } else {
                        outcome.wrong.append(name + failures.map { " [\($0.message)]" }.joined())
                    }
                    if failures.contains(where: { $0.keyword == "$schema" }) { outcome.speechless.append(name) }
                case .failure(let error): outcome.wrong.append("\(name) [\(error)]")
                case nil: outcome.wrong.append(name)
                }
            }
        }
        return outcome
    }

    /// A schema of the suite as a document of its own, as a user would give it.
    private static func compile(_ schema: YAMLNode, assertsFormats: Bool) throws -> CompiledSchema {
        var registry = remotes
        let bytes = Array(schema.document.source.bytes[schema.range])
        guard let document = json(bytes, path: "schema.json") else { throw CocoaError(.fileReadCorruptFile) }
        registry.add(document, uri: "test:///schema.json")
        var options = SchemaOptions()
        options.assertsFormats = assertsFormats
        return try SchemaCompiler.compile("test:///schema.json", in: registry, options: options)
    }

    static func json(_ bytes: [UInt8], path: String) -> YAMLDocument? {
        JSONReader.read(SourceFile(path: path, bytes: bytes)).documents.first
    }
}
