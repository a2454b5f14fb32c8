import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import Testing

@testable import Materiality

/// Small edits at random places of Colang and RAIL files: each is found, and called nothing only where a comment or
/// layout is all that differs. The generator has a fixed seed, so that a failure stays.
struct GuardrailMutationTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let files = [
        "guardrails/a.co": """
        # A note.
        define user ask "x"
          "who # wins"

        define subflow check terms
          $is_bad = execute check
          # Say why.
          if $is_bad
            bot refuse
            stop
        """,
        "guardrails/b.co": """
        import core
        @active
        flow check terms $a = 1 -> $b
          '''Never
          lie.'''
          await check 'it # is' # so
          abort
        """,
        "guardrails/c.rail": """
        <?xml version="1.0"?>
        <rail version="0.1"><!-- a note -->
        <output type="string" validators="a/b: 1; c" on-fail-a_b="fix" on-fail-d='noop'>
          <string name='n' text="x"/> </output>
        <prompt>Never &amp; ever <![CDATA[<lie>]]>
          twice.</prompt>
        </rail>
        """,
    ]

    @Test("No edit of a Colang or RAIL file goes unseen", arguments: files.keys.sorted())
    func everyEdit(_ path: String) throws {
        var generator = Generator(state: 20_261_124)
        let text = Array(try #require(Self.files[path]))
        let base = try SmallWorld.unit([path: String(text)].merging(SmallWorld.files) { $1 })
        let letters: [Character] = [
            "x", " ", "\n", "#", "\"", "'", "<", ">", "&", ";", "@", "$", "-", "\u{E9}", "/", "=",
        ]
        for _ in 0..<50 {
            var edited = text
            let place = Int.random(in: 0..<text.count, using: &generator)
            let letter = letters.randomElement(using: &generator) ?? "x"
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: edited[place] = letter
            case 1: edited.insert(letter, at: place)
            default: edited.remove(at: place)
            }
            guard edited != text else { continue }
            let head = try SmallWorld.unit([path: String(edited)].merging(SmallWorld.files) { $1 })
            let comparison = MaterialityEngine.compare(base: base, head: head, policy: nil)
            #expect(!comparison.changes.isEmpty, "\(place): \(letter)")
            guard comparison.changeClass == .none else { continue }
            #expect(
                Self.core(String(edited), path) == Self.core(String(text), path),
                "\(place): \(letter)\n\(String(edited))")
        }
    }

    /// What is left without comments, white space and quotes.
    private static func core(_ text: String, _ path: String) -> String {
        var rest = text
        if path.hasSuffix(".rail") {
            while let start = rest.firstRange(of: "<!--"), let end = rest[start.upperBound...].firstRange(of: "-->") {
                rest.removeSubrange(start.lowerBound..<end.upperBound)
            }
            while let start = rest.firstRange(of: "<?"), let end = rest[start.upperBound...].firstRange(of: "?>") {
                rest.removeSubrange(start.lowerBound..<end.upperBound)
            }
            return rest.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != ";" }
        }
        return rest.split(separator: "\n").map(withoutComment).joined().filter { !$0.isWhitespace }
    }

    /// A line up to the first `#` that is not inside quotes.
    private static func withoutComment(_ line: Substring) -> Substring {
        line.indices.first { index in
            let before = line[..<index]
            return line[index] == "#" && ["\"", "'"].allSatisfy { quote in before.count { $0 == quote } % 2 == 0 }
        }.map { line[..<$0] } ?? line
    }
}
