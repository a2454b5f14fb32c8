import DiskFiles
import SchemaValidation
import SourceText
import YAMLDocuments

/// Finds the schemas that another one refers to among the files on this disk: those that a relative reference leads to
/// from the schema's file, and those below its folder under the address that it is published under. Nothing is ever
/// fetched.
struct NeighbouringSchemas: Sendable {
    /// Folder of the schema's file, absolute, with a final `/`.
    private let folder: String
    private let published: PublishedFolder?
    /// What stands before the folder's files in messages.
    private let prefix: String

    init(besides file: FoundFiles.File, schema: YAMLDocument) {
        folder = Self.folder(FileURI.withoutDots(file.path))
        prefix = Self.folder(file.name)
        published = PublishedFolder(of: schema)
    }

    /// The document that a URI means; nil when no file of that name is there.
    func document(_ uri: String) throws -> YAMLDocument? {
        guard let path = path(of: uri), DiskEntry.isFile(path) else { return nil }
        let name = path.hasPrefix(folder) ? prefix + path.dropFirst(folder.count) : path
        return try SchemaDocument.read(FoundFiles.File(name: name, path: path))
    }

    private func path(of uri: String) -> String? {
        FileURI.path(of: uri) ?? published?.path(of: uri).map { folder + $0 }
    }

    /// Up to the last `/` and with it; empty when there is none.
    private static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

/// Paths as URIs (RFC 8089), so that a `#` or a space in a file's name does not read as something else.
enum FileURI {
    private static let prefix = "file://"

    /// - Parameter path: absolute.
    static func of(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var uri = prefix
        for byte in withoutDots(path).utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~/".utf8.contains(byte)
            {
                uri.unicodeScalars.append(scalar)
            } else {
                uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return uri
    }

    /// Nil for other URIs than those of files on this machine.
    static func path(of uri: String) -> String? {
        guard uri.hasPrefix(prefix + "/") else { return nil }
        return percentDecoded(String(uri.dropFirst(prefix.count)))
    }

    /// The path without `.` and `..`, which references lose when they are resolved (RFC 3986, 5.2.4).
    ///
    /// - Parameter path: absolute.
    static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        return "/" + kept.joined(separator: "/")
    }
}
