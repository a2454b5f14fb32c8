import ComponentFormats
import PackageContents
import PlanModel
import SourceText

/// The prompts of one release.
struct ReleasePrompts {
    /// One prompt of a file, with what it includes.
    struct Prompt {
        /// Nil where the file is the prompt.
        let name: String?
        let effective: EffectivePrompt
        /// Variables for which the file gives a value.
        let defaults: Set<String>

        /// The prompt as a report quotes it.
        var side: ChangeSide? {
            guard let first = effective.pieces.first else { return nil }
            let text = effective.pieces.map(\.content).joined()
            let range =
                first.range
                .lowerBound..<(effective.pieces.last { $0.source === first.source } ?? first).range.upperBound
            return ChangeSide(text, at: .span(first.source, range: range))
        }
    }

    /// What one file holds.
    struct File {
        let prompts: [Prompt]
        let hosted: [HostedPrompt]
        let format: FormatIdentity?
        /// False for a file that is read as plain text because it cannot be read as what it is.
        let isRecognised: Bool
    }

    private let readings: [String: ComponentReading]
    private let sources: [String: SourceFile]
    /// Paths of files that others include.
    let included: Set<String>

    init(_ unit: ReleaseUnit) {
        var readings: [String: ComponentReading] = [:]
        var sources: [String: SourceFile] = [:]
        for entry in unit.closure.entries(of: .prompts) {
            sources[entry.file.path] = entry.source
            readings[entry.file.path] = ComponentFormats.recognise(entry.source, category: .prompts)
        }
        self.readings = readings
        self.sources = sources
        let named = readings.values.flatMap { reading in
            reading.prompts.flatMap(\.template.pieces).compactMap { piece -> String? in
                if case .partial(_, let path, _, _) = piece.kind { path } else { nil }
            }
        }
        included = Set(named).filter { sources[$0] != nil && (readings[$0] == nil || readings[$0]?.prompt != nil) }
    }

    /// Nil for a file that holds no prompt. A file of no known format, or with a defect, is read as plain text: enough to
    /// see that a prohibition is gone.
    func prompts(_ source: SourceFile) -> File? { prompts(source, including: template) }

    /// What could be read of a file, without what it includes; nil when that is nothing.
    func promptsWithoutPartials(_ source: SourceFile) -> File? {
        guard let reading = readings[source.path], !reading.prompts.isEmpty else { return nil }
        return file(reading, source) { _, _ in nil }
    }

    /// True where the file is the prompt, not a value in it.
    func isText(_ source: SourceFile) -> Bool {
        readings[source.path]?.prompts.flatMap(\.template.pieces).allSatisfy(\.text.isWholeFile) ?? true
    }

    func reading(_ source: SourceFile) -> ComponentReading? { readings[source.path] }

    func format(_ source: SourceFile) -> FormatIdentity? { readings[source.path]?.format }

    /// Text that stands in the file in another form: escaped, folded.
    func mappedTexts(_ source: SourceFile) -> [MappedText] {
        var seen: Set<ObjectIdentifier> = []
        return readings[source.path]?.prompts.flatMap(\.template.pieces).map(\.text)
            .filter { !$0.isWholeFile && seen.insert(ObjectIdentifier($0)).inserted } ?? []
    }

    private func template(_ path: String, _ engine: PromptTemplate.Engine?) -> PromptTemplate? {
        let own = readings[path]?.prompt
        guard let engine, let source = sources[path], own == nil || own?.engine == .undeclared else { return own }
        return PromptTemplate.included(source, engine: engine)
    }

    private func prompts(_ source: SourceFile, including partial: EffectivePrompt.Includes) -> File? {
        if let reading = readings[source.path], reading.defects.isEmpty {
            guard !reading.prompts.isEmpty || !reading.hostedPrompts.isEmpty else { return nil }
            return file(reading, source, including: partial)
        }
        return plainText(source)
    }

    private func file(
        _ reading: ComponentReading, _ source: SourceFile, including partial: EffectivePrompt.Includes
    ) -> File {
        let prompts = reading.prompts.map { prompt in
            Prompt(
                name: prompt.name, effective: EffectivePrompt(prompt.template, path: source.path, partial: partial),
                defaults: prompt.defaults)
        }
        return File(prompts: prompts, hosted: reading.hostedPrompts, format: reading.format, isRecognised: true)
    }

    /// The same file with a question mark for each byte that is no UTF-8, and for NUL, so that its words can be read
    /// and every place stays what it is.
    private static func withoutBrokenBytes(_ source: SourceFile) -> SourceFile {
        if !source.bytes.contains(0), String(validating: source.bytes, as: UTF8.self) != nil { return source }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count)
        var parser = Unicode.UTF8.ForwardParser()
        var rest = source.bytes.makeIterator()
        let mark = UInt8(ascii: "?")
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar): bytes += scalar.map { $0 == 0 ? mark : $0 }
            case .error(let length): bytes += repeatElement(mark, count: length)
            case .emptyInput: return SourceFile(path: source.path, bytes: bytes)
            }
        }
    }

    func plainText(_ source: SourceFile) -> File? {
        let source = Self.withoutBrokenBytes(source)
        let text = PromptTemplate.plainText(
            source, range: 0..<source.bytes.count,
            findsPlaceholders: source.bytes.count <= ComponentFormats.longestTemplate)
        let effective = EffectivePrompt(text, path: source.path) { _, _ in nil }
        return File(
            prompts: [Prompt(name: nil, effective: effective, defaults: [])], hosted: [],
            format: readings[source.path]?.format, isRecognised: false)
    }
}

/// Which prompt of a file became which.
struct PromptPairs {
    private(set) var both: [(old: ReleasePrompts.Prompt, new: ReleasePrompts.Prompt)] = []
    private(set) var removed: [ReleasePrompts.Prompt]
    private(set) var added: [ReleasePrompts.Prompt]

    /// By name and text, by text, by name: a name may be no more than a place in a list.
    init(_ old: [ReleasePrompts.Prompt], _ new: [ReleasePrompts.Prompt]) {
        (removed, added) = (old, new)
        if old.count == 1, new.count == 1, old[0].name == new[0].name {
            both = [(old[0], new[0])]
            (removed, added) = ([], [])
            return
        }
        match { $0.name == $1.name && $0.effective.rendered == $1.effective.rendered }
        match { $0.effective.rendered == $1.effective.rendered }
        match { $0.name == $1.name }
    }

    private mutating func match(_ isSame: (ReleasePrompts.Prompt, ReleasePrompts.Prompt) -> Bool) {
        removed.removeAll { one in
            guard let index = added.firstIndex(where: { isSame(one, $0) }) else { return false }
            both.append((one, added.remove(at: index)))
            return true
        }
    }
}
