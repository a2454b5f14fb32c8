import Approvals
import FuzzInvariants

/// Any bytes as a message: a statement that is read has one spelling, and is read from it again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let message = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        guard let statement = try StatementGrammar.read(message) else {
            require(!looksLikeOne(message), "what looks like a statement is read or refused")
            return 0
        }
        require(looksLikeOne(message), "a statement starts with its word")
        let block = statement.block
        let again = try StatementGrammar.read(Array(statement.message(title: "Title").utf8))
        require(again?.block == block, "read again, it is the same")
        // Every value stands in the message as it was read: nothing is made up, dropped or spelled otherwise.
        let lines = Set(String(decoding: message, as: UTF8.self).split(separator: "\n").map(String.init))
        for line in block.split(separator: "\n") {
            require(lines.contains(String(line)), "\"\(line)\" was not in the message")
        }
    } catch {
        require(!error.message.isEmpty && !error.message.hasSuffix("."), "a defect has a sentence")
        require(looksLikeOne(message), "only what looks like a statement is refused")
    }
    return 0
}

private func looksLikeOne(_ message: [UInt8]) -> Bool {
    message.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "Imprimatur:".utf8) }
}
