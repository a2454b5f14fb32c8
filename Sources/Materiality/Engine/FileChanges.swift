import ComponentFormats
import PackageContents
import PlanModel
import SourceText

/// The changes that can be stated of any file.
enum FileChanges {
    static func renamed(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ category: ComponentCategory
    ) -> Change {
        // Where no component names the file, tools find it by its place.
        let isNamed = subject.id != new.path && subject.id != old.path
        return Change(
            Claim(
                FileRules.of(category).renamed, isNamed ? .minor : .material,
                "The file \(old.path) is called \(new.path) now; its bytes are the same."), subject,
            field: nil, path: new.path, action: .rename, old: ChangeSide(old.path, at: .file(path: old.path)),
            new: ChangeSide(new.path, at: .file(path: new.path)))
    }

    static func sourceOnly(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ category: ComponentCategory
    ) -> Change {
        let lines = FirstDifference(old, new)
        return Change(
            Claim(FileRules.of(category).sourceOnly, "The file \(new.path) is written differently and says the same."),
            subject,
            field: nil, path: new.path, action: .change, old: lines.old, new: lines.new,
            identity: identity(old, new))
    }

    static func opaque(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ category: ComponentCategory,
        because reason: String = "its format is not known, or it cannot be read"
    ) -> Change {
        let lines = FirstDifference(old, new)
        return Change(
            Claim(
                FileRules.of(category).opaqueChanged,
                "The file \(new.path) changed, and \(reason): what that means is for a person to say."),
            subject, field: nil, path: new.path, action: .change, old: lines.old, new: lines.new,
            identity: identity(old, new))
    }

    /// A side that its own tool would refuse; nil when both can be read. The change is located at the defect.
    static func defective(
        _ readings: (old: ComponentReading?, new: ComponentReading?), _ old: SourceFile, _ new: SourceFile,
        _ subject: Subject, _ category: ComponentCategory
    ) -> Change? {
        let (before, after) = (readings.old?.defects.first, readings.new?.defects.first)
        guard let defect = after ?? before else { return nil }
        let lines = FirstDifference(old, new)
        func side(_ defect: ReadingDefect?, _ file: SourceFile, _ otherwise: ChangeSide) -> ChangeSide {
            defect.map { ChangeSide(file.text($0.range), at: .span(file, range: $0.range)) } ?? otherwise
        }
        let whose = after == nil ? "the file before it" : "it"
        return Change(
            Claim(
                FileRules.of(category).opaqueChanged,
                "The file \(new.path) changed, and \(whose) cannot be read: \(defect.message). \(defect.mend)"),
            subject, field: nil, path: new.path, action: .change, old: side(before, old, lines.old),
            new: side(after, new, lines.new), identity: identity(old, new))
    }

    /// A file of which every change is one rule's.
    static func whole(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ rule: ChangeRule, _ reason: String
    ) -> Change {
        let lines = FirstDifference(old, new)
        return Change(
            Claim(rule, reason), subject, field: nil, path: new.path, action: .change, old: lines.old, new: lines.new,
            identity: identity(old, new))
    }

    /// A file in which some byte is no text, located there; nil where both are text throughout.
    private static func notText(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ category: ComponentCategory
    ) -> Change? {
        let (before, after) = (firstByteOfNoText(old), firstByteOfNoText(new))
        guard let offset = after ?? before else { return nil }
        let file = after == nil ? old : new
        let digits = String(file.bytes[offset], radix: 16, uppercase: true)
        let byte = "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
        let lines = FirstDifference(old, new)
        func side(_ offset: Int?, _ file: SourceFile, _ otherwise: ChangeSide) -> ChangeSide {
            offset.map { ChangeSide(file.text($0..<$0 + 1), at: .span(file, range: $0..<$0 + 1)) } ?? otherwise
        }
        return Change(
            Claim(
                FileRules.of(category).opaqueChanged,
                "The file \(new.path) changed, and the byte \(byte) at byte \(offset) of \(after == nil ? "the file before it" : "it") is no UTF-8 text: what that means is for a person to say."
            ),
            subject, field: nil, path: new.path, action: .change, old: side(before, old, lines.old),
            new: side(after, new, lines.new), identity: identity(old, new))
    }

    /// Offset from 0 of the first byte that is NUL or begins what is no UTF-8.
    private static func firstByteOfNoText(_ file: SourceFile) -> Int? {
        if isText(file) { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var rest = file.bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar):
                if scalar.first == 0 { return offset }
                offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    /// No format fits both sides. Words of a guardrail that is not YAML are a rule's text.
    static func unknown(
        _ old: SourceFile, _ new: SourceFile, _ subject: Subject, _ category: ComponentCategory
    ) -> Change {
        if category == .guardrails, isText(old), isText(new), !isData(new) {
            return whole(
                old, new, subject, GuardrailRules.ruleTextChanged, "A text of the guardrail is another: \(new.path).")
        }
        return notText(old, new, subject, category) ?? opaque(old, new, subject, category)
    }

    /// Text that is read as such: a file that cannot be read as the data that its name promises is none.
    static func isText(_ file: SourceFile, _ reading: ComponentReading?) -> Bool {
        if let reading { return reading.prompt != nil || reading.format.name == KeyedTexts.name }
        return isText(file) && !isData(file)
    }

    private static func isText(_ file: SourceFile) -> Bool {
        !file.bytes.contains(0) && String(validating: file.bytes, as: UTF8.self) != nil
    }

    private static func isData(_ file: SourceFile) -> Bool {
        [".yaml", ".yml", ".json", ".dvc"].contains { file.path.lowercased().hasSuffix($0) }
    }

    /// A part of other files, which are compared with its content in place.
    static func partialCameOrWent(_ pair: FilePairs.Pair, _ subject: Subject) -> Change {
        let path = pair.new?.path ?? pair.old?.path ?? ""
        let side = ChangeSide(path, at: .file(path: path))
        return Change(
            Claim(
                FileRules.of(pair.category).sourceOnly,
                "The file \(path) is \(pair.new == nil ? "gone" : "new"); the files that include it are compared with its content."
            ),
            subject, field: nil, path: path, action: pair.new == nil ? .remove : .add,
            old: pair.new == nil ? side : nil,
            new: pair.new == nil ? nil : side, identity: identity(pair.old, pair.new))
    }

    static func cameOrWent(_ pair: FilePairs.Pair, _ subject: Subject) -> Change {
        let rules = FileRules.of(pair.category)
        let path = pair.new?.path ?? pair.old?.path ?? ""
        let side = ChangeSide(path, at: .file(path: path))
        return Change(
            pair.new == nil
                ? Claim(rules.fileRemoved, "The file \(path) is gone.")
                : Claim(rules.fileAdded, "The file \(path) is new."),
            subject, field: nil, path: path, action: pair.new == nil ? .remove : .add,
            old: pair.new == nil ? side : nil, new: pair.new == nil ? nil : side, identity: identity(pair.old, pair.new)
        )
    }

    private static func identity(_ old: SourceFile?, _ new: SourceFile?) -> String {
        [old, new].map { file in file.map { ContentDigest.sha256($0.bytes) } ?? "-" }.joined(separator: " ")
    }
}

/// The first line that differs, on both sides.
struct FirstDifference {
    let old: ChangeSide
    let new: ChangeSide

    init(_ old: SourceFile, _ new: SourceFile) {
        let common = zip(old.bytes, new.bytes).prefix { $0 == $1 }.count
        self.old = Self.line(at: common, in: old)
        self.new = Self.line(at: common, in: new)
    }

    private static func line(at offset: Int, in file: SourceFile) -> ChangeSide {
        let bytes = file.bytes
        let isLineBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
        var start = bytes[..<offset].lastIndex(where: isLineBreak).map { $0 + 1 } ?? 0
        // What stands in front of the difference as indentation is no part of it.
        start = bytes[start..<offset].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? start
        var end = bytes[offset...].firstIndex(where: isLineBreak) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return ChangeSide(file.text(start..<end), at: .span(file, range: start..<end))
    }
}
