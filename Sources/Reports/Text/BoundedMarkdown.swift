/// Markdown that must not grow beyond a size. What does not fit is refused whole, so that no element stays open.
struct BoundedMarkdown {
    private(set) var lines: [String] = []
    private var room: Int

    init(maximumBytes: Int) { room = maximumBytes }

    /// False, and nothing written, when there is no room.
    @discardableResult
    mutating func append(_ new: [String]) -> Bool {
        let size = Self.size(new) + Self.spare
        guard size <= room else { return false }
        appendAnyway(new)
        return true
    }

    /// For the words that something was left out. Every other text leaves some room for them.
    mutating func appendAnyway(_ new: [String]) {
        room -= Self.size(new)
        lines += new
    }

    /// Keeps room for lines that have to follow.
    mutating func reserve(_ later: [String]) { room -= Self.size(later) }

    mutating func release(_ later: [String]) { room += Self.size(later) }

    /// A part of its own, which may take some of the room that is left.
    func part(maximumBytes: Int) -> BoundedMarkdown {
        BoundedMarkdown(maximumBytes: min(maximumBytes, room))
    }

    /// Room for a few sentences that say what was left out.
    private static let spare = 2_000

    private static func size(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf8.count + 1 } }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
