import FuzzInvariants
import SchemaValidation
import YAMLDocuments

/// A schema as a person may have written it: everything in it is looked at, also what is never reached. What follows a
/// line `===` is left out, so that the corpus of the target `schema` serves here too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let (bytes, _) = splitInput(UnsafeBufferPointer(start: start, count: count))
    guard let schema = readDocument(bytes, path: "schema") else { return -1 }
    _ = compile(schema, assertsFormats: true, isChecked: true)
    return 0
}
