import SourceText

/// A Git LFS pointer (git-lfs docs/spec.md): three lines, `version` first, the others sorted, below 1024 bytes. A
/// pointer with extensions, or one that is not written exactly so, is not taken for one.
enum GitLFSPointer: ComponentFormat {
    private static let versionLine = "version https://git-lfs.github.com/spec/v1\n"
    private static let digestPrefix = "oid sha256:"
    private static let sizePrefix = "size "

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        let bytes = file.source.bytes
        guard bytes.count < 1_024, bytes.starts(with: versionLine.utf8) else { return nil }
        let digestStart = versionLine.utf8.count + digestPrefix.utf8.count
        let digestRange = digestStart..<digestStart + 64
        let sizeStart = digestRange.upperBound + 1 + sizePrefix.utf8.count
        guard bytes.count > sizeStart + 1, bytes.last == UInt8(ascii: "\n") else { return nil }
        let sizeRange = sizeStart..<bytes.count - 1
        let digest = file.source.text(digestRange)
        let size = file.source.text(sizeRange)
        let written = versionLine + digestPrefix + digest + "\n" + sizePrefix + size + "\n"
        guard written.utf8.elementsEqual(bytes), digest.utf8.allSatisfy(isLowercaseHexadecimal),
            size.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return ComponentReading(
            FormatIdentity("git-lfs-pointer", version: "1", .declared),
            pointer: ContentPointer(
                algorithm: "sha256", digest: digest, size: size, source: file.source, digestRange: digestRange,
                sizeRange: sizeRange))
    }

    private static func isLowercaseHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
