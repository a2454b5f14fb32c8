import SourceText

/// A Git LFS pointer (git-lfs docs/spec.md; extensions: docs/extensions.md): lines of a key, a space and a value,
/// `version` first, the others sorted. A file that begins like one and is not written exactly so has a defect: git-lfs
/// would ship its text in place of the content.
enum GitLFSPointer: ComponentFormat {

    package static let description = FormatDescription(
        "Git LFS pointer",
        files: "any file that begins with the line of a pointer",
        source: "git-lfs docs/spec.md, docs/extensions.md")

    private static let versionKey = "version "
    /// The public one, that of the time before the first release, and the first of all; git-lfs reads all three.
    private static let versions = [
        "https://git-lfs.github.com/spec/v1", "https://hawser.github.com/spec/v1", "http://git-media.io/v/2",
    ]
    private static let beginnings = ["https://git-lfs.github.com/spec/", "https://hawser.github.com/spec/"]
    private static let sizeLimit = 1_024

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        let bytes = file.source.bytes
        let begins = (versions + beginnings).contains { bytes.starts(with: (versionKey + $0).utf8) }
        guard begins else { return nil }
        let format = FormatIdentity("git-lfs-pointer", version: "1", .declared)
        var reader = PointerReader(file.source)
        if let defect = reader.read() { return .broken(format, defect) }
        guard let digest = reader.digest, let size = reader.size else { return nil }
        return ComponentReading(
            format, pointer: ContentPointer(source: file.source, digest: digest, size: size, others: reader.others))
    }

    /// Reads line by line and stops at the first thing that git-lfs would refuse.
    private struct PointerReader {
        private let source: SourceFile
        private var lastKey = ""
        private(set) var digest: ContentPointer.Part?
        private(set) var size: ContentPointer.Part?
        private(set) var others: [ContentPointer.Part] = []

        init(_ source: SourceFile) { self.source = source }

        mutating func read() -> ReadingDefect? {
            let bytes = source.bytes
            guard bytes.count < GitLFSPointer.sizeLimit else {
                return defect("a pointer has less than 1024 bytes", 0..<bytes.count)
            }
            var start = 0
            while start < bytes.count {
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
                    return defect("the last line does not end in a line break", start..<bytes.count)
                }
                if let defect = readLine(start..<end) { return defect }
                start = end + 1
            }
            guard digest != nil else { return defect("no line gives the oid of the content", 0..<bytes.count) }
            guard size != nil else { return defect("no line gives the size of the content", 0..<bytes.count) }
            return nil
        }

        private mutating func readLine(_ range: Range<Int>) -> ReadingDefect? {
            let bytes = source.bytes
            if bytes[range].last == UInt8(ascii: "\r") {
                return defect("a line ends in a carriage return", range)
            }
            guard let space = bytes[range].firstIndex(of: UInt8(ascii: " ")), space > range.lowerBound,
                space + 1 < range.upperBound, bytes[space + 1] != UInt8(ascii: " ")
            else { return defect("a line is not a key, one space and a value", range) }
            let part = ContentPointer.Part(
                source.text(range.lowerBound..<space), source.text(space + 1..<range.upperBound),
                at: space + 1..<range.upperBound)
            if lastKey.isEmpty {
                lastKey = part.name
                return GitLFSPointer.versions.contains(part.value)
                    ? nil : defect("\"\(part.value)\" is no known version of pointers", part.range)
            }
            guard lastKey == "version" || lastKey < part.name else {
                return defect("the key \"\(part.name)\" stands behind \"\(lastKey)\", but keys are sorted", range)
            }
            lastKey = part.name
            return keep(part)
        }

        private mutating func keep(_ part: ContentPointer.Part) -> ReadingDefect? {
            switch part.name {
            case "oid":
                guard Self.isDigest(part.value) else {
                    return defect("\"\(part.value)\" is no oid: sha256: and 64 hexadecimal digits", part.range)
                }
                digest = part
            case "size":
                let digits = part.value.utf8
                guard digits.allSatisfy({ (48...57).contains($0) }), digits.count == 1 || digits.first != 48 else {
                    return defect("\"\(part.value)\" is no size in bytes", part.range)
                }
                size = part
            default:
                if part.name.hasPrefix("ext-"), !Self.isDigest(part.value) {
                    return defect("\"\(part.value)\" is no oid: sha256: and 64 hexadecimal digits", part.range)
                }
                others.append(part)
            }
            return nil
        }

        private static func isDigest(_ text: String) -> Bool {
            let prefix = "sha256:"
            let digits = text.utf8.dropFirst(prefix.utf8.count)
            return text.hasPrefix(prefix) && digits.count == 64
                && digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        }

        private func defect(_ message: String, _ range: Range<Int>) -> ReadingDefect {
            ReadingDefect(
                "it begins like a Git LFS pointer, and \(message)", at: range,
                mend: "Add the content again with git lfs, which writes the pointer.")
        }
    }
}
