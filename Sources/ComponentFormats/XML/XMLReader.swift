/// A strict reader of small XML documents (XML 1.0, fifth edition) that keeps the bytes of every part.
///
/// Document types are refused, and with them entities of one's own: what a file says must stand in it. So are other
/// encodings than UTF-8.
struct XMLReader {
    /// In bytes.
    static let largestFile = 5_000_000
    static let greatestDepth = 64

    private var scanner: XMLScanner
    /// The elements that are open, outermost first.
    private var open: [XMLElement] = []
    private var root: XMLElement?

    /// The document's element.
    ///
    /// - Parameter bytes: UTF-8.
    static func read(_ bytes: [UInt8]) throws(XMLMistake) -> XMLElement {
        var reader = XMLReader(scanner: XMLScanner(bytes: bytes))
        return try reader.document()
    }

    private init(scanner: XMLScanner) { self.scanner = scanner }

    private mutating func document() throws(XMLMistake) -> XMLElement {
        guard scanner.bytes.count <= Self.largestFile else {
            throw scanner.mistake(
                "the file is larger than \(Self.largestFile) bytes", mend: "Cut it into several files.")
        }
        if scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.index = 3 }
        try declaration()
        while !scanner.isAtEnd { try part() }
        if let unclosed = open.last {
            throw scanner.mistake(
                "the element \(unclosed.name) is not closed", at: unclosed.nameRange,
                mend: "Add </\(unclosed.name)> where it ends.")
        }
        guard let root else {
            throw scanner.mistake("the file has no element", at: 0..<0, mend: "Write one element around everything.")
        }
        return root
    }

    private mutating func declaration() throws(XMLMistake) {
        guard scanner.hasPrefix("<?xml "), let end = scanner.find("?>") else { return }
        let range = scanner.index..<end + 2
        let text = scanner.text(range).lowercased()
        if let place = text.firstRange(of: "encoding"), !text[place.upperBound...].contains("utf-8") {
            throw scanner.mistake(
                "the file says that it is in another encoding", at: range, mend: "Save it as UTF-8 and say so.")
        }
        scanner.index = range.upperBound
    }

    /// A tag, a comment, a section, or characters up to the next of them.
    private mutating func part() throws(XMLMistake) {
        if scanner.hasPrefix("<!--") { return try comment() }
        if scanner.hasPrefix("<![CDATA[") { return try section() }
        if scanner.hasPrefix("<?") { return try instruction() }
        if scanner.hasPrefix("<!") {
            throw scanner.mistake(
                "document types are not read", at: scanner.index..<min(scanner.index + 9, scanner.bytes.count),
                mend: "Delete the declaration and write out what its entities stand for.")
        }
        if scanner.hasPrefix("</") { return try endTag() }
        if scanner.next == UInt8(ascii: "<") { return try startTag() }
        try characters()
    }

    private mutating func comment() throws(XMLMistake) {
        let start = scanner.index
        scanner.index += 4
        guard let end = scanner.find("--") else {
            throw scanner.mistake("the comment is not closed", at: start..<start + 4, mend: "Close it with -->.")
        }
        scanner.index = end
        guard scanner.skip("-->") else {
            throw scanner.mistake(
                "two hyphens may not stand in a comment", at: end..<end + 2, mend: "Write one hyphen, or close it.")
        }
    }

    private mutating func instruction() throws(XMLMistake) {
        let start = scanner.index
        guard let end = scanner.find("?>") else {
            throw scanner.mistake("the instruction is not closed", at: start..<start + 2, mend: "Close it with ?>.")
        }
        scanner.index = end + 2
    }

    private mutating func section() throws(XMLMistake) {
        let start = scanner.index
        scanner.index += 9
        guard let end = scanner.find("]]>") else {
            throw scanner.mistake("the CDATA section is not closed", at: start..<start + 9, mend: "Close it with ]]>.")
        }
        try add(scanner.text(scanner.index..<end), at: start..<end + 3)
        scanner.index = end + 3
    }

    private mutating func characters() throws(XMLMistake) {
        let start = scanner.index
        let end = scanner.bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? scanner.bytes.count
        if let place = scanner.find("]]>", before: end) {
            throw scanner.mistake("]]> closes nothing here", at: place..<place + 3, mend: "Write ]]&gt; for the signs.")
        }
        try add(scanner.characters(start..<end, isAttribute: false), at: start..<end)
        scanner.index = end
    }

    private mutating func add(_ text: String, at range: Range<Int>) throws(XMLMistake) {
        if open.isEmpty {
            guard text.allSatisfy(\.isWhitespace) else {
                throw scanner.mistake(
                    "text outside the document's element", at: range, mend: "Move it into the element.")
            }
        } else {
            open[open.count - 1].content.append(.text(text))
        }
    }

    // MARK: Tags

    private mutating func startTag() throws(XMLMistake) {
        let start = scanner.index
        scanner.index += 1
        let nameRange = try scanner.name()
        if root != nil {
            throw scanner.mistake(
                "a second element beside the first", at: nameRange, mend: "Write one element around everything.")
        }
        guard open.count < Self.greatestDepth else {
            throw scanner.mistake(
                "nested deeper than \(Self.greatestDepth) levels", at: nameRange, mend: "Flatten the structure.")
        }
        let attributes = try self.attributes()
        let isEmpty = scanner.skip("/>")
        guard isEmpty || scanner.skip(">") else {
            throw scanner.mistake("the tag is not closed", at: start..<scanner.index, mend: "Close it with >.")
        }
        let end = scanner.index
        let element = XMLElement(
            name: scanner.text(nameRange), nameRange: nameRange, attributes: attributes, contentRange: end..<end,
            range: start..<end)
        if isEmpty { close(element) } else { open.append(element) }
    }

    private mutating func attributes() throws(XMLMistake) -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        var names: Set<String> = []
        while true {
            let hasSpace = scanner.skipSpace()
            guard let byte = scanner.next, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") else {
                return attributes
            }
            guard hasSpace else {
                throw scanner.mistake("white space is missing before an attribute", mend: "Put a space between them.")
            }
            let attribute = try self.attribute()
            guard names.insert(attribute.name).inserted else {
                throw scanner.mistake(
                    "the attribute \(attribute.name) is there twice", at: attribute.range, mend: "Keep one of them.")
            }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() throws(XMLMistake) -> XMLAttribute {
        let name = try scanner.name()
        scanner.skipSpace()
        guard scanner.skip("=") else {
            throw scanner.mistake("the attribute has no value", at: name, mend: "Write =\"…\" behind its name.")
        }
        scanner.skipSpace()
        guard let quote = scanner.next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw scanner.mistake("the attribute's value has no quotes", at: name, mend: "Put the value in quotes.")
        }
        let start = scanner.index + 1
        guard let end = scanner.bytes[start...].firstIndex(of: quote) else {
            throw scanner.mistake(
                "the value is not closed", at: start - 1..<start, mend: "Close it with the same quote.")
        }
        if let place = scanner.bytes[start..<end].firstIndex(of: UInt8(ascii: "<")) {
            throw scanner.mistake("< may not stand in a value", at: place..<place + 1, mend: "Write &lt; for the sign.")
        }
        let value = try scanner.characters(start..<end, isAttribute: true)
        scanner.index = end + 1
        return XMLAttribute(
            name: scanner.text(name), value: value, range: name.lowerBound..<end + 1, valueRange: start..<end)
    }

    private mutating func endTag() throws(XMLMistake) {
        let start = scanner.index
        scanner.index += 2
        let nameRange = try scanner.name()
        scanner.skipSpace()
        guard scanner.skip(">") else {
            throw scanner.mistake("the tag is not closed", at: start..<scanner.index, mend: "Close it with >.")
        }
        guard var element = open.popLast() else {
            throw scanner.mistake("this tag closes nothing", at: start..<scanner.index, mend: "Delete it.")
        }
        guard element.name == scanner.text(nameRange) else {
            throw scanner.mistake(
                "this tag closes \(scanner.text(nameRange)), but \(element.name) is open", at: nameRange,
                mend: "Close \(element.name) first.")
        }
        element.contentRange = element.contentRange.lowerBound..<start
        element.range = element.range.lowerBound..<scanner.index
        close(element)
    }

    private mutating func close(_ element: XMLElement) {
        if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
    }
}
