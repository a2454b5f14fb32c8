import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Configurations that put other files in place: they are compared as a whole, and the files that they include are part
/// of them.
struct Inclusions {
    private let old: Side
    private let new: Side

    init(_ pairs: [FilePairs.Pair], _ context: ComparisonContext) {
        old = Side(pairs.map { ($0.old, $0.category) }, context.base.files)
        new = Side(pairs.map { ($0.new, $0.category) }, context.head.files)
    }

    /// True for a file that is part of another one on every side that has it, when that one can be compared.
    func covers(_ pair: FilePairs.Pair) -> Bool {
        let includers = [pair.old.map { old.includers(of: $0.path) }, pair.new.map { new.includers(of: $0.path) }]
            .compactMap { $0 }
        guard includers.allSatisfy({ !$0.isEmpty }) else { return false }
        return includers.joined().allSatisfy { !old.broken.contains($0) && !new.broken.contains($0) }
    }

    /// True when what two equal files include is not equal.
    func differ(_ pair: FilePairs.Pair) -> Bool {
        guard let before = pair.old, let after = pair.new else { return false }
        let (one, other) = (old.parts(of: before.path), new.parts(of: after.path))
        return one.count != other.count || zip(one, other).contains { $0.path != $1.path || $0.bytes != $1.bytes }
    }

    private struct Side {
        /// The files that a file is put together from, by its path.
        private var partsByPath: [String: [SourceFile]] = [:]
        /// Which pairs of files include a file, by its path.
        private var includersByPath: [String: Set<Int>] = [:]
        /// Pairs of which this side includes something that is not there, or that cannot be read.
        private(set) var broken: Set<Int> = []

        init(_ files: [(source: SourceFile?, category: ComponentCategory)], _ shipped: [String: SourceFile]) {
            for (index, file) in files.enumerated() {
                guard let source = file.source, Self.mayInclude(source),
                    let reading = ComponentFormats.recognise(source, category: file.category, shipped: shipped)
                else { continue }
                if !reading.defects.isEmpty { broken.insert(index) }
                let parts = reading.settings?.parts.filter { $0.path != source.path } ?? []
                partsByPath[source.path] = parts
                for part in parts { includersByPath[part.path, default: []].insert(index) }
            }
        }

        func includers(of path: String) -> Set<Int> { includersByPath[path] ?? [] }

        func parts(of path: String) -> [SourceFile] { partsByPath[path] ?? [] }

        /// Cheap: most files include nothing.
        private static func mayInclude(_ source: SourceFile) -> Bool {
            let path = source.path.lowercased()
            guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return false }
            return source.bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "include".utf8) }
        }
    }
}
