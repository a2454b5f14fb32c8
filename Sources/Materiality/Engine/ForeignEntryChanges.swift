import PackageContents
import PlanModel
import SourceText

/// Symbolic links and submodules that came, went or lead elsewhere: what stands behind them is not in the tree, so that
/// nobody can say what changed. A release with one is refused anyway; a difference must not be silent about it.
enum ForeignEntryChanges {
    static func changes(_ context: ComparisonContext) -> [Change] {
        let (old, new) = (context.base.closure.foreignEntries, context.head.closure.foreignEntries)
        return Set(old.keys).union(new.keys).sorted().compactMap { path in
            let (before, after) = (old[path], new[path])
            guard let entry = after ?? before, before != after else { return nil }
            func side(_ entry: PackageClosure.ForeignEntry?) -> ChangeSide? {
                entry.map { entry in
                    let what = entry.file.mode == .symlink ? "symbolic link" : "submodule"
                    return ChangeSide(
                        entry.file.blob.map { "\(what) \($0.prefix(12))" } ?? what, at: .file(path: path))
                }
            }
            return Change(
                Claim(
                    FileRules.of(entry.category).opaqueChanged,
                    "\(path) is a link to content outside this tree, which cannot be compared. Replace it by the file itself."
                ),
                Subject(category: ChangeCategory(entry.category), id: path), field: nil, path: path,
                action: before == nil ? .add : after == nil ? .remove : .change, old: side(before), new: side(after))
        }
    }
}
