/// What the classes of a change mean, for readers who meet them for the first time.
enum ClassWords {
    static func ink(_ changeClass: String) -> Ink {
        switch changeClass {
        case "critical", "removed": .error
        case "material": .warning
        case "initial": .note
        default: .good
        }
    }

    /// A sentence without a final full stop, such as `can change how the system behaves`; nil for an unknown class.
    static func meaning(_ changeClass: String) -> String? {
        switch changeClass {
        case "none": "nothing that ships behaves differently"
        case "minor": "a small change, within what was evaluated"
        case "material": "the system can behave differently, so evaluations are needed again"
        case "critical": "a protection gets weaker, or the system serves another purpose"
        case "removed": "the system is no longer there"
        case "initial": "the first release, with nothing before it to compare"
        default: nil
        }
    }
}
