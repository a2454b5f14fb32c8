/// What each system of one tree is made of, by the names of blobs: two trees whose outlines say the same of a system
/// hold the same system, and nothing of it has to be read.
package struct TreeOutline: Sendable, Equatable {
    package struct File: Sendable, Hashable {
        package let path: String
        /// The name of the blob, in hexadecimal.
        package let blob: String
    }

    package struct Unit: Sendable, Equatable {
        package let system: String
        /// The documents that say what the system is: its own, its release package, the plans of the pinned name, and
        /// whatever else carries one of these names.
        package let documents: [File]
        /// The component files that ship.
        package let files: [File]
    }

    /// Trust roots and policies: they have a say in every system.
    package let governing: [File]
    /// Sorted by name.
    package let units: [Unit]
    private let unitsByName: [String: Unit]

    package init(governing: [File], units: [Unit]) {
        self.governing = governing
        self.units = units
        unitsByName = Dictionary(units.map { ($0.system, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func unit(_ system: String) -> Unit? { unitsByName[system] }
}

extension TreeOutline {
    private static let header = "imprimatur-outline/1"

    /// The outline in lines, for keeping; nil where a path would break a line.
    package var text: String? {
        func lines(_ files: [File], _ mark: String) -> [String] { files.map { "\(mark) \($0.blob) \($0.path)" } }
        let all = governing + units.flatMap { $0.documents + $0.files }
        guard all.allSatisfy({ !$0.path.contains { $0.isNewline } && !$0.path.contains("\u{FFFD}") }) else {
            return nil
        }
        let units = units.flatMap {
            ["system \($0.system)"] + lines($0.documents, "document") + lines($0.files, "file")
        }
        return ([Self.header] + lines(governing, "governing") + units + ["end", ""]).joined(separator: "\n")
    }

    /// Nil for anything that is not a whole outline.
    package init?(text: String) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, let last = lines.last, first.elementsEqual(Self.header.utf8),
            last.elementsEqual("end".utf8)
        else { return nil }
        var governing: [File] = []
        var units: [Unit] = []
        var open: (system: String, documents: [File], files: [File])?
        func close() -> [Unit] {
            open.map { [Unit(system: $0.system, documents: $0.documents, files: $0.files)] } ?? []
        }
        for line in lines.dropFirst().dropLast() {
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard let mark = words.first.map(Substring.init), words.count > 1 else { return nil }
            if mark == "system" {
                units += close()
                open = (String(decoding: words[1], as: UTF8.self), [], [])
                continue
            }
            guard words.count == 3 else { return nil }
            let file = File(
                path: String(decoding: words[2], as: UTF8.self), blob: String(decoding: words[1], as: UTF8.self))
            switch mark {
            case "governing": governing.append(file)
            case "document": open?.documents.append(file)
            case "file": open?.files.append(file)
            default: return nil
            }
        }
        self.init(governing: governing, units: units + close())
    }
}

/// Keeps outlines of trees, which never change. What it gives back is only used to save work in showing differences;
/// no verdict rests on it.
package protocol OutlineStore {
    func outline(ofTree id: String) -> TreeOutline?
    func keep(_ outline: TreeOutline, ofTree id: String)
}
