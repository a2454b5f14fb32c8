import YAMLDocuments

/// A fixed set of keys with fast lookup by bytes: no `String` is made while validating.
struct NameTable: Sendable {
    /// A place of the hash table.
    struct Place: Sendable {
        var hash: UInt32 = 0
        /// -1 for a free place.
        var number: Int32 = -1
    }

    let text: [UInt8]
    private let ends: [Int]
    /// Open addressing. The size is a power of two, at least twice the number of names.
    let places: [Place]

    init(_ names: [String]) {
        var text: [UInt8] = []
        var ends: [Int] = []
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var places = [Place](repeating: Place(), count: size)
        for (number, name) in names.enumerated() {
            text.append(contentsOf: name.utf8)
            ends.append(text.count)
            let hash = TextHash.of(name.utf8)
            var place = Int(hash) & (size - 1)
            while places[place].number >= 0 { place = (place + 1) & (size - 1) }
            places[place] = Place(hash: hash, number: Int32(number))
        }
        self.text = text
        self.ends = ends
        self.places = places
    }

    var count: Int { ends.count }

    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    func name(_ number: Int) -> String { String(decoding: text[range(number)], as: UTF8.self) }

    var names: [String] { ends.indices.map(name) }

    /// - Parameter hash: `TextHash` of the key, which a document's nodes have.
    func number(of key: BorrowedText, hash: UInt32) -> Int? {
        var place = Int(hash) & (places.count - 1)
        while places[place].number >= 0 {
            let number = Int(places[place].number)
            if places[place].hash == hash, key.isEqual(to: text, range(number)) { return number }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    func number(of key: ArraySlice<UInt8>) -> Int? {
        let hash = TextHash.of(key)
        var place = Int(hash) & (places.count - 1)
        while places[place].number >= 0 {
            let number = Int(places[place].number)
            if places[place].hash == hash, text[range(number)] == key { return number }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }
}
