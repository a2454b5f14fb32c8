/// The encoding of internationalised labels (RFC 3492), without the `xn--` before it.
enum Punycode {
    private static let base = 36
    private static let firstBias = 72
    private static let firstScalar = 128

    static func decode(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        var output: [Unicode.Scalar] = []
        var rest = text
        if let delimiter = text.lastIndex(of: "-") {
            output = Array(text[..<delimiter])
            rest = text[(delimiter + 1)...]
        }
        guard !rest.isEmpty else { return nil }
        var (scalar, index, bias) = (firstScalar, 0, firstBias)
        while !rest.isEmpty {
            let start = index
            var weight = 1
            var k = base
            while true {
                guard let digit = rest.popFirst().flatMap(digit), index < 1 << 40 else { return nil }
                index += digit * weight
                let threshold = min(max(k - bias, 1), 26)
                if digit < threshold { break }
                guard weight < 1 << 32 else { return nil }
                weight *= base - threshold
                k += base
            }
            bias = adapted(index - start, count: output.count + 1, isFirst: start == 0)
            scalar += index / (output.count + 1)
            index %= output.count + 1
            guard let value = UInt32(exactly: scalar).flatMap(Unicode.Scalar.init) else { return nil }
            output.insert(value, at: index)
            index += 1
        }
        return output
    }

    static func encode(_ label: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var output = label.filter(\.isASCII)
        let basicCount = output.count
        if basicCount > 0 { output.append("-") }
        var (scalar, delta, bias, handled) = (firstScalar, 0, firstBias, basicCount)
        while handled < label.count {
            guard let next = label.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else { break }
            delta += (next - scalar) * (handled + 1)
            scalar = next
            for value in label.map({ Int($0.value) }) {
                if value < scalar { delta += 1 }
                guard value == scalar else { continue }
                output += variableLength(delta, bias: bias)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            scalar += 1
        }
        return output
    }

    private static func variableLength(_ value: Int, bias: Int) -> [Unicode.Scalar] {
        var digits: [Unicode.Scalar] = []
        var rest = value
        var k = base
        while true {
            let threshold = min(max(k - bias, 1), 26)
            if rest < threshold { break }
            digits.append(letter(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            k += base
        }
        return digits + [letter(rest)]
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= base - 1
            k += base
        }
        return k + base * delta / (delta + 38)
    }

    private static func letter(_ digit: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(digit < 26 ? 0x61 + digit : 0x30 + digit - 26))
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30 + 26
        case 0x41...0x5A: Int(scalar.value) - 0x41
        case 0x61...0x7A: Int(scalar.value) - 0x61
        default: nil
        }
    }
}
