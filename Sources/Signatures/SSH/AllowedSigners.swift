/// A file of allowed signers, as git's `gpg.ssh.allowedSignersFile` names one: ssh-keygen(1), "ALLOWED SIGNERS".
///
/// It says whose a key is. It decides nothing more: validity dates are kept as they are written, and patterns of
/// principals are not matched with anything.
package struct AllowedSigners: Sendable {
    package struct Entry: Sendable, Hashable {
        /// 1-based.
        package let line: Int
        /// As written, with their wildcards.
        package let principals: String
        package let key: SigningKey
        /// `YYYYMMDD[HHMM[SS]][Z]` as written.
        package let validAfter: String?
        package let validBefore: String?
    }

    /// A line that names nobody whose signature of a git object could be accepted.
    package struct Skipped: Sendable, Hashable {
        /// 1-based.
        package let line: Int
        /// One sentence without a final full stop.
        package let reason: String
    }

    package private(set) var entries: [Entry] = []
    package private(set) var skipped: [Skipped] = []

    /// - Throws: for a line that has not the form `principals [options] type base64 [comment]`.
    package init(_ bytes: [UInt8]) throws(AllowedSignersError) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var rest = line[...]
            if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
            rest = rest.drop(while: Self.isBlank)
            guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
            try add(rest, number: index + 1)
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>, number: Int) throws(AllowedSignersError) {
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || Self.isBlank($0) }) else {
            throw AllowedSignersError(line: number)
        }
        var rest = line
        guard let principals = Self.word(&rest), !principals.isEmpty else { throw AllowedSignersError(line: number) }
        var options = Options()
        // Options stand where the key type would; no option has a type's name.
        if let word = Self.peekWord(rest), !Self.isKeyType(word) {
            guard let written = Self.word(&rest), options.read(written) else { throw AllowedSignersError(line: number) }
        }
        let text = String(decoding: rest, as: UTF8.self)
        guard rest.contains(where: Self.isBlank) else { throw AllowedSignersError(line: number) }
        if options.isAuthority {
            return skipped.append(Skipped(line: number, reason: "certificate authorities are not followed"))
        }
        if let namespaces = options.namespaces, !NamePattern.list(namespaces, matches: "git") {
            return skipped.append(
                Skipped(
                    line: number,
                    reason: "the key is for other things than git (\(PrintableText.from(Array(namespaces.utf8))))"))
        }
        do throws(KeyError) {
            entries.append(
                Entry(
                    line: number, principals: PrintableText.unquoted(principals),
                    key: try SigningKey(openSSHPublicKey: text),
                    validAfter: options.validAfter, validBefore: options.validBefore))
        } catch {
            guard error != .malformedLine else { throw AllowedSignersError(line: number) }
            let sentence = error.sentence
            skipped.append(Skipped(line: number, reason: String(sentence.dropLast())))
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Key types have a hyphen before any `=`, and start like one of these.
    private static func isKeyType(_ word: String) -> Bool {
        ["ssh-", "ecdsa-", "sk-", "rsa-", "webauthn-"].contains { word.lowercased().hasPrefix($0) }
    }

    private static func peekWord(_ rest: ArraySlice<UInt8>) -> String? {
        var copy = rest
        return word(&copy)
    }

    /// The next word; spaces inside quotes do not end it. Nil at the end, or where a quote is not closed.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> String? {
        rest = rest.drop(while: isBlank)
        var isQuoted = false
        var end = rest.startIndex
        while end < rest.endIndex, isQuoted || !isBlank(rest[end]) {
            if rest[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
            end += 1
        }
        guard !isQuoted, end > rest.startIndex else { return nil }
        let word = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...].drop(while: isBlank)
        return word
    }
}

/// The options of one line.
private struct Options {
    private(set) var isAuthority = false
    private(set) var namespaces: String?
    private(set) var validAfter: String?
    private(set) var validBefore: String?

    /// False for an option that ssh-keygen does not know, or that stands twice.
    mutating func read(_ text: String) -> Bool {
        for option in Self.split(text) {
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count == 2 ? PrintableText.unquoted(parts[1]) : nil
            switch (parts[0].lowercased(), value) {
            case ("cert-authority", nil): isAuthority = true
            case ("namespaces", let value?) where namespaces == nil: namespaces = value
            case ("valid-after", let value?) where validAfter == nil: validAfter = value
            case ("valid-before", let value?) where validBefore == nil: validBefore = value
            default: return false
            }
        }
        return true
    }

    /// At commas outside of quotes.
    private static func split(_ text: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}

package struct AllowedSignersError: Error, Sendable, Hashable {
    /// 1-based.
    package let line: Int
}

/// Patterns of ssh_config(5), "PATTERNS": `*` and `?`, lists at commas, `!` takes away.
enum NamePattern {
    static func list(_ list: String, matches name: String) -> Bool {
        var isMatched = false
        for pattern in list.split(separator: ",") {
            if pattern.hasPrefix("!") {
                if matches(pattern.dropFirst().utf8[...], name.utf8[...]) { return false }
            } else if matches(pattern.utf8[...], name.utf8[...]) {
                isMatched = true
            }
        }
        return isMatched
    }

    private static func matches(_ pattern: Substring.UTF8View.SubSequence, _ name: Substring.UTF8View.SubSequence)
        -> Bool
    {
        // Where to go on when a star turns out to stand for one character more.
        var retry: (pattern: Substring.UTF8View.SubSequence, name: Substring.UTF8View.SubSequence)?
        var (pattern, name) = (pattern, name)
        while true {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, name)
            } else if let letter = name.first, let expected = pattern.first,
                expected == letter || expected == UInt8(ascii: "?")
            {
                (pattern, name) = (pattern.dropFirst(), name.dropFirst())
            } else if pattern.isEmpty, name.isEmpty {
                return true
            } else if let last = retry, !last.name.isEmpty {
                retry = (last.pattern, last.name.dropFirst())
                (pattern, name) = (last.pattern, last.name.dropFirst())
            } else {
                return false
            }
        }
    }
}

extension PrintableText {
    /// A word without the quotes around it.
    static func unquoted(_ word: String) -> String {
        word.count >= 2 && word.hasPrefix("\"") && word.hasSuffix("\"") ? String(word.dropFirst().dropLast()) : word
    }
}
