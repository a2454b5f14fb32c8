/// A version of a release: Semantic Versioning 2.0.0 (semver.org), ordered by its precedence.
package struct SemanticVersion: Sendable, Hashable, CustomStringConvertible {
    /// As written; two versions that differ only in build metadata are different releases of equal precedence.
    package let description: String
    private let core: [Number]
    private let prerelease: [Substring]

    /// A number of any length, without leading zeros.
    private struct Number: Hashable, Comparable {
        let digits: Substring

        init?(_ digits: Substring) {
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
                digits.count == 1 || digits.first != "0"
            else { return nil }
            self.digits = digits
        }

        static func < (left: Number, right: Number) -> Bool {
            (left.digits.count, left.digits) < (right.digits.count, right.digits)
        }
    }

    /// Nil unless `text` follows the grammar of SemVer 2.0.0.
    package init?(_ text: String) {
        var rest = text[...]
        var build: Substring?
        if let plus = rest.firstIndex(of: "+") {
            build = rest[rest.index(after: plus)...]
            rest = rest[..<plus]
        }
        var prerelease: [Substring] = []
        if let hyphen = rest.firstIndex(of: "-") {
            prerelease = rest[rest.index(after: hyphen)...].split(separator: ".", omittingEmptySubsequences: false)
            guard prerelease.allSatisfy(Self.isPrereleaseIdentifier) else { return nil }
            rest = rest[..<hyphen]
        }
        if let build {
            let parts = build.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.allSatisfy(Self.isIdentifier) else { return nil }
        }
        let core = rest.split(separator: ".", omittingEmptySubsequences: false).map { Number($0) }
        guard core.count == 3 else { return nil }
        self.core = core.compactMap { $0 }
        guard self.core.count == 3 else { return nil }
        self.prerelease = prerelease
        description = text
    }

    /// The next minor version (`1.2.3` → `1.3.0`), or the next patch (`1.2.4`), without pre-release and build.
    package func next(isMinor: Bool) -> String {
        let numbers = core.map { Int($0.digits) ?? 0 }
        return isMinor
            ? "\(numbers[0]).\(numbers[1] + 1).0" : "\(numbers[0]).\(numbers[1]).\(numbers[2] + 1)"
    }

    private static func isIdentifier(_ part: Substring) -> Bool {
        !part.isEmpty
            && part.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
            }
    }

    private static func isPrereleaseIdentifier(_ part: Substring) -> Bool {
        guard isIdentifier(part) else { return false }
        let isNumeric = part.utf8.allSatisfy { (48...57).contains($0) }
        return !isNumeric || Number(part) != nil
    }

    /// True when this version comes before `other` (SemVer 2.0.0 item 11).
    package func precedes(_ other: SemanticVersion) -> Bool {
        for (left, right) in zip(core, other.core) where left != right { return left < right }
        if prerelease.isEmpty || other.prerelease.isEmpty { return !prerelease.isEmpty && other.prerelease.isEmpty }
        for (left, right) in zip(prerelease, other.prerelease) where left != right {
            switch (Number(left), Number(right)) {
            case (let left?, let right?): return left < right
            case (nil, nil): return left.utf8.lexicographicallyPrecedes(right.utf8)
            case (let number, _): return number != nil
            }
        }
        return prerelease.count < other.prerelease.count
    }
}
