/// Looks up keys by hash in those open mappings that have many; the others are searched from the start.
struct KeyTables {
    /// Keys of a mapping that are searched one by one.
    static let linearLimit = 16

    /// For every such mapping, by its number: the first key with each hash.
    private var tables: [Int32: [Int: Int32]] = [:]

    /// Swift's hash, unlike `TextHash`, has a secret: nobody can make keys that collide to slow the reader down.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return hasher.finalize()
    }

    func has(_ mapping: Int32) -> Bool { tables[mapping] != nil }

    /// Notes a key; when there is one with its hash already, leaves and returns that.
    @discardableResult
    mutating func note(_ key: Int32, hash: Int, in mapping: Int32) -> Int32? {
        if let first = tables[mapping]?[hash] { return first }
        tables[mapping, default: [:]][hash] = key
        return nil
    }

    mutating func forget(_ mapping: Int32) {
        if !tables.isEmpty { tables[mapping] = nil }
    }
}
