import FuzzInvariants
import GitObjects

/// Any bytes as a tree: the entries make the tree again, and no two have one name.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let entries = try? TreeObject.entries(bytes) else { return 0 }
    var rebuilt: [UInt8] = []
    for entry in entries {
        // A mode may begin with `0`.
        while rebuilt.count < bytes.count, bytes[rebuilt.count] == UInt8(ascii: "0") {
            rebuilt.append(UInt8(ascii: "0"))
        }
        rebuilt += Array(entry.mode.rawValue.utf8) + [UInt8(ascii: " ")] + entry.name + [0] + entry.id.bytes
    }
    require(rebuilt == bytes, "the entries are the tree")
    require(Set(entries.map(\.name)).count == entries.count, "each name once")
    require(entries.allSatisfy { !$0.name.isEmpty && !$0.name.contains(0) }, "every entry has a name")
    return 0
}
