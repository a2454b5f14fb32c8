import Testing

@testable import GitObjects

/// The strict reading of trees.
struct TreeObjectTests {
    private func refusal(_ entries: [UInt8]...) -> MalformedObject? {
        do { _ = try TreeObject.entries(entries.flatMap { $0 }) } catch { return error }
        return nil
    }

    @Test func everyModeOfGit() throws {
        let bytes = [
            ("100644", "a"), ("100755", "b"), ("100664", "c"), ("120000", "d"), ("40000", "e"), ("160000", "f"),
        ]
        .flatMap { Objects.entry($0.0, $0.1) }
        let entries = try TreeObject.entries(bytes)
        #expect(entries.map(\.mode) == [.file, .executable, .groupWritable, .symlink, .folder, .submodule])
        #expect(try TreeObject.entries([]).isEmpty)
    }

    /// Some old programs wrote folders so; every reader takes it for a folder.
    @Test func leadingZeroOfAMode() throws {
        #expect(try TreeObject.entries(Objects.entry("040000", "a")).first?.mode == .folder)
    }

    /// A folder sorts as if its name ended in `/`.
    @Test func orderOfFoldersAndFiles() throws {
        let bytes = Objects.entry("100644", "a.b") + Objects.entry("40000", "a") + Objects.entry("100644", "a0")
        #expect(try TreeObject.entries(bytes).map { text($0.name) } == ["a.b", "a", "a0"])
        #expect(refusal(Objects.entry("40000", "a"), Objects.entry("100644", "a.b")) == .unsortedTree)
        #expect(refusal(Objects.entry("100644", "b"), Objects.entry("100644", "a")) == .unsortedTree)
    }

    @Test func oneNameTwice() {
        #expect(refusal(Objects.entry("100644", "a"), Objects.entry("100644", "a")) == .duplicateTreeEntry)
        #expect(refusal(Objects.entry("100644", "a"), Objects.entry("40000", "a")) == .duplicateTreeEntry)
        #expect(
            refusal(Objects.entry("100644", "a"), Objects.entry("100644", "a.b"), Objects.entry("40000", "a"))
                == .duplicateTreeEntry)
    }

    @Test(arguments: ["", ".", "..", ".git", ".GIT", "a/b"]) func namesThatNoFileMayHave(_ name: String) {
        #expect(refusal(Objects.entry("100644", name)) == .badTreeEntry)
    }

    @Test(arguments: ["100600", "644", "", "120777", "140000", "0"]) func modesThatGitDoesNotWrite(
        _ mode: String
    ) {
        #expect(refusal(Objects.entry(mode, "a")) == .badTreeEntry)
    }

    @Test func cutShort() {
        let entry = Objects.entry("100644", "a")
        for count in 1..<entry.count { #expect(refusal(Array(entry.prefix(count))) == .badTreeEntry) }
        #expect(refusal(entry, [0]) == .badTreeEntry)
    }
}
