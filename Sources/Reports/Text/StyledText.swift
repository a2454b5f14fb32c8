/// Words with their inks, written as a string literal: `"class \(name, .strong)"`.
package struct StyledText: ExpressibleByStringInterpolation, Sendable {
    struct Run: Sendable {
        var text: String
        var ink: Ink?
    }

    private(set) var runs: [Run]

    init(runs: [Run]) { self.runs = runs }

    package init(_ text: String, _ ink: Ink? = nil) { runs = [Run(text: text, ink: ink)] }

    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var runs: [Run] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { runs.append(Run(text: literal, ink: nil)) }

        package mutating func appendInterpolation(_ text: String, _ ink: Ink? = nil) {
            runs.append(Run(text: text, ink: ink))
        }

        package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

        package mutating func appendInterpolation(_ text: StyledText) { runs += text.runs }
    }

    package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(runs: left.runs + right.runs)
    }
}
