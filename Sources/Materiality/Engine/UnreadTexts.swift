import ComponentFormats
import YAMLDocuments

/// Texts of a prompt's file that its format names as such, and that no prompt or reference was read from. The comparison
/// of prompts cannot find anything in them, which must not look like no change.
struct UnreadTexts {
    private let old: ReadTexts
    private let new: ReadTexts

    init(_ old: ComponentReading, _ new: ComponentReading) {
        self.old = ReadTexts(old)
        self.new = ReadTexts(new)
    }

    /// The edits that the comparison of prompts does not see.
    func edits(among edits: [SettingEdit]) -> [SettingEdit] {
        edits.filter { edit in
            guard edit.meaning == .promptText || edit.meaning == .promptReference else { return false }
            if edit.action == .change, let one = edit.old, let other = edit.new {
                // The same bytes as another type are another value for the tool.
                return !old.hasRead(one) || !new.hasRead(other) || one.scalarBytes == other.scalarBytes
            }
            return !(edit.old.map(old.hasReadOrNamed) ?? true) || !(edit.new.map(new.hasReadOrNamed) ?? true)
        }
    }
}

/// What was read of one side.
private struct ReadTexts {
    /// Bytes of the file, by where they start.
    private let ranges: [Range<Int>]
    /// The furthest end of the ranges up to each.
    private let ends: [Int]
    private let names: Set<String>
    private let hosted: [HostedPrompt]

    init(_ reading: ComponentReading) {
        let file = reading.settings?.source
        ranges = reading.prompts.flatMap(\.template.pieces)
            .filter { !$0.kind.isMark && $0.source === file }.map(\.range)
            .sorted { $0.lowerBound < $1.lowerBound }
        var furthest = 0
        ends = ranges.map { range in
            furthest = max(furthest, range.upperBound)
            return furthest
        }
        names = Set(reading.prompts.compactMap(\.name))
        hosted = reading.hostedPrompts
    }

    func hasRead(_ node: YAMLNode) -> Bool {
        leaves(node).allSatisfy { $0.scalarBytes.isEmpty || isInPrompt($0) || isInReference($0) }
    }

    /// A prompt that came, went or moved as a whole did so with its name.
    func hasReadOrNamed(_ node: YAMLNode) -> Bool {
        leaves(node).allSatisfy {
            $0.scalarBytes.isEmpty || isInPrompt($0) || isInReference($0) || names.contains($0.text)
        }
    }

    private func leaves(_ node: YAMLNode) -> [YAMLNode] {
        node.kind == .scalar
            ? [node] : node.entries.flatMap { leaves($0.value) } + node.items.flatMap { leaves($0) }
    }

    private func isInPrompt(_ leaf: YAMLNode) -> Bool {
        // The ranges that start before the leaf ends.
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < leaf.range.upperBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ends[low - 1] > leaf.range.lowerBound
    }

    /// A name or a pin: what else stands beside them decides nothing that is known.
    private func isInReference(_ leaf: YAMLNode) -> Bool {
        hosted.contains { prompt in
            guard prompt.range.lowerBound <= leaf.range.lowerBound, leaf.range.upperBound <= prompt.range.upperBound
            else { return false }
            switch prompt.pin {
            case .fixed(let pin), .floating(let pin?):
                return leaf.text == pin || leaf.text.contains(prompt.name)
            case .floating(nil):
                return leaf.text.contains(prompt.name)
            }
        }
    }
}
