import ComponentFormats
import SourceText

/// The first piece that differs, on both sides, for changes that are spread over a text.
struct FirstDifferingPiece {
    let old: ChangeSide?
    let new: ChangeSide?

    init(_ old: EffectivePrompt, _ new: EffectivePrompt) {
        let common = zip(old.pieces, new.pieces).prefix { $0.content.utf8.elementsEqual($1.content.utf8) }.count
        let (one, other) = (old.pieces.dropFirst(common).first, new.pieces.dropFirst(common).first)
        guard let one, let other, one.kind == .text, other.kind == .text else {
            self.old = one.map { ChangeSide($0.content, at: $0.location) }
            self.new = other.map { ChangeSide($0.content, at: $0.location) }
            return
        }
        let offset = zip(one.content.utf8, other.content.utf8).prefix { $0 == $1 }.count
        self.old = Self.line(of: one, at: offset)
        self.new = Self.line(of: other, at: offset)
    }

    /// The line of the file that holds an offset of a piece.
    private static func line(of piece: EffectivePrompt.Piece, at offset: Int) -> ChangeSide {
        let bytes = piece.source.bytes
        let start = piece.span.lowerBound + offset
        let place = min(piece.text.sourceRange(start..<start).lowerBound, bytes.count)
        let lineStart = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return ChangeSide(piece.source.text(lineStart..<end), at: .span(piece.source, range: lineStart..<end))
    }
}
