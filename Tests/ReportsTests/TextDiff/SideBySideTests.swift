import SourceText
import Testing

@testable import Reports

struct SideBySideTests {
    /// `old | new` for each row, changed words in brackets, lines of a row with `/` between them.
    private func drawn(_ old: String, _ new: String) throws -> [String] {
        let file = { (text: String) in SourceFile(path: "p", bytes: Array(text.utf8)) }
        let side = { (lines: [SideBySide.Line]) in
            lines.map { line in
                "\(line.number) " + line.runs.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
            }.joined(separator: " / ")
        }
        return try #require(SideBySide(file(old), file(new))).parts.flatMap { part in
            switch part {
            case .same(let rows): rows.map { "= \(side($0.old)) | \(side($0.new))" }
            case .changed(let rows): rows.map { "! \(side($0.old)) | \(side($0.new))" }
            }
        }
    }

    @Test("Lines that correspond stand beside each other, with their words marked")
    func rows() throws {
        #expect(
            try drawn("a\nBe calm, polite and brief.\nb\n", "a\nBe warm, polite and brief.\nNew.\nb\n") == [
                "= 1 a | 1 a",
                "! 2 Be [calm], polite and brief. | 2 Be [warm], polite and brief. / 3 [New.]",
                "= 3 b | 4 b",
            ])
        #expect(
            try drawn("one fish\ntwo fish\n", "one cat\ntwo cats\n") == [
                "! 1 one [fish] | 1 one [cat]", "! 2 two [fish] | 2 two [cats]",
            ])
    }

    @Test("A paragraph that was only wrapped anew has no marked word")
    func wrapped() throws {
        #expect(
            try drawn("Never promise a\nrefund to anybody.\n", "Never promise\na refund\nto anybody.\n") == [
                "! 1 Never promise a / 2 refund to anybody. | 1 Never promise / 2 a refund / 3 to anybody."
            ])
    }

    @Test("Text that came or went has nothing on the other side")
    func oneSided() throws {
        #expect(try drawn("", "x\n\ny") == ["!  | 1 [x] / 2  / 3 [y]"])
        #expect(try drawn("x\n", "") == ["! 1 [x] | "])
        #expect(try drawn("same\r\n", "same\r\n") == ["= 1 same | 1 same"])
        let text = SourceFile(path: "p", bytes: Array("x\n".utf8))
        #expect(SideBySide(nil, text)?.parts.count == 1)
    }

    @Test("Bytes that are no text have no lines", arguments: [[0x00], [0xFF, 0xFE], [0x61, 0xC3]] as [[UInt8]])
    func noText(bytes: [UInt8]) {
        let file = SourceFile(path: "p", bytes: bytes)
        #expect(SideBySide(file, file) == nil)
        #expect(SideBySide(file, nil) == nil)
    }

    @Test("Every line of both files is there once, in order")
    func complete() throws {
        let old = (1...60).map { $0.isMultiple(of: 7) ? "old \($0)" : "line \($0)" }
        let new = (1...64).filter { $0 != 30 }.map { $0.isMultiple(of: 9) ? "new \($0)" : "line \($0)" }
        let rows = SideBySide(old, new).parts.flatMap { part in
            switch part {
            case .same(let rows), .changed(let rows): rows
            }
        }
        #expect(rows.flatMap(\.old).map(\.text) == old)
        #expect(rows.flatMap(\.new).map(\.text) == new)
        #expect(rows.flatMap(\.old).map(\.number) == Array(1...old.count))
        #expect(rows.flatMap(\.new).map(\.number) == Array(1...new.count))
    }
}
