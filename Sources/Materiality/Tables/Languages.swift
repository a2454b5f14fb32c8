/// Language tags as they stand in file names and keys: `de`, `pt-BR`, `zh_Hant_TW` (RFC 5646, section 2.1; many tools
/// write an underscore).
enum Languages {
    /// ISO 639-1.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
        sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))

    static func isTag(_ text: some StringProtocol) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let language = parts.first, codes.contains(language.lowercased()), parts.count <= 3 else { return false }
        return parts.dropFirst().allSatisfy { part in
            switch part.count {
            case 2, 4: part.allSatisfy { $0.isASCII && $0.isLetter }
            case 3: part.allSatisfy(\.isNumber)
            default: false
            }
        }
    }
}
