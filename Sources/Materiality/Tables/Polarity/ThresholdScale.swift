/// Where a setting stood and where it stands on its scale: what a picture of the step needs.
package struct ThresholdScale: Sendable, Hashable {
    package enum Steps: Sendable, Hashable {
        /// Decimal numbers as written. Nil where the scale has no bound that is known.
        case numbers(least: String?, greatest: String?)
        /// From the laxest to the strictest. Of words in one step none is known to be the stricter.
        case words([[String]])
    }

    /// The end of the scale that stops more: for words always the last.
    package enum StricterEnd: String, Sendable { case lower, higher }

    package struct Mark: Sendable, Hashable {
        package let value: String
        /// True where the key is absent, so that the tool's default is in force.
        package let isDefault: Bool
    }

    package let steps: Steps
    package let stricterEnd: StricterEnd
    package let old: Mark
    package let new: Mark

    init(_ row: Polarity.Row, old: Mark, new: Mark) {
        switch row.stricter {
        case .whenLower, .whenHigher:
            steps = .numbers(least: row.bounds.least, greatest: row.bounds.greatest)
            stricterEnd = row.stricter == .whenLower ? .lower : .higher
        case .inTiers(let tiers):
            steps = .words(tiers.reversed())
            stricterEnd = .higher
        }
        self.old = old
        self.new = new
    }
}
