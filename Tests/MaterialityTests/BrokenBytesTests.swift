import SourceText
import Testing

@testable import Materiality

/// Files that are text but for a byte.
struct BrokenBytesTests {
    private static let path = "prompts/shop.md"
    private static let text = "Be kind.\n\nNever guess.\n"

    private static func changes(_ old: [UInt8], _ new: [UInt8]) throws -> [Change] {
        func unit(_ bytes: [UInt8]) throws -> ReleaseUnit {
            let files = SmallWorld.files.merging([path: ""]) { $1 }
            return try MemoryTree(files: files, binaries: [path: bytes])
                .unit(package: "release.yaml", system: "system.yaml", plan: "plan.yaml")
        }
        return MaterialityEngine.compare(base: try unit(old), head: try unit(new), policy: nil).changes
    }

    @Test("A byte that is no UTF-8 is named and located, and hides no prohibition that is gone")
    func broken() throws {
        let bytes = Array(Self.text.utf8)
        let broken = Array("Be kind.".utf8) + [0xC3, 0x28] + Array("\n".utf8)
        let changes = try Self.changes(bytes, broken)
        #expect(
            changes.map { "\($0.rule.id) \($0.changeClass.rawValue)" }.sorted()
                == ["prompt/opaque-changed material", "prompt/prohibition-removed critical"])
        let opaque = try #require(changes.first { $0.rule.id == "prompt/opaque-changed" })
        #expect(opaque.reason.contains("the byte 0xC3 at byte 8 of it is no UTF-8 text"))
        #expect(opaque.new?.location.label == "prompts/shop.md:1:9")
        // The way back says which side it is.
        let back = try #require(try Self.changes(broken, bytes).first { $0.rule.id == "prompt/opaque-changed" })
        #expect(back.reason.contains("at byte 8 of the file before it"))
    }

    @Test("A byte more in a file that is no text all along is still a change")
    func otherByte() throws {
        let changes = try Self.changes(Array(Self.text.utf8) + [0xFF], Array(Self.text.utf8) + [0xFE])
        #expect(changes.map(\.rule.id.rawValue) == ["prompt/opaque-changed"])
    }

    @Test("Letters that are no ASCII are text")
    func whole() throws {
        let changes = try Self.changes(Array(Self.text.utf8), Array("Be kind.\n\nNever gu\u{E9}ss.\n".utf8))
        #expect(changes.allSatisfy { $0.rule.id != "prompt/opaque-changed" } && !changes.isEmpty)
    }
}
