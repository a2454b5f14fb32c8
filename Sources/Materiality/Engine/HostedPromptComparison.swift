import ComponentFormats
import SourceText

/// Compares which prompts of a service a file names, and what they are pinned to.
enum HostedPromptComparison {
    static func isSame(_ old: [HostedPrompt], _ new: [HostedPrompt]) -> Bool {
        old.map(Key.init) == new.map(Key.init) && old.map(\.pin) == new.map(\.pin)
    }

    static func changes(
        _ old: [HostedPrompt], _ new: [HostedPrompt], _ subject: Subject, format: FormatIdentity?
    ) -> [Change] {
        var rest = new
        var changes: [Change] = []
        func add(_ claim: Claim, _ one: HostedPrompt?, _ other: HostedPrompt?) {
            changes.append(
                Change(
                    claim, subject, field: (other ?? one)?.name, path: (other ?? one)?.source.path ?? "",
                    action: one == nil ? .add : other == nil ? .remove : .change, old: one.map(side),
                    new: other.map(side), format: format))
        }
        for one in old {
            // The same prompt with the same pin first, where a file names one twice.
            let index =
                rest.firstIndex { Key($0) == Key(one) && $0.pin == one.pin } ?? rest.firstIndex { Key($0) == Key(one) }
            guard let index else {
                add(Claim(PromptRules.removed, "The prompt \(one.name) of \(one.service) is no longer used."), one, nil)
                continue
            }
            let other = rest.remove(at: index)
            if let claim = claim(one, other) { add(claim, one, other) }
        }
        for other in rest {
            if case .floating = other.pin {
                add(
                    Claim(
                        PromptRules.referenceFloating,
                        "The prompt \(other.name) of \(other.service) is used as it stands there: it can change without a release."
                    ), nil, other)
            } else {
                add(Claim(PromptRules.added, "The prompt \(other.name) of \(other.service) is used."), nil, other)
            }
        }
        return changes
    }

    private static func claim(_ old: HostedPrompt, _ new: HostedPrompt) -> Claim? {
        guard old.pin != new.pin else { return nil }
        let step = "\(describe(old.pin)) became \(describe(new.pin))"
        switch (old.pin, new.pin) {
        case (.fixed, .floating):
            return Claim(
                PromptRules.referenceFloating, "The prompt \(new.name) can change without a release now: \(step).")
        case (.floating, .fixed):
            return Claim(PromptRules.referencePinned, "The prompt \(new.name) is always the same text now: \(step).")
        case (.fixed, .fixed), (.floating, .floating):
            return Claim(
                PromptRules.referenceChanged,
                "The prompt \(new.name) is another text, which only \(new.service) has: \(step).")
        }
    }

    private static func describe(_ pin: HostedPrompt.Pin) -> String {
        switch pin {
        case .fixed(let version): "version \(version)"
        case .floating(let label?): "whatever \(label) stands for"
        case .floating(nil): "whatever is current"
        }
    }

    private static func side(_ prompt: HostedPrompt) -> ChangeSide {
        ChangeSide(prompt.source.text(prompt.range), at: prompt.location)
    }

    private struct Key: Hashable {
        let service: String
        let name: String

        init(_ prompt: HostedPrompt) {
            service = prompt.service
            name = prompt.name
        }
    }
}
