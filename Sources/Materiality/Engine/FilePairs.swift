import PackageContents
import PlanModel
import SourceText

/// Which file of the base is compared with which file of the head.
struct FilePairs {
    struct Pair {
        let category: ComponentCategory
        /// Id of the component that names the file, or the file's path when only a governed path does.
        let subject: String
        let old: SourceFile?
        let new: SourceFile?

        /// Nil when both sides have the same bytes.
        var compared: ComparedFile? {
            guard old?.bytes != new?.bytes else { return nil }
            return ComparedFile(category: ChangeCategory(category), subject: subject, old: old, new: new)
        }
    }

    let pairs: [Pair]

    /// First by the component that names the files: an entry that points to another file is compared with what it
    /// pointed to. Then by path, then by equal bytes. What is left came or went.
    init(_ entries: ComponentEntries, _ context: ComparisonContext) {
        var builder = Builder()
        for item in entries.pairs {
            let old = entries.files(of: item.old, in: context.base)
            let new = entries.files(of: item.new, in: context.head)
            builder.name(old, new, subject: item.id)
            if let one = old.first, let other = new.first, old.count == 1, new.count == 1 {
                builder.pair(one, other)
            }
        }
        builder.pairRest(context.base.closure.entries, context.head.closure.entries)
        pairs = builder.pairs
    }
}

private struct Builder {
    private(set) var pairs: [FilePairs.Pair] = []
    private var pairedOld: Set<String> = []
    private var pairedNew: Set<String> = []
    private var oldSubjects: [String: String] = [:]
    private var newSubjects: [String: String] = [:]

    /// The first component that names a file gives it its subject.
    mutating func name(_ old: [PackageClosure.Entry], _ new: [PackageClosure.Entry], subject: String) {
        for entry in old where oldSubjects[entry.file.path] == nil { oldSubjects[entry.file.path] = subject }
        for entry in new where newSubjects[entry.file.path] == nil { newSubjects[entry.file.path] = subject }
    }

    mutating func pair(_ old: PackageClosure.Entry, _ new: PackageClosure.Entry) {
        let isKnown = pairs.contains { $0.old?.path == old.file.path && $0.new?.path == new.file.path }
        if !isKnown { add(old, new) }
    }

    mutating func pairRest(_ old: [PackageClosure.Entry], _ new: [PackageClosure.Entry]) {
        let newByPath = Dictionary(new.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
        // A path that both sides have is compared unless a component has led both of its files elsewhere.
        for entry in old where entry.category != nil {
            guard let other = newByPath[entry.file.path], other.category != nil else { continue }
            if !(pairedOld.contains(entry.file.path) && pairedNew.contains(entry.file.path)) { add(entry, other) }
        }
        var added = new.filter { $0.category != nil && !pairedNew.contains($0.file.path) }
        for entry in old where entry.category != nil && !pairedOld.contains(entry.file.path) {
            let index = added.firstIndex { $0.category == entry.category && $0.source.bytes == entry.source.bytes }
            add(entry, index.map { added.remove(at: $0) })
        }
        for entry in added { add(nil, entry) }
    }

    private mutating func add(_ old: PackageClosure.Entry?, _ new: PackageClosure.Entry?) {
        guard let category = new?.category ?? old?.category else { return }
        if let old { pairedOld.insert(old.file.path) }
        if let new { pairedNew.insert(new.file.path) }
        let subject = new.flatMap { newSubjects[$0.file.path] } ?? old.flatMap { oldSubjects[$0.file.path] }
        pairs.append(
            FilePairs.Pair(
                category: category, subject: subject ?? new?.file.path ?? old?.file.path ?? "", old: old?.source,
                new: new?.source))
    }
}
