import DiskFiles
import SchemaValidation
import SourceText
import YAMLDocuments

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Judges documents that are in memory already, and prints the microseconds that one takes.
//
// Usage: ValidationBenchmark SCHEMA FOLDER ROUNDS

func fail(_ message: String) -> Never {
    print("error: \(message)")
    exit(2)
}

func document(_ path: String) throws -> YAMLDocument {
    let source = SourceFile(path: path, bytes: try DiskFile.read(path, name: path))
    let stream = path.hasSuffix(".json") ? JSONReader.read(source) : YAMLReader.read(source)
    guard let document = stream.documents.first, !stream.hasErrors else { fail("\(path) holds no document") }
    return document
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else {
    fail("usage: ValidationBenchmark SCHEMA FOLDER ROUNDS")
}
var registry = SchemaRegistry()
registry.add(try document(arguments[1]), uri: "schema")
let schema = try SchemaCompiler.compile("schema", in: registry)
var files = FoundFiles()
try files.add(arguments[2], at: arguments[2], endings: ["yaml", "json"])
let documents = try files.files.map { try document($0.path) }

let clock = ContinuousClock()
var accepted = 0
let taken = clock.measure {
    for document in documents {
        // Each document several times in a row, as the peer's figure is taken.
        for _ in 0..<rounds where schema.accepts(document.root) { accepted += 1 }
    }
}
guard accepted == rounds * documents.count else { fail("not every document is valid") }
let attoseconds = Double(taken.components.seconds) * 1e18 + Double(taken.components.attoseconds)
print(attoseconds / 1e12 / Double(rounds * documents.count), "µs a document,", documents.count, "documents")
