import FuzzInvariants
import SchemaValidation
import YAMLDocuments

/// A schema, a line `===`, and the document that it judges; both JSON or YAML. A schema alone judges itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let (schemaBytes, instanceBytes) = splitInput(UnsafeBufferPointer(start: start, count: count))
    guard let schema = readDocument(schemaBytes, path: "schema"),
        let instance = instanceBytes.isEmpty ? schema : readDocument(instanceBytes, path: "instance")
    else { return -1 }
    let options = fuzzingOptions()
    for assertsFormats in [true, false] {
        guard let compiled = compile(schema, assertsFormats: assertsFormats, isChecked: false) else {
            continue
        }
        checkValidation(of: instance.root, by: compiled, options: options)
    }
    return 0
}
