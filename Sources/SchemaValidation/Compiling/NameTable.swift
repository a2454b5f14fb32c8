/// A fixed set of keys with fast lookup by bytes: no `String` is made while validating.
struct NameTable: Sendable {
    private let text: [UInt8]
    private let ends: [Int]
    /// Open addressing: the number of a name + 1, or 0 for a free place. The size is a power of two.
    private let places: [Int32]

    init(_ names: [String]) {
        var text: [UInt8] = []
        var ends: [Int] = []
        for name in names {
            text.append(contentsOf: name.utf8)
            ends.append(text.count)
        }
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var places = [Int32](repeating: 0, count: size)
        for (number, name) in names.enumerated() {
            var place = Self.hash(name.utf8) & (size - 1)
            while places[place] != 0 { place = (place + 1) & (size - 1) }
            places[place] = Int32(number + 1)
        }
        self.text = text
        self.ends = ends
        self.places = places
    }

    var count: Int { ends.count }

    func bytes(_ number: Int) -> ArraySlice<UInt8> { text[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

    func name(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

    var names: [String] { ends.indices.map(name) }

    func number(of key: ArraySlice<UInt8>) -> Int? {
        var place = Self.hash(key) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if bytes(number) == key { return number }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// FNV-1a (32-bit offset and prime).
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash)
    }
}
