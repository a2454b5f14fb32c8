import Foundation
import PlanModel
import PlanRules
import Snapshots
import SourceText
import Testing
struct Disk: FileContents { let root: String; func bytes(of f: ListedFile) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: root + "/" + f.path))) } }
@Test func example() throws {
    let root = "/tmp/example"
    var files: [ListedFile] = []
    for case let p as String in FileManager.default.enumerator(atPath: root)! {
        var d: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: root + "/" + p, isDirectory: &d)
        if !d.boolValue { files.append(ListedFile(rawPath: Array(p.utf8), mode: .file, blob: nil)) }
    }
    let clock = ContinuousClock()
    var snap: Snapshot?
    let t = try clock.measure { snap = try SnapshotLoader.snapshot(of: FileListing(files, contents: Disk(root: root)), label: "x") }
    var fs: [Finding] = []
    let t2 = try clock.measure { fs = try RuleCatalogue.findings(in: snap!, now: Timestamp(secondsSince1970: 1_795_446_000)) }
    for f in fs { print("DUMP", f.location.label, f.rule, f.message, f.mend) }
    print("DUMP", snap!.documents.all.count, t, t2)
}
