import SourceText
import Testing

/// Lines and columns of byte offsets, held against a plain count from the file's start.
struct SourcePositionTests {
    static let texts: [[UInt8]] = [
        [], Array("a".utf8), Array("\n".utf8), Array("\n\n".utf8), Array("a\nb".utf8), Array("a\r\nb\r\n".utf8),
        Array("a\r".utf8), Array("\r\r\n\n\ra\rb".utf8), Array("\u{FEFF}ä: 1\n値: 👍\n".utf8), Array("\u{FEFF}".utf8),
        Array("\u{FEFF}\n".utf8),
        [0xFF, 0x80, 0x0A, 0x80, 0x0A, 0xC3], Array(String(repeating: "é", count: 1_500).utf8),
        Array(String(repeating: "x", count: 1_024).utf8),
        Array((1...400).map { "line \($0) é\n" }.joined().utf8),
    ]

    @Test("An offset has the line and column that counting gives", arguments: texts)
    func positions(bytes: [UInt8]) {
        let file = SourceFile(path: "a", bytes: bytes)
        for offset in stride(from: -1, through: bytes.count + 1, by: bytes.count < 100 ? 1 : 37) {
            #expect(file.position(at: offset) == Self.counted(offset, bytes))
        }
    }

    @Test("A line has the bytes between its breaks", arguments: texts)
    func lines(bytes: [UInt8]) {
        let file = SourceFile(path: "a", bytes: bytes)
        let lines = Self.split(bytes)
        for (number, line) in lines.enumerated() { #expect(file.rangeOfLine(number + 1) == line) }
        #expect(file.rangeOfLine(lines.count + 1) == nil)
    }

    @Test("Many tasks may ask at once")
    func concurrency() async {
        let bytes = Self.texts[Self.texts.count - 1]
        let file = SourceFile(path: "a", bytes: bytes)
        await withTaskGroup(of: Bool.self) { group in
            for start in 0..<8 {
                group.addTask {
                    stride(from: start, to: bytes.count, by: 97).allSatisfy {
                        file.position(at: $0) == Self.counted($0, bytes)
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    /// Columns are Unicode scalars: every byte that does not continue one begins one.
    private static func counted(_ offset: Int, _ bytes: [UInt8]) -> SourcePosition {
        let before = bytes.prefix(max(0, min(offset, bytes.count)))
        let ends = before.indices.filter { bytes[$0...].starts(with: [0x0A]) || isLoneReturn($0, bytes) }
        let line = ends.count + 1
        var start = ends.last.map { $0 + 1 } ?? 0
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, before.count) }
        return SourcePosition(line: line, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }

    private static func split(_ bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A || isLoneReturn(index, bytes) {
            let isPair = bytes[index] == 0x0A && index > start && bytes[index - 1] == 0x0D
            lines.append(start..<(isPair ? index - 1 : index))
            start = index + 1
        }
        return lines + [start..<bytes.count]
    }

    private static func isLoneReturn(_ index: Int, _ bytes: [UInt8]) -> Bool {
        bytes[index] == 0x0D && !bytes[(index + 1)...].starts(with: [0x0A])
    }
}
