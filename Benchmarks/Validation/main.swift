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

func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { fail("\(path) cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}

func document(_ path: String) -> YAMLDocument {
    let source = SourceFile(path: path, bytes: bytes(of: path))
    let stream = path.hasSuffix(".json") ? JSONReader.read(source) : YAMLReader.read(source)
    guard let document = stream.documents.first, !stream.hasErrors else { fail("\(path) holds no document") }
    return document
}

func fileNames(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { fail("\(folder) cannot be read") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else {
    fail("usage: ValidationBenchmark SCHEMA FOLDER ROUNDS")
}
var registry = SchemaRegistry()
registry.add(document(arguments[1]), uri: "schema")
let schema: CompiledSchema
do {
    schema = try SchemaCompiler.compile("schema", in: registry)
} catch {
    fail("\(error)")
}
let documents = fileNames(in: arguments[2]).map { document("\(arguments[2])/\($0)") }

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
