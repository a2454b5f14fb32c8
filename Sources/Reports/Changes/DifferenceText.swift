import Materiality

/// What changed in one system, as people read it: the verdict, then each part of the system, then what a release takes.
struct DifferenceText {
    private let difference: SystemDifference

    init(_ difference: SystemDifference) { self.difference = difference }

    func write(to page: inout Page) {
        let name = difference.changeClass
        page.paragraph("\(name + ":", ClassWords.ink(name)) \(title, .strong)", hanging: 2)
        page.indented { page in
            if let meaning = ClassWords.meaning(name) { page.paragraph("\(name) means: \(meaning).", hanging: 2) }
            if difference.comparison != nil { page.paragraph(StyledText(counts)) }
            for category in ChangeCategory.allCases {
                let changes = difference.changes.filter { $0.category == category }
                if !changes.isEmpty { Self.write(category, changes, to: &page) }
            }
            page.gap()
            for line in requirements { page.paragraph(StyledText(line), hanging: 2) }
        }
    }

    private var title: String {
        switch (difference.baseVersion, difference.headVersion) {
        case (let base?, let head?) where base == head: "\(difference.system) \(head)"
        case (let base?, let head?): "\(difference.system) \(base) → \(head)"
        case (nil, let head?): "\(difference.system) \(head)"
        case (let base?, nil): "\(difference.system), last at \(base)"
        case (nil, nil): difference.system
        }
    }

    private var counts: String {
        let changes = difference.changes
        let hidden = difference.hiddenChangeCount
        let others = hidden > 0 ? " \(Prose.count(hidden, "other change")) not shown; the class counts them." : ""
        guard !changes.isEmpty else {
            return hidden > 0 ? "Nothing changed in what was asked for.\(others)" : "Nothing that ships changed."
        }
        let parts = MaterialityClass.allCases.reversed().compactMap { level -> String? in
            let count = changes.count { $0.changeClass == level }
            return count > 0 ? "\(count) \(level.rawValue)" : nil
        }
        return "\(Prose.count(changes.count, "change")): \(parts.joined(separator: ", ")).\(others)"
    }

    private var requirements: [String] {
        guard difference.headVersion != nil, !(difference.gates + difference.approvals).isEmpty else { return [] }
        var lines = ["To release this:"]
        if !difference.gates.isEmpty {
            lines.append("- passed evidence for \(Prose.list(difference.gates)), made on exactly these files")
        }
        if !difference.approvals.isEmpty {
            lines.append("- approval by \(Prose.list(difference.approvals))")
        }
        return lines
    }

    private static func write(_ category: ChangeCategory, _ changes: [Change], to page: inout Page) {
        page.gap()
        page.line(StyledText(heading(category), .strong))
        page.indented { page in
            for change in changes { ChangeText(change).write(to: &page) }
        }
    }

    private static func heading(_ category: ChangeCategory) -> String {
        switch category {
        case .model: "Model"
        case .prompts: "Prompts"
        case .guardrails: "Guardrails"
        case .retrieval: "Retrieval"
        case .inference: "Inference settings"
        case .routing: "Routing"
        case .tools: "Tools"
        case .experience: "What users see"
        case .plan: "Deployment plan"
        case .system: "The system itself"
        }
    }
}
