import DiskFiles
import SchemaValidation
import SourceText
import YAMLDocuments

/// Finds the schemas that another one refers to among the files beside it. Nothing is ever fetched.
struct NeighbouringSchemas: Sendable {
    /// Folder of the schema's file, absolute, with a final `/`.
    private let folder: String
    /// Folder of the schema's `$id`, with a final `/`, when it has an absolute one: what lies below it in the URI's
    /// world is looked for below the file's folder.
    private let published: String?
    /// What stands before the folder's files in messages.
    private let prefix: String

    init(besides file: FoundFiles.File, id: String?) {
        folder = Self.folder(file.path)
        prefix = Self.folder(file.name)
        published = id.flatMap { $0.contains("://") ? Self.folder($0) : nil }
    }

    /// The document that a URI means; nil when no file of that name is there.
    func document(_ uri: String) throws -> YAMLDocument? {
        guard let path = path(of: uri), DiskEntry.isFile(path) else { return nil }
        let name = path.hasPrefix(folder) ? prefix + path.dropFirst(folder.count) : path
        return try SchemaDocument.read(FoundFiles.File(name: name, path: path))
    }

    private func path(of uri: String) -> String? {
        if let path = FileURI.path(of: uri) { return path }
        guard let published, uri.hasPrefix(published) else { return nil }
        return FileURI.decoded(uri.dropFirst(published.count)).map { folder + $0 }
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
        for byte in path.utf8 {
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
        return decoded(uri.dropFirst(prefix.count))
    }

    /// Percent encoding undone; nil when what comes out is not UTF-8.
    static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
