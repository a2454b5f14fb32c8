import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Files that stand for content elsewhere: what they name, and what is wrong with them.
struct PointerTests {
    private static let digest = String(repeating: "0123456789abcdef", count: 4)
    private static let version = "version https://git-lfs.github.com/spec/v1\n"
    private static let good = "\(version)oid sha256:\(digest)\nsize 4711\n"

    private static func read(_ path: String, _ text: String) -> ComponentReading? {
        ComponentFormats.recognise(SourceFile(path: path, bytes: Array(text.utf8)), category: .retrieval)
    }

    @Test("A Git LFS pointer gives digest and size with their places")
    func parts() throws {
        let reading = try #require(Self.read("a.bin", Self.good))
        let pointer = try #require(reading.pointer)
        #expect(pointer.parts.map(\.name) == ["oid", "size"])
        #expect(pointer.parts.map(\.value) == ["sha256:\(Self.digest)", "4711"])
        #expect(pointer.parts.map { pointer.source.text($0.range) } == pointer.parts.map(\.value))
        #expect(reading.contentDigests == ["sha256:\(Self.digest)"] && reading.defects.isEmpty)
    }

    @Test(
        "A pointer of an early version, or with extensions, is one",
        arguments: [
            ("version https://hawser.github.com/spec/v1\noid sha256:\(digest)\nsize 0\n", 0),
            ("version http://git-media.io/v/2\noid sha256:\(digest)\nsize 12\n", 0),
            ("\(version)ext-0-case sha256:\(digest)\noid sha256:\(digest)\nsize 12\n", 1),
            ("\(version)ext-0-case sha256:\(digest)\next-1-zip sha256:\(digest)\noid sha256:\(digest)\nsize 12\n", 2),
            ("\(version)oid sha256:\(digest)\nsize 12\nx-note of another tool\n", 1),
        ])
    func variants(_ text: String, _ others: Int) throws {
        let reading = try #require(Self.read("a.bin", text))
        #expect(reading.defects.isEmpty && reading.pointer?.others.count == others, "\(reading.defects)")
    }

    @Test(
        "A pointer that git-lfs would refuse has a defect at the place of the mistake",
        arguments: [
            ("\(version)oid sha256:abc\nsize 12\n", "sha256:abc"),
            ("\(version)oid sha256:\(digest.uppercased())\nsize 12\n", "sha256:\(digest.uppercased())"),
            ("\(version)oid md5:\(digest)\nsize 12\n", "md5:\(digest)"),
            ("\(version)oid sha256:\(digest)\nsize twelve\n", "twelve"),
            ("\(version)oid sha256:\(digest)\nsize -1\n", "-1"),
            ("\(version)oid sha256:\(digest)\nsize 012\n", "012"),
            ("\(version)size 12\noid sha256:\(digest)\n", "oid sha256:\(digest)"),
            ("\(version)oid sha256:\(digest)\noid sha256:\(digest)\nsize 12\n", "oid sha256:\(digest)"),
            ("\(version)oid sha256:\(digest)\nsize 12", "size 12"),
            ("\(version)oid sha256:\(digest)\nsize 12\n\n", ""),
            ("\(version)oid  sha256:\(digest)\nsize 12\n", "oid  sha256:\(digest)"),
            ("\(version)oid sha256:\(digest)\r\nsize 12\r\n", "oid sha256:\(digest)\r"),
            ("\(version)ext-0-case abc\noid sha256:\(digest)\nsize 12\n", "abc"),
            (
                "version https://git-lfs.github.com/spec/v2\noid sha256:\(digest)\nsize 12\n",
                "https://git-lfs.github.com/spec/v2"
            ),
            ("\(version)size 12\n", "\(version)size 12\n"),
            ("\(version)oid sha256:\(digest)\n", "\(version)oid sha256:\(digest)\n"),
            (good + String(repeating: "x y\n", count: 256), good + String(repeating: "x y\n", count: 256)),
        ])
    func refused(_ text: String, _ place: String) throws {
        let source = SourceFile(path: "a.bin", bytes: Array(text.utf8))
        let reading = try #require(ComponentFormats.recognise(source, category: .retrieval))
        let defect = try #require(reading.defects.first)
        #expect(source.text(defect.range) == place)
        #expect(reading.pointer == nil && defect.mend.hasSuffix("."))
    }

    @Test(
        "A text about pointers is none", arguments: ["Version https://git-lfs.github.com/spec/v1\n", "version 1\n", ""])
    func text(_ text: String) { #expect(Self.read("a.bin", text) == nil) }

    // MARK: DVC

    private static let md5 = "50534ba335ecf2b3a797a259307e4ccf"

    @Test(
        "Files of DVC name their content",
        arguments: [
            ("a.dvc", "outs:\n- {md5: \(md5).dir, size: 1, nfiles: 2, hash: md5, path: a}\n", "dvc", ["\(md5).dir"]),
            ("a.dvc", "outs:\n- {etag: '\"x\"', path: 's3://b/a', push: false}\n", "dvc", ["\"x\""]),
            (
                "a.dvc", "outs:\n- path: a\n  files:\n  - {md5: \(md5), version_id: v7, relpath: x}\n", "dvc",
                [md5, "v7"]
            ),
            (
                "a.dvc",
                "md5: \(md5)\nfrozen: true\nwdir: ..\ndeps:\n- path: a\n  repo: {url: x, rev: v1, rev_lock: \(md5)}\nouts:\n- {md5: \(md5), path: a}\n",
                "dvc", [md5]
            ),
            (
                "dvc.lock",
                "schema: '2.0'\nstages:\n  embed:\n    cmd: python embed.py\n    deps:\n    - {path: docs, md5: \(md5)}\n    outs:\n    - {path: index, hash: md5, md5: \(md5).dir, size: 5}\n",
                "dvc-lock", ["\(md5).dir"]
            ),
            (
                "dvc.yaml", "stages:\n  embed:\n    cmd: python embed.py\n    deps: [docs]\n    outs: [index]\n",
                "dvc-pipeline", []
            ),
        ])
    func dvc(_ path: String, _ text: String, _ format: String, _ digests: [String]) throws {
        let reading = try #require(Self.read(path, text))
        #expect(reading.format.name == format && reading.defects.isEmpty, "\(reading.defects)")
        #expect(reading.contentDigests == digests)
    }

    @Test(
        "A file of DVC that names no content has a defect at its place",
        arguments: [
            ("a.dvc", "deps:\n- {path: a}\n", "deps:\n- {path: a}\n"), ("a.dvc", "outs: none\n", "none"),
            ("a.dvc", "outs: []\n", "[]"), ("a.dvc", "outs:\n- path: a\n", "path: a"),
            ("a.dvc", "outs:\n- md5: \(md5)\n", "md5: \(md5)"), ("a.dvc", "outs:\n- {md5: xyz, path: a}\n", "xyz"),
            ("a.dvc", "just words", "just words"),
            ("dvc.lock", "schema: '1.0'\nstages: {}\n", "'1.0'"),
            ("dvc.lock", "embed:\n  cmd: x\n", "embed:\n  cmd: x\n"),
            ("dvc.lock", "schema: '2.0'\nstages: {e: {cmd: x, outs: [{path: a, md5: q}]}}\n", "q"),
        ])
    func dvcDefects(_ path: String, _ text: String, _ place: String) throws {
        let source = SourceFile(path: path, bytes: Array(text.utf8))
        let defect = try #require(ComponentFormats.recognise(source, category: .retrieval)?.defects.first)
        #expect(source.text(defect.range) == place)
        #expect(defect.mend.hasSuffix("."))
    }

    @Test("A file of DVC that is no YAML has the reader's defect")
    func syntax() throws {
        for text in ["outs: [", "outs:\n<<<<<<< HEAD\n- md5: \(Self.md5)\n=======\n", "", "a: 1\n---\nb: 2\n"] {
            let defect = try #require(Self.read("a.dvc", text)?.defects.first, "\(text)")
            #expect(!defect.message.isEmpty && !defect.mend.isEmpty)
        }
    }
}
