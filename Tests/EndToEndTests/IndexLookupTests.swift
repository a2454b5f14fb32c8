import GitObjects
import TestSupport
import Testing

/// The index's paths are C strings; a wanted path may come from a glob and hold a NUL.
struct IndexLookupTests {
    @Test func nothingIsReadBehindTheEndOfAPath() throws {
        let repository = try TestRepository()
        try repository.write("a.txt", "a\n")
        try repository.write("b.txt", "b\n")
        try repository.git(["add", "--all"])
        let index = try Repository(holding: repository.path).index()
        let wanted = Array("a.txt\0".utf8)
        #expect(!index.hasPrefix(wanted, at: 0))
        #expect(index.lowerBound(wanted) == 1)
        #expect(!index.hasPrefix(wanted + Array("beyond the end of the string".utf8), at: 0))
        #expect(index.hasPrefix(Array("a.t".utf8), at: 0))
        #expect(index.lowerBound(Array("a.txt".utf8)) == 0)
    }
}
