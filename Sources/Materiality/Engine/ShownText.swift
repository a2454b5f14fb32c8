/// What of a text in HTML or Markdown a user gets to see. Comments and elements that browsers do not show say nothing:
/// comments of HTML, of the usual template languages and of MDX, the Markdown idiom `[//]: # (…)`, and elements that
/// the HTML standard does not render (section 15.3.1, "Hidden elements") or that their own attributes hide.
enum ShownText {
    /// The text with blanks for what is hidden, so that every place stays what it is.
    static func blanked(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
        else { return bytes }
        var scanner = Scanner(bytes: bytes)
        return scanner.run()
    }

    static func of(_ text: String) -> String { String(decoding: blanked(Array(text.utf8)), as: UTF8.self) }

    private struct Scanner {
        let bytes: [UInt8]
        private var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        /// What opens and closes a comment; HTML's goes on to the end of the text when nothing closes it.
        private static let comments: [(opening: String, closing: String, mayStayOpen: Bool)] = [
            ("<!--", "-->", true), ("{{!--", "--}}", false), ("{{!", "}}", false), ("{#", "#}", false),
            ("{/*", "*/}", false),
        ]
        private static let never: Set<String> = ["script", "style", "template", "noscript", "head"]
        private static let empty: Set<String> = ["input", "img", "br", "hr", "meta", "link", "source", "col", "wbr"]

        mutating func run() -> [UInt8] {
            var shown = bytes
            while index < bytes.count {
                let start = index
                guard let end = hiddenEnd() else {
                    index = max(index, start + 1)
                    continue
                }
                for place in start..<end where shown[place] != UInt8(ascii: "\n") { shown[place] = UInt8(ascii: " ") }
                index = end
            }
            return shown
        }

        /// Where something hidden that starts here ends.
        private func hiddenEnd() -> Int? {
            switch bytes[index] {
            case UInt8(ascii: "<"), UInt8(ascii: "{"):
                if let end = commentEnd() { return end }
                guard let tag = Tag(in: bytes, at: index), !tag.isEnd else { return nil }
                guard Self.never.contains(tag.name) || tag.isHidden else { return nil }
                return tag.isClosed || Self.empty.contains(tag.name) ? tag.end : elementEnd(tag)
            case UInt8(ascii: "["):
                let isLineStart = index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
                guard isLineStart, bytes[index...].starts(with: "[//]: #".utf8) else { return nil }
                return bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            default: return nil
            }
        }

        private func commentEnd() -> Int? {
            if index > 0, bytes[index] == UInt8(ascii: "{"), bytes[index - 1] == UInt8(ascii: "{") { return nil }
            for comment in Self.comments where bytes[index...].starts(with: comment.opening.utf8) {
                let start = index + comment.opening.utf8.count
                // `<!-->` is a comment too.
                let from = comment.mayStayOpen ? start - 2 : start
                if let end = find(comment.closing, from: from) { return end + comment.closing.utf8.count }
                return comment.mayStayOpen ? bytes.count : nil
            }
            return nil
        }

        /// Behind the end tag of an element, those inside it with the same name counted.
        private func elementEnd(_ opening: Tag) -> Int {
            var depth = 1
            var cursor = opening.end
            while let next = bytes[cursor...].firstIndex(of: UInt8(ascii: "<")) {
                guard let tag = Tag(in: bytes, at: next) else {
                    cursor = next + 1
                    continue
                }
                cursor = tag.end
                guard tag.name == opening.name, !tag.isClosed else { continue }
                depth += tag.isEnd ? -1 : 1
                if depth == 0 { return cursor }
            }
            return bytes.count
        }

        private func find(_ text: String, from start: Int) -> Int? {
            let wanted = Array(text.utf8)
            var cursor = start
            while cursor + wanted.count <= bytes.count {
                if bytes[cursor..<cursor + wanted.count].elementsEqual(wanted) { return cursor }
                cursor += 1
            }
            return nil
        }
    }

    /// A start or end tag.
    private struct Tag {
        let name: String
        let isEnd: Bool
        /// `<name/>`.
        let isClosed: Bool
        let isHidden: Bool
        /// Behind the tag.
        let end: Int

        init?(in bytes: [UInt8], at start: Int) {
            guard bytes[start] == UInt8(ascii: "<") else { return nil }
            var index = start + 1
            isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
            if isEnd { index += 1 }
            let nameStart = index
            while index < bytes.count, bytes[index].isASCIILetterOrDigit || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard index > nameStart, !bytes[nameStart].isASCIIDigit else { return nil }
            name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
            let attributes = index
            var quote: UInt8?
            while index < bytes.count {
                let byte = bytes[index]
                if let open = quote {
                    if byte == open { quote = nil }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    break
                }
                index += 1
            }
            guard index < bytes.count else { return nil }
            isClosed = bytes[index - 1] == UInt8(ascii: "/")
            isHidden = Self.hides(bytes[attributes..<index])
            end = index + 1
        }

        /// The attribute `hidden`, or a style that takes the element out of sight.
        private static func hides(_ attributes: ArraySlice<UInt8>) -> Bool {
            let text = String(decoding: attributes, as: UTF8.self).lowercased()
            guard text.contains("hidden") || text.contains("style") else { return false }
            // Values do not count as names.
            var names = ""
            var quote: Character?
            for character in text {
                if let open = quote {
                    if character == open { quote = nil }
                } else if character == "\"" || character == "'" {
                    quote = character
                } else {
                    names.append(character)
                }
            }
            let isNamed = names.split { $0.isWhitespace || $0 == "/" }
                .contains { $0 == "hidden" || $0.hasPrefix("hidden=") }
            let style = text.filter { !$0.isWhitespace }
            return isNamed || text.contains("style") && hidingStyles.contains(where: style.contains)
        }

        private static let hidingStyles =
            ["display:none", "visibility:hidden"]
            + ["font-size:0", "opacity:0"].flatMap { style in [";", "\"", "'"].map { style + $0 } }
    }
}
