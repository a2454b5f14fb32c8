import Synchronization

/// How one format calls things: the meaning of its keys, and the keys that identify list items.
package struct SettingVocabulary: Sendable {
    /// A row: the end of a path, and what a value there decides. `[]` stands for a list item, `*` for one key, a final
    /// `**` for everything below.
    package struct Row: Sendable {
        let pattern: [String]
        let isAnchored: Bool
        package let meaning: SettingMeaning
        /// True where a list or mapping is one value: its parts are not compared one by one.
        let isWhole: Bool
        /// Longer patterns say more, and of two equally long ones the one without wildcards.
        let precision: Int

        /// `guardrails[].litellm_params.mode`; with a leading `/` the pattern starts at the document's root.
        package init(_ pattern: String, _ meaning: SettingMeaning, isWhole: Bool = false) {
            isAnchored = pattern.hasPrefix("/")
            let text = isAnchored ? pattern.dropFirst() : pattern[...]
            self.pattern = text.split(separator: ".").flatMap { part -> [String] in
                var rest = part
                var items = 0
                while rest.hasSuffix("[]") {
                    rest = rest.dropLast(2)
                    items += 1
                }
                return (rest.isEmpty ? [] : [String(rest)]) + Array(repeating: "[]", count: items)
            }
            self.meaning = meaning
            self.isWhole = isWhole
            precision = 2 * self.pattern.count - (self.pattern.contains { $0.hasPrefix("*") } ? 1 : 0)
        }

        func matches(_ shape: [String]) -> Bool {
            if pattern.last == "**" {
                let start = pattern.dropLast()
                guard isAnchored, shape.count > start.count else { return false }
                return zip(start, shape).allSatisfy { $0 == $1 || ($0 == "*" && $1 != "[]") }
            }
            guard isAnchored ? shape.count == pattern.count : shape.count >= pattern.count else { return false }
            return zip(pattern, shape.suffix(pattern.count)).allSatisfy { $0 == $1 || ($0 == "*" && $1 != "[]") }
        }
    }

    /// Keys whose value identifies an item of a list of mappings, the first that an item has counts.
    package let identityKeys: [String]
    /// Those of them that are mere labels: an item with another one and the same content was renamed. Not so for keys
    /// that say what an item is about, a category or a task.
    package let labelKeys: Set<String>
    /// Keys that tell items apart whose identity is the same.
    package let qualifiers: [String]
    /// Keys of lists whose items go by their place, though they seem to have names: the messages of a prompt.
    package let positionalLists: Set<String>
    /// Identity keys whose value several items of a list may share on purpose, as the deployments of one route do: they
    /// are told apart by their turn, and that is no guess that a reader has to be warned of.
    package let sharedKeys: Set<String>
    /// The part of a text in a list that names it, where the rest are arguments; nil where a text is its own name.
    package let stem: (@Sendable (String) -> String)?
    private let table: RowTable

    /// - Parameter rows: worked out when a meaning is first asked for. Most files are only looked at for what they
    ///   include, and vocabularies have hundreds of rows.
    package init(
        identityKeys: [String], labelKeys: Set<String> = [], qualifiers: [String] = [],
        positionalLists: Set<String> = [], sharedKeys: Set<String> = [], stem: (@Sendable (String) -> String)? = nil,
        _ rows: @autoclosure @escaping @Sendable () -> [Row]
    ) {
        self.identityKeys = identityKeys
        self.labelKeys = labelKeys
        self.qualifiers = qualifiers
        self.positionalLists = positionalLists
        self.sharedKeys = sharedKeys
        self.stem = stem
        table = RowTable(rows)
    }

    package var rows: [Row] { table.prepared.rows }

    /// What a value at a path decides: the most precise row that matches.
    package func meaning(of path: FieldPath) -> SettingMeaning { row(for: path)?.meaning ?? .unknown }

    /// Whether the value at a path is compared as one, whatever it is made of.
    package func isWhole(_ path: FieldPath) -> Bool {
        table.prepared.hasWholeRows && row(for: path)?.isWhole ?? false
    }

    private func row(for path: FieldPath) -> Row? {
        let shape = path.shape
        let (rows, index) = (table.prepared.rows, table.prepared.index)
        var best: Int?
        for number in index.candidates(for: shape) where rows[number].matches(shape) {
            if let known = best {
                let (one, other) = (rows[known].precision, rows[number].precision)
                guard other > one || other == one && number < known else { continue }
            }
            best = number
        }
        return best.map { rows[$0] }
    }
}

/// The rows of a vocabulary, made once.
private final class RowTable: Sendable {
    final class Prepared: Sendable {
        let rows: [SettingVocabulary.Row]
        let index: RowIndex
        /// Asked of every list and mapping, so it is worth remembering that the answer is always no.
        let hasWholeRows: Bool

        init(_ rows: [SettingVocabulary.Row]) {
            self.rows = rows
            index = RowIndex(rows)
            hasWholeRows = rows.contains(where: \.isWhole)
        }
    }

    private let make: @Sendable () -> [SettingVocabulary.Row]
    private let known = Mutex<Prepared?>(nil)

    init(_ make: @escaping @Sendable () -> [SettingVocabulary.Row]) { self.make = make }

    var prepared: Prepared {
        known.withLock { known in
            if let known { return known }
            let prepared = Prepared(make())
            known = prepared
            return prepared
        }
    }
}

/// The rows of a vocabulary by the last key that their pattern spells out: of hundreds, a path has to be held against a
/// few.
private struct RowIndex: Sendable {
    /// Numbers of rows, by how many parts stand behind that key, and by the key.
    private var byKey: [[String: [Int]]] = []
    /// Rows for everything below a key, by the key that their pattern begins with.
    private var byStart: [String: [Int]] = [:]
    /// Rows that any path is held against.
    private var others: [Int] = []

    init(_ rows: [SettingVocabulary.Row]) {
        for (number, row) in rows.enumerated() {
            if row.pattern.last == "**", let start = row.pattern.first, row.pattern.count > 1, start != "*" {
                byStart[start, default: []].append(number)
                continue
            }
            guard row.pattern.last != "**", let key = row.pattern.lastIndex(where: { $0 != "[]" && $0 != "*" }) else {
                others.append(number)
                continue
            }
            let distance = row.pattern.count - 1 - key
            while byKey.count <= distance { byKey.append([:]) }
            byKey[distance][row.pattern[key], default: []].append(number)
        }
    }

    /// Numbers of all rows that may match, and of some that do not.
    func candidates(for shape: [String]) -> [Int] {
        var numbers = others + (shape.first.flatMap { byStart[$0] } ?? [])
        for (distance, rows) in byKey.enumerated() where distance < shape.count {
            numbers += rows[shape[shape.count - 1 - distance]] ?? []
        }
        return numbers
    }
}
