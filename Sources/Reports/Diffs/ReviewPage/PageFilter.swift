import Materiality

/// Check boxes by which classes and parts are shown. CSS does the work (`:has()`), so a browser without it shows
/// everything and no check boxes.
enum PageFilter {
    static func html(_ report: DiffReport) -> HTML {
        let changes = report.systems.flatMap(\.changes)
        let matrix = ChangeMatrix(changes)
        let classes = zip(ChangeMatrix.classes.map(\.rawValue), matrix.totals).filter { $0.1 > 0 }
        guard classes.count > 1 || matrix.rows.count > 1 else { return .nothing }
        return HTML(.form, .class("filter"), .aria("label", "Filter the changes")) {
            group("Class", classes.map { (id: "show-class-\($0.0)", label: $0.0, count: $0.1) })
            group(
                "Part",
                matrix.rows.map {
                    (id: "show-part-\($0.category.rawValue)", label: $0.category.heading, count: $0.total)
                })
        }
    }

    private static func group(_ title: String, _ boxes: [(id: String, label: String, count: Int)]) -> HTML {
        guard boxes.count > 1 else { return .nothing }
        return HTML(.fieldset) {
            HTML(.legend) { title }
            boxes.map { box in
                HTML(.label, .for(box.id)) {
                    HTML(.input, .type("checkbox"), .id(box.id), .checked)
                    HTML(.span) {
                        "\(box.label) "
                        HTML(.small) { String(box.count) }
                    }
                }
            }
        }
    }
}
