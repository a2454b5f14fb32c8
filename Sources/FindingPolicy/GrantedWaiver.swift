import SourceText

/// A waiver as it was written down, beside a line or in the project's settings.
struct GrantedWaiver {
    let rules: [RuleID]
    let waiver: Waiver
    /// False for a setting that gives another severity: it need not lower anything today.
    let hasToBeUsed: Bool

    func isExpired(at now: Timestamp) -> Bool {
        guard let until = waiver.until else { return false }
        // A day that cannot be read is refused elsewhere; here it holds for no day.
        return LastDay(until).map { $0.end < now } ?? true
    }
}

/// The last day on which something holds.
struct LastDay {
    /// The day's last second, in UTC.
    let end: Timestamp

    /// Nil for anything but a day that exists, as `2026-12-31`.
    init?(_ text: String) {
        guard text.utf8.count == 10, let end = Timestamp(rfc3339: text + "T23:59:59Z") else { return nil }
        self.end = end
    }
}
