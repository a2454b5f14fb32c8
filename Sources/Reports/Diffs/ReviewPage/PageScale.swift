import Materiality

/// A step of a threshold drawn on its scale. What the drawing shows stands in its label too.
struct PageScale {
    private static let width = 440
    /// Room at both ends of the axis, so that a mark at an end is whole.
    private static let margin = 14.0

    private let scale: ThresholdScale
    private let direction: ChangeRule.Direction

    init(_ scale: ThresholdScale, _ direction: ChangeRule.Direction) {
        self.scale = scale
        self.direction = direction
    }

    var html: HTML {
        switch scale.steps {
        case .numbers(let least, let greatest): line(least, greatest)
        case .words(let tiers): ladder(tiers.reversed())
        }
    }

    private func drawing(height: Int, _ label: String, @HTMLBuilder _ content: () -> [HTML]) -> HTML {
        HTML(
            .svg, .class("scale", direction.rawValue), .role("img"), .aria("label", label),
            .viewBox(width: Self.width, height: height), .svg(.width, Double(Self.width)),
            .svg(.height, Double(height)),
            content: content)
    }

    private func words(_ mark: ThresholdScale.Mark, _ side: String) -> String {
        "\(side) \(mark.value)" + (mark.isDefault ? " (default)" : "")
    }

    // MARK: Numbers

    private func line(_ least: String?, _ greatest: String?) -> HTML {
        guard let old = Double(scale.old.value), let new = Double(scale.new.value), old.isFinite, new.isFinite else {
            return .nothing
        }
        // A value beyond a bound is drawn where it is.
        let low = min(least.flatMap(Double.init) ?? 0, old, new)
        let high = max(greatest.flatMap(Double.init) ?? max(old, new) * 1.25, old, new)
        guard low < high else { return .nothing }
        func x(_ value: Double) -> Double {
            Self.margin + (value - low) / (high - low) * (Double(Self.width) - 2 * Self.margin)
        }
        let isLowStricter = scale.stricterEnd == .lower
        let ends = [isLowStricter ? "stricter" : "laxer", isLowStricter ? "laxer" : "stricter"]
        return drawing(height: 96, numbersLabel(least, greatest)) {
            HTML(.line, .class("axis"), .svg(.x1, x(low)), .svg(.x2, x(high)), .svg(.y1, 42), .svg(.y2, 42))
            if least != nil { Self.bound(x(low)) }
            if greatest != nil { Self.bound(x(high)) }
            HTML(.line, .class("step"), .svg(.x1, x(old)), .svg(.x2, x(new)), .svg(.y1, 42), .svg(.y2, 42))
            HTML(.circle, .class("before"), .svg(.cx, x(old)), .svg(.cy, 42), .svg(.r, 6))
            HTML(.circle, .class("now"), .svg(.cx, x(new)), .svg(.cy, 42), .svg(.r, 6))
            Self.text(words(scale.old, "before"), x: x(old), y: 22)
            Self.text(words(scale.new, "now"), x: x(new), y: 68, "now")
            HTML(.text, .class("end"), .svg(.x, 2), .svg(.y, 92)) {
                ([least, "← " + ends[0]].compactMap(\.self)).joined(separator: " ")
            }
            HTML(.text, .class("end"), .svg(.x, Double(Self.width - 2)), .svg(.y, 92), .textAnchor("end")) {
                ([ends[1] + " →", greatest].compactMap(\.self)).joined(separator: " ")
            }
        }
    }

    /// The axis goes no further.
    private static func bound(_ x: Double) -> HTML {
        HTML(.line, .class("axis"), .svg(.x1, x), .svg(.x2, x), .svg(.y1, 36), .svg(.y2, 48))
    }

    private func numbersLabel(_ least: String?, _ greatest: String?) -> String {
        let range: String
        switch (least, greatest) {
        case (let least?, let greatest?): range = " on a scale from \(least) to \(greatest)"
        case (let least?, nil): range = " on a scale from \(least)"
        case (nil, let greatest?): range = " on a scale up to \(greatest)"
        case (nil, nil): range = ""
        }
        return "\(words(scale.old, "before")), \(words(scale.new, "now"))\(range); \(scale.stricterEnd.rawValue) is "
            + "stricter"
    }

    /// Words over a place of the axis, kept inside the drawing.
    private static func text(_ words: String, x: Double, y: Double, _ name: String = "before") -> HTML {
        let half = 3.6 * Double(words.count)
        let anchor = x - half < 2 ? "start" : x + half > Double(width) - 2 ? "end" : "middle"
        let place = anchor == "start" ? min(x, 2) : anchor == "end" ? max(x, Double(width) - 2) : x
        return HTML(.text, .class("value", name), .svg(.x, place), .svg(.y, y), .textAnchor(anchor)) { words }
    }

    // MARK: Words

    private static let rung = 26.0

    /// - Parameter tiers: the strictest first.
    private func ladder(_ tiers: [[String]]) -> HTML {
        let old = tiers.firstIndex { $0.contains(scale.old.value) }
        let new = tiers.firstIndex { $0.contains(scale.new.value) }
        guard let old, let new, tiers.count > 1 else { return .nothing }
        func y(_ index: Int) -> Double { 32 + Self.rung * Double(index) }
        let height = Int(y(tiers.count - 1)) + 34
        let order = tiers.map { $0.joined(separator: " or ") }.joined(separator: ", ")
        let label = "\(words(scale.old, "before")), \(words(scale.new, "now")); from the strictest: \(order)"
        return drawing(height: height, label) {
            HTML(.text, .class("end"), .svg(.x, 2), .svg(.y, 12)) { "↑ stricter" }
            HTML(
                .line, .class("axis"), .svg(.x1, Self.margin), .svg(.x2, Self.margin), .svg(.y1, y(0)),
                .svg(.y2, y(tiers.count - 1)))
            HTML(
                .line, .class("step"), .svg(.x1, Self.margin), .svg(.x2, Self.margin), .svg(.y1, y(old)),
                .svg(.y2, y(new)))
            tiers.enumerated().map { index, tier in
                let state = index == new ? "now" : index == old ? "before" : "rung"
                let mark =
                    index == new
                    ? (index == old ? " · before and now" : " · " + note(scale.new, "now"))
                    : index == old ? " · " + note(scale.old, "before") : ""
                return .pieces([
                    HTML(
                        .circle, .class(state), .svg(.cx, Self.margin), .svg(.cy, y(index)),
                        .svg(.r, state == "rung" ? 3 : 6)),
                    HTML(.text, .class("value", state), .svg(.x, Self.margin + 16), .svg(.y, y(index) + 5)) {
                        tier.joined(separator: " / ") + mark
                    },
                ])
            }
            HTML(.text, .class("end"), .svg(.x, 2), .svg(.y, Double(height - 6))) { "↓ laxer" }
        }
    }

    private func note(_ mark: ThresholdScale.Mark, _ side: String) -> String {
        side + (mark.isDefault ? ", the default" : "")
    }
}
