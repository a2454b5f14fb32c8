/// Comparing texts as bytes. Everything here reads only inside the buffers that it is given.
public enum TextHash {
    /// A hash of a text's length and bytes; of those of long texts the first and last 32, so that it takes a few
    /// nanoseconds for any length. Equal texts have equal hashes; whoever looks up by it compares the texts as well.
    ///
    /// It has no secret, so that it can be worked out when a schema is compiled. Somebody can make texts that collide:
    /// tables of unbounded size must not be built from untrusted texts with it (see `KeyTables`).
    @inlinable
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let bytes = UnsafeRawBufferPointer(text)
        let count = bytes.count
        var first: UInt64 = 0
        var last: UInt64 = 0
        if count >= 8 {
            first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            var index = 8
            while index < count - 8 {
                if index == 32, count > 64 { index = count - 32 }
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                first = (first ^ word) &* 0x9E37_79B9_7F4A_7C15
                first ^= first >> 32
                index += 8
            }
        } else if count >= 4 {
            first = UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            last = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        } else if count > 0 {
            first = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
        }
        // Odd constants: binary digits of the golden ratio and of the square root of 2.
        let product = (first ^ 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)).multipliedFullWidth(
            by: last ^ 0x6A09_E667_F3BC_C909)
        let folded = product.high ^ product.low
        return UInt32(truncatingIfNeeded: folded ^ folded >> 32)
    }

    package static func of(_ text: some Collection<UInt8>) -> UInt32 {
        text.withContiguousStorageIfAvailable { of($0) } ?? Array(text).withUnsafeBufferPointer { of($0) }
    }

    /// Whether two texts have the same bytes.
    @inlinable @inline(__always)
    static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        guard count >= 8 else {
            guard count >= 4 else {
                for index in 0..<count where left[index] != right[index] { return false }
                return true
            }
            return isSameHalf(left, right, at: 0) && isSameHalf(left, right, at: count - 4)
        }
        // Eight bytes at once; the last eight may overlap those before them.
        var index = 0
        while index < count - 8 {
            guard isSameWord(left, right, at: index) else { return false }
            index += 8
        }
        return isSameWord(left, right, at: count - 8)
    }

    @inlinable
    static func isSameHalf(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, at index: Int) -> Bool {
        left.loadUnaligned(fromByteOffset: index, as: UInt32.self)
            == right.loadUnaligned(fromByteOffset: index, as: UInt32.self)
    }

    @inlinable
    static func isSameWord(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, at index: Int) -> Bool {
        left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
}
