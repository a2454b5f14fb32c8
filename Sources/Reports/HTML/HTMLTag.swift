/// The elements that our pages use, from the HTML standard and SVG 2.
enum HTMLTag: String, Sendable {
    case html, head, meta, title, style, body
    case header, nav, main, section, article, footer
    case h1, h2, h3, h4, p, div, span, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td
    case a, strong, small, code, del, ins, br
    case details, summary, form, fieldset, legend, label, input
    case svg, g, line, circle, path, text

    /// Elements that have no end tag.
    var isVoid: Bool { [.meta, .br, .input].contains(self) }

    /// Elements that begin a line of their own wherever they stand, so that a line break behind them shows nowhere.
    var isBlock: Bool {
        switch self {
        case .html, .head, .meta, .title, .style, .body, .header, .nav, .main, .section, .article, .footer, .h1, .h2,
            .h3, .h4, .p, .div, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tr, .th, .td, .details,
            .summary, .form, .fieldset, .legend:
            true
        default: false
        }
    }
}
