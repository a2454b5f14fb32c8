import Foundation
import SourceText
import Testing

@testable import YAMLDocuments

/// The official YAML test suite (its data form: one folder a case), where it is: in the folder that the environment
/// variable YAML_TEST_SUITE names, or in `../shared/conformance/yaml-test-suite` beside the checkout.
enum YAMLTestSuite {
    struct Case: Sendable, CustomTestStringConvertible {
        let id: String
        let folder: URL

        var testDescription: String { id }
        var mustFail: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("error").path) }
        func bytes(_ name: String) -> [UInt8]? {
            FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map { Array($0) }
        }
    }

    static let folder: URL? = {
        let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let beside = checkout.appendingPathComponent("../shared/conformance/yaml-test-suite").standardizedFileURL
        let folder =
            ProcessInfo.processInfo.environment["YAML_TEST_SUITE"].map { URL(fileURLWithPath: $0) } ?? beside
        let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("229Q/in.yaml").path)
        if !isThere { print("YAML test suite: skipped, \(folder.path) is not there") }
        return isThere ? folder : nil
    }()

    static let cases: [Case] = {
        guard let folder else { return [] }
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return paths.filter { $0.hasSuffix("/in.yaml") && !$0.hasPrefix("name/") && !$0.hasPrefix("tags/") }
            .map { String($0.dropLast("/in.yaml".count)) }.sorted()
            .map { Case(id: $0, folder: folder.appendingPathComponent($0)) }
    }()
}

struct YAMLTestSuiteTests {
    @Test(
        "Every case of the YAML test suite gives its events, or fails if it must",
        .enabled(if: YAMLTestSuite.folder != nil))
    func events() throws {
        #expect(YAMLTestSuite.cases.count >= 400)
        for testCase in YAMLTestSuite.cases {
            let bytes = try #require(testCase.bytes("in.yaml"))
            let result = EventText.events(of: bytes)
            if testCase.mustFail {
                let mistake = try #require(result.mistake, "\(testCase.id) must fail")
                #expect(mistake.range.upperBound <= bytes.count, "\(testCase.id)")
            } else {
                let expected = String(decoding: try #require(testCase.bytes("test.event")), as: UTF8.self)
                    .split(separator: "\n").map(String.init)
                #expect(result.mistake?.message == nil, "\(testCase.id) must parse")
                #expect(result.lines == expected, "\(testCase.id)")
            }
        }
    }

    private struct Refusal {
        /// Part of the message.
        let message: String
        let reason: String
        let ids: Set<String>
    }

    /// What the reader refuses although YAML allows it: everything that two readers may understand differently, or
    /// that has no counterpart in the JSON data model that schemas speak of.
    private static let refusals = [
        Refusal(
            message: "a key must be plain text",
            reason: "schemas name keys; a list or mapping as a key has no name, and most readers cannot hold it",
            ids: [
                "4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8/01", "M5DY", "Q9WF", "RZP5", "SBG9", "V9D5",
                "X38W", "XW4D",
            ]),
        Refusal(
            message: "a key without text",
            reason: "a colon without a key is almost always a slip; an empty key that is meant can be written as \"\"",
            ids: [
                "2JQS", "6M2F", "CFD4", "DFF7", "FH7J", "FRK4", "M2N8/00", "NHX8", "NKF9", "PW8X", "S3PD", "SM9W/01",
                "UKK6/00", "WZ62",
            ]),
        Refusal(
            message: "is not read here",
            reason:
                "a tag beyond the core schema's makes its readers build something else; ignoring it would hide that",
            ids: [
                "2XXW", "565N", "5TYM", "6CK3", "6WLZ", "7FWL", "9WXW", "C4HZ", "CC74", "CUP7", "J7PZ", "M5C3", "P76L",
                "UGM3", "Z67P", "Z9M4",
            ]),
    ]

    @Test(
        "The reader refuses what must fail, and of the rest only what it refuses on purpose",
        .enabled(if: YAMLTestSuite.folder != nil))
    func reader() throws {
        var refused: [String: Set<String>] = [:]
        var compared = 0
        for testCase in YAMLTestSuite.cases {
            let bytes = try #require(testCase.bytes("in.yaml"))
            let stream = YAMLReader.read(SourceFile(path: testCase.id, bytes: bytes))
            let errors = stream.problems.filter { $0.severity == .error }
            if testCase.mustFail {
                #expect(!errors.isEmpty, "\(testCase.id) must fail")
                continue
            }
            if let first = errors.first {
                let refusal = Self.refusals.first { first.message.contains($0.message) }
                refused[refusal?.message ?? first.message, default: []].insert(testCase.id)
                continue
            }
            guard let expected = testCase.bytes("in.json") else { continue }
            #expect(stream.documents.map { json($0.root) } == jsonValues(expected), "\(testCase.id)")
            compared += 1
        }
        for refusal in Self.refusals {
            #expect(refused.removeValue(forKey: refusal.message) ?? [] == refusal.ids, "\(refusal.reason)")
        }
        #expect(refused.isEmpty, "refused without a reason in the table")
        #expect(compared > 200)
    }

    /// The values of a file of JSON values one behind the other.
    private func jsonValues(_ bytes: [UInt8]) -> [String] {
        var values: [String] = []
        var start = 0
        var depth = 0
        var inString = false
        var index = 0
        func finish(_ end: Int) {
            let piece = Array(bytes[start..<end])
            guard piece.contains(where: { $0 > 0x20 }) else { return }
            let stream = JSONReader.read(SourceFile(path: "in.json", bytes: piece))
            values += stream.documents.map { json($0.root) }
        }
        while index < bytes.count {
            let byte = bytes[index]
            if inString {
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == UInt8(ascii: "\"") { inString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                case UInt8(ascii: "\n") where depth == 0:
                    finish(index)
                    start = index
                default: break
                }
            }
            index += 1
        }
        finish(bytes.count)
        return values
    }
}
