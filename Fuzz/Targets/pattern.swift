import FuzzInvariants
import SchemaValidation
import YAMLDocuments

/// A pattern, a line `===`, and the text that it is searched in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let (patternBytes, textBytes) = splitInput(UnsafeBufferPointer(start: start, count: count))
    let pattern = String(decoding: patternBytes, as: UTF8.self)
    let text = quoted(String(decoding: textBytes, as: UTF8.self))
    guard let instance = readDocument(Array(text.utf8), path: "instance")?.root,
        let plain = compilePattern(pattern)
    else { return -1 }
    let options = fuzzingOptions()
    checkValidation(of: instance, by: plain, options: options)

    // The same language, written so that no shortcut of the compiler for simple patterns applies.
    guard let wrapped = compilePattern("[^\\s\\S]|(?:\(pattern))") else {
        require(false, "a pattern that compiles alone, but not in a group: \(pattern)")
        return 0
    }
    let (first, second) = (plain.validate(instance, options: options), wrapped.validate(instance, options: options))
    let isJudged = !(first + second).contains { $0.message.contains("cannot be judged") }
    require(!isJudged || first.isEmpty == second.isEmpty, "a pattern in a group finds something else: \(pattern)")
    return 0
}

private func compilePattern(_ pattern: String) -> CompiledSchema? {
    let schema = "{\"pattern\": \(quoted(pattern))}"
    return readDocument(Array(schema.utf8), path: "schema").flatMap {
        compile($0, assertsFormats: true, isChecked: false)
    }
}

/// A JSON string.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case "\u{0}"..<" ":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
