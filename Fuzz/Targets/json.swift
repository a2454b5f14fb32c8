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
    return 0
}
