import FuzzInvariants
import SourceText
import YAMLDocuments

/// Any bytes as a YAML file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let source = SourceFile(path: "fuzz.yaml", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let limits = ReadLimits()
    let stream = YAMLReader.read(source, limits: limits)
    checkStream(stream, of: source, limits: limits)
    checkLimits(of: source)
    return 0
}

/// Small limits end reading with a problem, wherever they are reached.
private func checkLimits(of source: SourceFile) {
    var limits = ReadLimits()
    limits.depth = 3
    limits.nodes = 20
    limits.bytes = 512
    let stream = YAMLReader.read(source, limits: limits)
    checkStream(stream, of: source, limits: limits)
    if source.bytes.count > limits.bytes { require(stream.hasErrors, "a file over the limit is an error") }
}
