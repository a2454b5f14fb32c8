import Approvals
import GitObjects
import PackageContents
import PlanModel
import Snapshots
import SourceText
import TestSupport
import Testing

/// No change of a byte of a signed statement, or of the version that it agrees with, leaves it valid.
struct StatementMutationTests {
    private struct Tree {
        let bench: TrustBench
        let statement: String
        let files: FileListing

        init() throws {
            bench = try TrustBench()
            try bench.repository.addTrustVersion()
            statement = try bench.repository.signTrust(2, as: .lena)
            #expect(try bench.codes() == [])
            // Hundreds of trees are read: without what the trust root does not need.
            let all = try bench.frozen().files
            let needed = try all.all().filter { file in
                ["imprimatur.yaml", "governance/trust/", "governance/statements/"].contains { file.path.hasPrefix($0) }
            }
            files = FileListing(needed, contents: all.contents)
        }

        func bytes(_ path: String) throws -> [UInt8] {
            let file = try #require(try files.file(path))
            return try files.source(file).bytes
        }

        func codes(_ files: FileListing) throws -> [String] {
            let snapshot = try SnapshotLoader.snapshot(of: files, label: "a tree")
            return try TrustExamination(of: snapshot, pin: bench.pin).failures.map(\.code)
        }
    }

    /// The file is named after what it says now, so that nothing but the signature stands in the way.
    @Test func everyByteOfAStatement() throws {
        let tree = try Tree()
        let original = try tree.bytes(tree.statement)
        let marker = Array("-----BEGIN ".utf8)
        for place in original.indices {
            var bytes = original
            bytes[place] ^= 1
            let start = bytes.indices.first { bytes[$0...].starts(with: marker) } ?? bytes.count
            let id = ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + bytes[..<start])
            let files = tree.files.replacing(tree.statement, with: nil)
                .replacing("governance/statements/\(id).tag", with: bytes)
            #expect(try tree.codes(files).contains("root-threshold"), "byte \(place)")
        }
    }

    @Test func everyByteOfTheVersion() throws {
        let tree = try Tree()
        let path = "governance/trust/2.yaml"
        let original = try tree.bytes(path)
        for place in stride(from: 0, to: original.count, by: 7) {
            var bytes = original
            bytes[place] ^= 1
            #expect(try !tree.codes(tree.files.replacing(path, with: bytes)).isEmpty, "byte \(place)")
        }
    }
}
