/// One file of a tree, with what git records of it.
package struct ListedFile: Sendable, Hashable {
    package enum Mode: String, Sendable {
        case file = "100644"
        case executable = "100755"
        case symlink = "120000"
        case submodule = "160000"
    }

    package let path: String
    /// The path as git holds it, which need not be UTF-8.
    package let rawPath: [UInt8]
    package let mode: Mode
    /// The name of the blob, 40 hexadecimal digits; nil for a file that is only on disk.
    package let blob: String?

    package init(rawPath: [UInt8], mode: Mode, blob: String?) {
        path = String(decoding: rawPath, as: UTF8.self)
        self.rawPath = rawPath
        self.mode = mode
        self.blob = blob
    }

    /// The path of a name in a folder, the root folder being the empty path.
    package static func path(_ name: [UInt8], in folder: [UInt8]) -> [UInt8] {
        folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
    }
}
