/// An attribute of an element; its value is escaped when it is written.
struct HTMLAttribute: Sendable {
    let name: String
    /// Nil for an attribute that is true by being there.
    let value: String?

    private init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    static func id(_ value: String) -> Self { Self("id", value) }
    static func `class`(_ names: String...) -> Self { Self("class", names.joined(separator: " ")) }
    static func lang(_ value: String) -> Self { Self("lang", value) }
    static func name(_ value: String) -> Self { Self("name", value) }
    static func content(_ value: String) -> Self { Self("content", value) }
    static func charset(_ value: String) -> Self { Self("charset", value) }
    static func httpEquiv(_ value: String) -> Self { Self("http-equiv", value) }
    static func type(_ value: String) -> Self { Self("type", value) }
    static func `for`(_ id: String) -> Self { Self("for", id) }
    static func scope(_ value: String) -> Self { Self("scope", value) }
    static func translate(_ isTranslated: Bool) -> Self { Self("translate", isTranslated ? "yes" : "no") }
    static func tabindex(_ value: Int) -> Self { Self("tabindex", String(value)) }
    static func role(_ value: String) -> Self { Self("role", value) }
    static func aria(_ name: String, _ value: String) -> Self { Self("aria-" + name, value) }
    static func data(_ name: String, _ value: String) -> Self { Self("data-" + name, value) }

    static let checked = Self("checked", nil)
    static let open = Self("open", nil)

    /// A place on the same page.
    static func href(toID id: String) -> Self { Self("href", "#" + id) }

    /// Another page; nil for anything but `https`, so that no address of a repository can run as a script.
    static func href(_ address: String) -> Self? {
        address.hasPrefix("https://") ? Self("href", address) : nil
    }

    static let noReferrer = Self("rel", "noreferrer noopener external")

    // MARK: SVG

    /// Lengths and coordinates, in pixels of the drawing.
    static func svg(_ name: SVGName, _ value: Double) -> Self {
        let tenths = (value * 10).rounded()
        let isWhole = tenths.truncatingRemainder(dividingBy: 10) == 0
        return Self(name.rawValue, isWhole ? String(Int(tenths / 10)) : String(tenths / 10))
    }

    enum SVGName: String, Sendable { case x, y, x1, y1, x2, y2, cx, cy, r, width, height }

    static func viewBox(width: Int, height: Int) -> Self { Self("viewBox", "0 0 \(width) \(height)") }
    static func path(_ data: String) -> Self { Self("d", data) }
    static func textAnchor(_ value: String) -> Self { Self("text-anchor", value) }
}
