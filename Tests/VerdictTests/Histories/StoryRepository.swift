import Foundation

/// A bare repository written without git: loose objects in stored (uncompressed) zlib streams, and packed refs.
final class StoryRepository {
    let path: String
    private var written: Set<String> = []
    private(set) var references: [String: String] = [:]

    init() throws {
        path = NSTemporaryDirectory() + "/imprimatur-story-" + UUID().uuidString
        for folder in ["objects", "refs/heads", "refs/tags"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }
        try write("HEAD", Array("ref: refs/heads/main\n".utf8))
        try write("config", Array("[core]\n\trepositoryformatversion = 0\n\tbare = true\n".utf8))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func point(_ name: String, at object: String?) { references[name] = object }

    func finish() throws {
        let lines = references.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try write("packed-refs", Array(lines.joined().utf8))
    }

    @discardableResult
    func add(_ type: String, _ bytes: [UInt8]) throws -> String {
        let name = GitText.name(type, bytes)
        guard written.insert(name).inserted else { return name }
        let folder = "\(path)/objects/\(name.prefix(2))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write(
            "objects/\(name.prefix(2))/\(name.dropFirst(2))",
            Self.stored(Array("\(type) \(bytes.count)\0".utf8) + bytes))
        return name
    }

    /// Writes a tree with its folders.
    func addTree(_ files: [String: [UInt8]]) throws -> String {
        var folders: [String: [String: [UInt8]]] = [:]
        var entries: [(sortKey: String, mode: String, name: String, object: String)] = []
        for (path, bytes) in files {
            if let slash = path.firstIndex(of: "/") {
                folders[String(path[..<slash]), default: [:]][String(path[path.index(after: slash)...])] = bytes
            } else {
                entries.append((path, "100644", path, try add("blob", bytes)))
            }
        }
        for (name, content) in folders { entries.append((name + "/", "40000", name, try addTree(content))) }
        var tree: [UInt8] = []
        for entry in entries.sorted(by: { Array($0.sortKey.utf8).lexicographicallyPrecedes(Array($1.sortKey.utf8)) }) {
            tree += Array("\(entry.mode) \(entry.name)\0".utf8) + Self.bytes(ofHex: entry.object)
        }
        return try add("tree", tree)
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    private static func bytes(ofHex text: String) -> [UInt8] {
        stride(from: 0, to: text.count, by: 2).map { start in
            let from = text.index(text.startIndex, offsetBy: start)
            return UInt8(text[from..<text.index(from, offsetBy: 2)], radix: 16) ?? 0
        }
    }

    /// RFC 1950 and 1951 with stored blocks only.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let length = UInt16(end - start)
            stream.append(end == bytes.count ? 1 : 0)
            for number in [length, ~length] { stream += [UInt8(number & 0xFF), UInt8(number >> 8)] }
            stream += bytes[start..<end]
            start = end
        } while start < bytes.count
        var one: UInt32 = 1
        var other: UInt32 = 0
        for byte in bytes {
            one = (one + UInt32(byte)) % 65_521
            other = (other + one) % 65_521
        }
        return stream + withUnsafeBytes(of: ((other << 16) | one).bigEndian, Array.init)
    }
}
