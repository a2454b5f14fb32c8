import PackageContents
import PlanModel
import SourceText
import Testing

@testable import Materiality

/// Small edits at random places. The generator has a fixed seed, so that a failure stays.
struct MutationTests {
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

    /// Component files: a change of one byte is always found, and called nothing only where it is a comment, a
    /// description, or other white space between values.
    @Test("No edit of a shipped file goes unseen")
    func everyEdit() throws {
        var generator = Generator(state: 20_261_116)
        let base = try SmallWorld.unit(SmallWorld.files)
        let paths = base.closure.entries.filter { $0.category != nil }.map(\.file.path)
        let letters: [Character] = ["x", " ", "\n", ".", "-", "{", "}", "0", "#", "\"", "!", "N", "é", ":"]
        for _ in 0..<250 {
            let path = paths.randomElement(using: &generator) ?? ""
            var text = Array(SmallWorld.files[path] ?? "")
            guard !text.isEmpty else { continue }
            let place = Int.random(in: 0..<text.count, using: &generator)
            let letter = letters.randomElement(using: &generator) ?? "x"
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: text[place] = letter
            case 1: text.insert(letter, at: place)
            default: text.remove(at: place)
            }
            guard String(text) != SmallWorld.files[path] else { continue }
            var files = SmallWorld.files
            files[path] = String(text)
            let comparison = MaterialityEngine.compare(base: base, head: try SmallWorld.unit(files), policy: nil)
            #expect(!comparison.changes.isEmpty, "\(path) at \(place): \(letter)")
            if comparison.changeClass == .none {
                #expect(
                    isHarmless(String(text), in: SmallWorld.files[path] ?? ""),
                    "\(path) at \(place): \(letter)\n\(String(text))")
            }
        }
    }

    /// The same words outside comments, quotes and white space left out; or a description.
    private func isHarmless(_ new: String, in old: String) -> Bool {
        func core(_ text: String) -> String {
            text.split(separator: "\n").map { line in
                let code =
                    line.hasPrefix("description:")
                    ? "" : line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                return String(code.filter { !$0.isWhitespace && $0 != "\"" })
            }.joined()
        }
        return core(new) == core(old)
    }
}
