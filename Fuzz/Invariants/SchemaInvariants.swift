package import SchemaValidation
internal import SourceText
package import YAMLDocuments

/// Splits an input at the first line `===`; without one the second part is empty.
package func splitInput(_ bytes: UnsafeBufferPointer<UInt8>) -> (first: [UInt8], second: [UInt8]) {
    let all = Array(bytes)
    let separator = Array("\n===\n".utf8)
    var index = 0
    while index + separator.count <= all.count {
        if all[index...].starts(with: separator) {
            return (Array(all[..<index]), Array(all[(index + separator.count)...]))
        }
        index += 1
    }
    return (all, [])
}

/// A document of either syntax: JSON when it is JSON, else YAML. Nil when it is neither.
package func readDocument(_ bytes: [UInt8], path: String) -> YAMLDocument? {
    let source = SourceFile(path: path, bytes: bytes)
    let json = JSONReader.read(source)
    let stream = json.hasErrors ? YAMLReader.read(source) : json
    return stream.hasErrors ? nil : stream.documents.first
}

/// A schema under the name `fuzz`; nil when it is refused, which must be with a place inside of it.
///
/// - Parameter isChecked: whether the parts that are never reached and the metaschema are looked at too, which takes
///   longer than everything else.
package func compile(_ schema: YAMLDocument, assertsFormats: Bool, isChecked: Bool) -> CompiledSchema? {
    var registry = SchemaRegistry()
    registry.add(schema, uri: "fuzz")
    var options = SchemaOptions()
    options.assertsFormats = assertsFormats
    let mistakes = isChecked ? SchemaCompiler.check("fuzz", in: registry, options: options) : []
    for mistake in mistakes { checkMistake(mistake) }
    do {
        return try SchemaCompiler.compile("fuzz", in: registry, options: options)
    } catch {
        require(error.errors.contains { $0.severity == .error }, "a schema is refused for an error")
        require(
            !isChecked || mistakes.contains { $0.severity == .error },
            "check finds nothing in a schema that is refused")
        for mistake in error.errors { checkMistake(mistake) }
        return nil
    }
}

private func checkMistake(_ mistake: SchemaError) {
    require(!mistake.message.isEmpty && !mistake.mend.isEmpty, "a mistake says what is wrong and how to mend it")
    for location in [mistake.location].compactMap({ $0 }) + mistake.related.map(\.location) {
        guard case .span(let file, let range) = location else { continue }
        checkRange(range, in: file, "mistake in a schema \"\(mistake.message)\"")
    }
}

/// What holds for every schema and every document: both judges agree, and every failure can be shown.
package func checkValidation(of node: YAMLNode, by schema: CompiledSchema, options: ValidationOptions) {
    let failures = schema.validate(node, options: options)
    require(
        failures.isEmpty == schema.accepts(node, options: options),
        "accepts says \(failures.isEmpty ? "invalid" : "valid"), validate found \(failures.count) failures")
    require(failures.count <= options.failures, "more failures than were asked for")
    let source = node.document.source
    for failure in failures {
        require(!failure.message.isEmpty && !failure.mend.isEmpty, "a failure says what is wrong and how to mend it")
        checkRange(failure.range, in: source, "failure \"\(failure.message)\"")
        if let related = failure.related { checkRange(related.range, in: source, "second place of a failure") }
        if case .span(let file, let range)? = failure.schemaLocation {
            checkRange(range, in: file, "place in the schema of \"\(failure.message)\"")
        }
        _ = failure.path.description
    }
}

/// A tenth of what the program allows, so that the fuzzer is not held up by inputs that are refused for their cost.
package func fuzzingOptions() -> ValidationOptions {
    var options = ValidationOptions()
    options.steps /= 20
    options.patternSteps /= 20
    options.failures = 100
    return options
}
