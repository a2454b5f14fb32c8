/// Text taken from an untrusted signature, made safe to print.
enum PrintableText {
    /// Longest result, in source bytes; longer input is cut and ends in an ellipsis.
    static let limit = 64

    /// Printable ASCII stays; every other byte, the backslash and the single quote become `\xNN`. So neither a control
    /// sequence nor a bidirectional character reaches a terminal, and the text cannot end the quotes around it.
    static func from(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes.prefix(limit) {
            if (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "'") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
            }
        }
        return bytes.count > limit ? text + "…" : text
    }
}
