import Materiality

/// The scale that a threshold went on.
struct ScaleJSON: Encodable {
    private let least: String?
    private let greatest: String?
    private let tiers: [[String]]?
    private let stricterEnd: String
    private let old: Mark
    private let new: Mark

    private struct Mark: Encodable {
        let value: String
        let isDefault: Bool

        init(_ mark: ThresholdScale.Mark) {
            value = mark.value
            isDefault = mark.isDefault
        }
    }

    init(_ scale: ThresholdScale) {
        switch scale.steps {
        case .numbers(let least, let greatest):
            (self.least, self.greatest, tiers) = (least, greatest, nil)
        case .words(let tiers):
            (least, greatest, self.tiers) = (nil, nil, tiers)
        }
        stricterEnd = scale.stricterEnd.rawValue
        old = Mark(scale.old)
        new = Mark(scale.new)
    }
}
