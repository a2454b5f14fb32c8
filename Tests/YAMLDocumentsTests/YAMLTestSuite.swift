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

struct YAMLTestSuiteEvents {
    @Test(
        "Every case of the YAML test suite gives its events, or fails if it must",
        .enabled(if: YAMLTestSuite.folder != nil))
    func events() throws {
        #expect(YAMLTestSuite.cases.count >= 400)
        for testCase in YAMLTestSuite.cases {
            let bytes = try #require(testCase.bytes("in.yaml"))
            let result = EventText.events(of: bytes)
            if testCase.mustFail {
                #expect(result.mistake != nil, "\(testCase.id) must fail")
            } else {
                let expected = String(decoding: try #require(testCase.bytes("test.event")), as: UTF8.self)
                    .split(separator: "\n").map(String.init)
                #expect(result.mistake?.message == nil, "\(testCase.id) must parse")
                #expect(result.lines == expected, "\(testCase.id)")
            }
        }
    }
}
