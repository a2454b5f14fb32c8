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
        folder = Self.folder(DiskPath.withoutDots(file.path))
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

    /// References lose `.` and `..` when they are resolved (RFC 3986, 5.2.4), so the path has none either.
    ///
    /// - Parameter path: absolute.
    static func of(_ path: String) -> String { prefix + PercentEncoding.of(path: DiskPath.withoutDots(path)) }

    /// Nil for other URIs than those of files on this machine.
    static func path(of uri: String) -> String? {
        guard uri.hasPrefix(prefix + "/") else { return nil }
        return percentDecoded(String(uri.dropFirst(prefix.count)))
    }
}
