import Foundation
import SourceText
import Testing

@testable import YAMLDocuments

/// libyaml 0.2.5 as an oracle: where both parsers accept a text, they must see the same in it.
///
/// It is not one for what the YAML test suite shows it to get wrong: `?` before text in brackets, colons in names,
/// separators of YAML 1.1, a last line without a break in a block of text.
struct LibyamlAgreementTests {
    private static let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("Every YAML file of the checkout gives the same events")
    func checkout() throws {
        var compared = 0
        for folder in ["examples", "Tests/Fixtures", "schemas"] {
            let root = Self.checkout.appendingPathComponent(folder)
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
            for path in paths where [".yaml", ".yml", ".json"].contains(where: { path.hasSuffix($0) }) {
                let data = try #require(FileManager.default.contents(atPath: root.appendingPathComponent(path).path))
                guard let expected = LibyamlEvents.lines(of: Array(data)) else { continue }
                let found = EventText.events(of: Array(data))
                #expect(found.lines == expected, "\(folder)/\(path) \(found.mistake?.message ?? "")")
                compared += 1
            }
        }
        #expect(compared > 30)
    }

    @Test("Damaged texts that both accept give the same events", arguments: 0..<4)
    func damaged(part: Int) {
        var compared = 0
        for number in 0..<800 {
            var numbers = SplitMix64(state: UInt64(part * 1_000 + number))
            var bytes = Mutation.apply(to: Self.seeds[part], with: Array(" \n:-,[]{}#'\"|>".utf8), &numbers)
            if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            let found = EventText.events(of: bytes)
            guard found.mistake == nil, let expected = LibyamlEvents.lines(of: bytes) else { continue }
            #expect(found.lines == expected, "\(String(decoding: bytes, as: UTF8.self))")
            compared += 1
        }
        #expect(compared > 80)
    }

    private static let seeds: [[UInt8]] = [
        "name: a-b\nlabels: {team: \"x\", region: 'eu'}\nsteps:\n  - id: one\n    percent: 5\n  - id: two\n    health: [a, b: c, {d: [e]}]\n",
        "text: |\n  line one\n\n    line two\n  three\nfolded: >-\n  some words\n  more words\n\n   spaced\n\n  end\nlast: x\n",
        "a: one two\n  three # comment\nb: \"quoted \\u00e9\n\n  folded \\\n  line\"\nc: 'it''s\n  here'\n---\n- - deep\n  - 1\n-\n  - x: y\n    z:\n    - v\n...\n",
        "größe:\n- a\n- b:\n    c\n  d: e # f\n\nlist: [\n  1,\n  \"x\" : y ]\nmap: {k: v,\n  l: m}\nend: 2.5\n",
    ].map { Array($0.utf8) }
}
