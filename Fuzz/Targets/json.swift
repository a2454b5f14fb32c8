import FuzzInvariants
import SourceText
import YAMLDocuments

/// Any bytes as a JSON file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let source = SourceFile(path: "fuzz.json", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let limits = ReadLimits()
    let stream = JSONReader.read(source, limits: limits)
    checkStream(stream, of: source, limits: limits)
    require(stream.documents.count <= 1, "a JSON file holds one value")
    require(stream.hasErrors || stream.documents.count == 1, "a file without an error has a value")
    checkAsYAML(stream, of: source)
    return 0
}

/// YAML 1.2 has JSON as a part of it (chapter 1.2): where both readers accept a file, they read the same values.
private func checkAsYAML(_ json: YAMLStream, of source: SourceFile) {
    let yaml = YAMLReader.read(source)
    guard !json.hasErrors, !yaml.hasErrors, let left = json.documents.first else { return }
    require(yaml.documents.count == 1, "one JSON value, but \(yaml.documents.count) YAML documents")
    if let right = yaml.documents.first { checkSameValues(left.root, right.root) }
}
