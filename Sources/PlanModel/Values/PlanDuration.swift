/// A span of time as documents write it: a whole number and `m`, `h`, `d` or `w`.
package struct PlanDuration: Sendable, Hashable, Comparable {
    package let seconds: Int64

    /// Nil unless `text` is a positive whole number with one of the four units.
    package init?(_ text: String) {
        guard let unit = text.last, let count = Int64(text.dropLast()), count > 0, text.first != "+" else { return nil }
        let secondsPerUnit: Int64
        switch unit {
        case "m": secondsPerUnit = 60
        case "h": secondsPerUnit = 3_600
        case "d": secondsPerUnit = 86_400
        case "w": secondsPerUnit = 7 * 86_400
        default: return nil
        }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: secondsPerUnit)
        guard !overflow else { return nil }
        self.seconds = seconds
    }

    package static func < (left: PlanDuration, right: PlanDuration) -> Bool { left.seconds < right.seconds }
}
