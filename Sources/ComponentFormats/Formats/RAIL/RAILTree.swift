import YAMLDocuments

/// What a RAIL file says, as a tree of values: elements by their names, validators one by one with what happens when
/// they fail.
enum RAILTree {
    static func root(_ rail: XMLElement) -> ForeignNode {
        var uses: [String: Int] = [:]
        let parts = rail.elements.map { element in
            // Of two parts of one name the first counts; the other is kept so that its changes are seen.
            let turn = uses[element.name, default: 0] + 1
            uses[element.name] = turn
            let key = turn == 1 ? element.name : "\(element.name)#\(turn)"
            return ForeignEntry(key, at: element.nameRange, record(element, isNamed: false))
        }
        let attributes = rail.attributes.map { attribute in
            ForeignEntry(
                "@" + attribute.name, at: keyRange(of: attribute), .text(attribute.value, at: attribute.valueRange))
        }
        return .record(attributes + parts + text(of: rail, key: "@text"), at: rail.range)
    }

    /// Keys that this tree gives to parts of an element. An attribute of that name must not stand in their place.
    private static let ownKeys: Set<String> = ["element", "children", "text", "on-fail"]

    /// - Parameter isNamed: false where the element's own name is the key that leads to it.
    private static func record(_ element: XMLElement, isNamed: Bool = true) -> ForeignNode {
        var entries = values(of: element)
        if isNamed {
            entries.append(ForeignEntry("element", at: element.nameRange, .text(element.name, at: element.nameRange)))
        }
        if !element.elements.isEmpty {
            let children = element.elements.map { record($0) }
            entries.append(ForeignEntry("children", at: element.nameRange, .list(children, at: element.contentRange)))
        }
        return .record(entries + text(of: element), at: element.range)
    }

    private static func text(of element: XMLElement, key: String = "text") -> [ForeignEntry] {
        let text = element.text
        // White space between elements is layout.
        guard text.contains(where: { !$0.isWhitespace }) else { return [] }
        return [ForeignEntry(key, at: element.nameRange, .text(text, at: element.contentRange))]
    }

    // MARK: Attributes

    private static let onFail = "on-fail-"

    private static func values(of element: XMLElement) -> [ForeignEntry] {
        var entries: [ForeignEntry] = []
        var claimed: Set<String> = []
        for attribute in element.attributes where !attribute.name.hasPrefix(onFail) {
            let place = keyRange(of: attribute)
            // Up to version 0.4 `format` named the validators; of dates and the like it is a format.
            guard attribute.name == "validators" || attribute.name == "format" else {
                let key = ownKeys.contains(attribute.name) ? "@" + attribute.name : attribute.name
                entries.append(ForeignEntry(key, at: place, .text(attribute.value, at: attribute.valueRange)))
                continue
            }
            let validators = RAILValidators.split(attribute.value).map { validator -> ForeignNode in
                let handler = element.attribute(onFail + validator.handlerName)
                if let handler { claimed.insert(handler.name) }
                return record(validator, handler, at: attribute.valueRange)
            }
            entries.append(ForeignEntry(attribute.name, at: place, .list(validators, at: attribute.valueRange)))
        }
        // Handlers of validators that are not there: nothing acts on them, but a change of them is seen.
        let rest = element.attributes.filter { $0.name.hasPrefix(onFail) && !claimed.contains($0.name) }
        guard let first = rest.first else { return entries }
        let handlers = rest.map { attribute in
            ForeignEntry(
                String(attribute.name.dropFirst(onFail.count)), at: keyRange(of: attribute),
                .text(attribute.value, at: attribute.valueRange))
        }
        return entries + [ForeignEntry("on-fail", at: keyRange(of: first), .record(handlers, at: first.range))]
    }

    private static func record(
        _ validator: RAILValidators.Validator, _ handler: XMLAttribute?, at range: Range<Int>
    ) -> ForeignNode {
        var entries = [ForeignEntry("name", at: range, .text(validator.name, at: range))]
        if let arguments = validator.arguments {
            entries.append(ForeignEntry("arguments", at: range, .text(arguments, at: range)))
        }
        if let handler {
            entries.append(
                ForeignEntry("on-fail", at: keyRange(of: handler), .text(handler.value, at: handler.valueRange)))
        }
        return .record(entries, at: range)
    }

    private static func keyRange(of attribute: XMLAttribute) -> Range<Int> {
        attribute.range.lowerBound..<attribute.range.lowerBound + attribute.name.utf8.count
    }
}

/// The validators that an attribute names: `hub://guardrails/valid_length: 1 120; hub://guardrails/toxic_language`.
enum RAILValidators {
    struct Validator: Equatable {
        let name: String
        /// What stands behind the colon; nil without one.
        let arguments: String?

        /// How `on-fail-…` calls it: without the hub, slashes as underscores.
        var handlerName: String {
            let alias = name.hasPrefix("hub://") ? name.dropFirst(6) : name[...]
            return String(alias.map { $0 == "/" ? "_" : $0 })
        }
    }

    /// Cuts at semicolons that are not inside brackets or quotes.
    static func split(_ text: String) -> [Validator] {
        var parts: [String] = [""]
        var closing: [Character] = []
        let pairs: [Character: Character] = ["(": ")", "[": "]", "{": "}", "'": "'", "\"": "\""]
        for character in text {
            if character == closing.last {
                closing.removeLast()
            } else if let end = pairs[character], closing.last != "'", closing.last != "\"" {
                closing.append(end)
            }
            if character == ";", closing.isEmpty { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map(trimmed).filter { !$0.isEmpty }.map(validator)
    }

    private static func validator(_ text: String) -> Validator {
        let scheme = text.hasPrefix("hub://") ? 6 : 0
        guard let colon = text.dropFirst(scheme).firstIndex(of: ":") else {
            return Validator(name: text, arguments: nil)
        }
        return Validator(
            name: trimmed(String(text[..<colon])), arguments: trimmed(String(text[text.index(after: colon)...])))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
