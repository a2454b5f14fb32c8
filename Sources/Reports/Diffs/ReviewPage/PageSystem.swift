import Materiality
import SourceText

/// One system's part of the page: for each part of the system its changes, then its files side by side.
struct PageSystem {
    let difference: SystemDifference
    let id: String
    private let objects: ComparedObjects
    private let files: [PageFile]
    /// Whether the page is about this system alone, so that it has no heading of its own below the verdict.
    private let isOnly: Bool

    init(_ difference: SystemDifference, number: Int, isOnly: Bool, _ objects: ComparedObjects) {
        self.difference = difference
        self.isOnly = isOnly
        self.objects = objects
        id = "s\(number)"
        files = difference.files.enumerated().map { index, file in
            PageFile(file, id: "s\(number)-f\(index + 1)", objects)
        }
    }

    func id(of category: ChangeCategory) -> String { "\(id)-\(category.rawValue)" }

    /// True when there is nothing below the verdict, as for a system that is new or gone.
    var isEmpty: Bool { difference.changes.isEmpty && files.isEmpty }

    var html: HTML {
        guard !isEmpty else { return .nothing }
        return HTML(.section, .id(id), .class("system"), .aria("label", difference.title)) {
            if !isOnly { HTML(.h2) { difference.title } }
            ChangeCategory.allCases.map(part)
        }
    }

    private func part(_ category: ChangeCategory) -> HTML {
        let changes = difference.changes.filter { $0.category == category }
        let files = self.files.filter { $0.category == category }
        guard !changes.isEmpty || !files.isEmpty else { return .nothing }
        let headingID = id(of: category)
        return HTML(
            .section, .class("part"), .data("part", category.rawValue), .aria("labelledby", headingID)
        ) {
            HTML(isOnly ? .h2 : .h3, .id(headingID), .class("heading")) { category.heading }
            changes.map { PageChange($0, objects, files: self.files).html(heading: isOnly ? .h3 : .h4) }
            files.map { $0.html(heading: isOnly ? .h3 : .h4) }
        }
    }
}
