import Foundation
import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// The official JSON Schema Test Suite, where it is: in the folder that `IMPRIMATUR_JSON_SCHEMA_SUITE` names, else in
/// `../shared/conformance` beside the checkout. The suite's own checkout will do, and so will its drafts without the
/// `tests` folder around them.
enum ConformanceSuite {
    /// Then it may be of another age than the one whose tests are counted.
    static let isNamedByEnvironment = ProcessInfo.processInfo.environment["IMPRIMATUR_JSON_SCHEMA_SUITE"] != nil

    static let folder: URL? = {
        let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["IMPRIMATUR_JSON_SCHEMA_SUITE"]
        let folder =
            named.map { URL(fileURLWithPath: $0) }
            ?? checkout.appendingPathComponent("../shared/conformance/json-schema").standardizedFileURL
        for place in [folder, folder.appendingPathComponent("tests")] {
            if isFolder(place.appendingPathComponent("draft2020-12")) { return folder }
        }
        print("JSON Schema Test Suite: skipped, \(folder.path) is not there")
        return nil
    }()

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static let tests: URL? = folder.map { folder in
        let inner = folder.appendingPathComponent("tests")
        return isFolder(inner) ? inner : folder
    }

    /// What the suite calls the drafts that the engine knows.
    private static let drafts: [(folder: String, draft: SchemaDraft)] = [
        ("draft4", .draft4), ("draft6", .draft6), ("draft7", .draft7), ("draft2019-09", .draft2019),
        ("draft2020-12", .draft2020),
    ]

    /// One file of tests.
    struct File: CustomTestStringConvertible, Sendable {
        let draft: SchemaDraft
        /// Below the folder of tests, without `.json`: `draft7/optional/id`.
        let name: String

        var isOptional: Bool { name.contains("/optional/") }
        /// Formats assert in their own folder only.
        var assertsFormats: Bool { name.contains("/optional/format/") }
        var testDescription: String { name }
    }

    /// All files of all drafts that are there.
    static let files: [File] = {
        guard let tests else { return [] }
        return drafts.flatMap { draft in
            let folder = tests.appendingPathComponent(draft.folder)
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
            return paths.filter { $0.hasSuffix(".json") }.sorted()
                .map { File(draft: draft.draft, name: "\(draft.folder)/\($0.dropLast(5))") }
        }
    }()

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

    static func run(_ file: File) throws -> Outcome {
        var outcome = Outcome()
        guard let tests else { return outcome }
        let path = tests.appendingPathComponent("\(file.name).json").path
        let data = FileManager.default.contents(atPath: path) ?? Data()
        guard let groups = json(Array(data), path: path) else {
            outcome.wrong.append("\(file.name) cannot be read")
            return outcome
        }
        for group in groups.root.items {
            let groupName = group["description"]?.text ?? ""
            let compiled = group["schema"].map { schema in Result { try compile(schema, of: file) } }
            for test in group["tests"]?.items.map({ $0 }) ?? [] {
                let name = "\(file.name) / \(groupName) / \(test["description"]?.text ?? "")"
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
    private static func compile(_ schema: YAMLNode, of file: File) throws -> CompiledSchema {
        var registry = remotes
        let bytes = Array(schema.document.source.bytes[schema.range])
        guard let document = json(bytes, path: "schema.json") else { throw CocoaError(.fileReadCorruptFile) }
        registry.add(document, uri: "test:///schema.json")
        var options = SchemaOptions()
        options.assertsFormats = file.assertsFormats
        options.draft = file.draft
        return try SchemaCompiler.compile("test:///schema.json", in: registry, options: options)
    }

    static func json(_ bytes: [UInt8], path: String) -> YAMLDocument? {
        JSONReader.read(SourceFile(path: path, bytes: bytes)).documents.first
    }
}
