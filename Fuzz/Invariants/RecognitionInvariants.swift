import ComponentFormats
package import PlanModel
import SourceText
import YAMLDocuments

/// What holds for every file of a component, whatever its bytes are. The first byte of the input chooses the path, so
/// that one corpus serves several readers: `0`, `1` and so on.
package func checkRecognition(
    _ input: UnsafeBufferPointer<UInt8>, as paths: [String], _ category: ComponentCategory
) -> CInt {
    guard let choice = input.first else { return -1 }
    let path = paths[Int(choice) % paths.count]
    let source = SourceFile(path: path, bytes: Array(input.dropFirst()))
    guard let reading = ComponentFormats.recognise(source, category: category) else { return 0 }
    for defect in reading.defects {
        checkRange(defect.range, in: source, "defect \"\(defect.message)\"")
        require(!defect.message.isEmpty && !defect.mend.isEmpty, "a defect says what is wrong and how to mend it")
    }
    for prompt in reading.prompts { checkTemplate(prompt.template, of: source) }
    for root in reading.settings?.roots ?? [] { checkPlaces(root, in: source) }
    return 0
}

/// Every piece knows its bytes, and text is what stands there.
private func checkTemplate(_ template: PromptTemplate, of source: SourceFile) {
    var end = 0
    for piece in template.pieces {
        checkRange(piece.range, in: source, "piece \"\(piece.content)\"")
        if piece.kind == .text {
            require(
                piece.content == piece.text.text(piece.span), "text that is not what stands there: \(piece.content)")
        }
        guard piece.text.isWholeFile else { continue }
        require(piece.span.lowerBound >= end, "a piece at \(piece.span) behind one that ends at \(end)")
        end = piece.span.upperBound
    }
}

private func checkPlaces(_ root: YAMLNode, in source: SourceFile) {
    var open = [root]
    while let node = open.popLast() {
        if node.source.path == source.path { checkRange(node.range, in: source, "value \"\(node.text)\"") }
        // Every part lies deeper in the file than what it is a part of, but for aliases: they were checked once.
        guard node.count <= source.bytes.count else { continue }
        open += node.entries.map(\.value).filter { $0.range.count < max(node.range.count, 1) }
        open += node.items.filter { $0.range.count < max(node.range.count, 1) }
    }
}
