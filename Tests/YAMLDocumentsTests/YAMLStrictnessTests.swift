import SourceText
import Testing

@testable import YAMLDocuments

/// What YAML 1.2.2 refuses and allows, one text for each class of case in the official suite, in our own words: this
/// holds where the suite itself is not there. libyaml 0.2.5 gets those marked "libyaml" wrong.
struct YAMLStrictnessTests {
    @Test(
        "What must fail, at its place",
        arguments: [
            // libyaml accepts these sixteen.
            "limits: [low,\n«high]»\n",  // libyaml: a further line of brackets at the key's column
            "note: \"first\n«second\"»\n",  // libyaml: a further line of quotes at the key's column
            "note: \"first\n«\t»second\"\n",  // libyaml: a tab as indentation in quotes
            "- [\n«\t»low,\n high\n ]\n",  // libyaml: a tab as indentation in brackets
            "role: owner\n«%YAML 1.2»\n---\n",  // libyaml: a directive behind a mapping, without a document end
            "--- text # comment\n«%TAG !e! x:»\n---\nb\n",  // libyaml: the same behind a scalar
            "\"text\"\n«%TAG ! x:»\n---\nb\n",  // libyaml: the same behind quotes
            "%YAML 1.2\n---\n«%YAML 1.2»\n---\n",  // libyaml: a directive in an empty document
            "«%YAML 1.2#x»\n---\n",  // libyaml: a comment without a space, behind a directive
            "[low, high]«#»comment\n",  // libyaml: behind a bracket
            "[low,«#»comment\n high]\n",  // libyaml: behind a comma
            "role: \"owner\"«#» comment\n",  // libyaml: behind a quote
            "text: >«#» comment\n  line\n",  // libyaml: behind a block's sign
            "text: |\n \n«   »\n line\n",  // libyaml: an empty line deeper than the text
            "- [«-», low]\n", "[«-»]\n",  // libyaml: a lone dash in brackets
            // Tabs that look like indentation
            "a:\n«\t»b: 1\n", "a:\n  b: 1\n «\t»c: 1\n", "-«\t»- a\n", "- «\t»- a\n", "?«\t»- a\n", "? a\n:«\t»- b\n",
            "?«\t»key:\n", "- a\n«\t»- b\n", "a: |\n«\t»\nb: 1\n", "a: >\n   x\n«\t»y\n", "a: [\n  b,\n«\t»c]\n",
            // Comments inside plain text
            "a: one # x\n  «two»\n", "one # x\n«two»\n", "[one # x\n «two»]\n", "a:\n  one\n  # x\n  «two»\n",
            // Keys that are no keys
            "a: b«:» c\n", "a: 'b'«:» c\n", "a: 1\n«b»\n", "a: one\n  «two:» 2\n", "one\n«two:» 2\n",
            "«\"a»\n b\": 1\n", "«[a,»\n b]: 1\n", "[a\n «:» b]\n", "[\"a\"\n «:»b]\n", "{a: 1\n «b»: 2}\n",
            "- a: 1\n  «b»\n", "--- a«:» 1\n", "--- «-» a\n",
            // Lists and mappings where none may start
            "a: «-» b\n", "a: 1\n«-» b\n", "- a\n«b: 1»\n", "- k: 1\n «- b»\n", "&x «-» a\n",
            "!!seq «-» a\n", "a:\n  - b\n «- c»\n", "a:\n- b\n«c»\n", "- a\n- \"b\"\n«c»\n",
            // Indentation
            "a:\n   b: 1\n  «c: 2»\n", "a:\n  b: 1\n   «c:» 2\n", " a: 1\n«b: 2»\n", "a: \"1\"\n  «b: 2»\n",
            "- - a\n «- b»\n",
            // Brackets
            "«[»a, b\n", "«{»a: 1\n", "[a, b«}»\n", "[«,» a]\n", "[a,«,» b]\n", "{«,» a: 1}\n", "[a] «b»\n", "[a]«]»\n",
            "[\"a\" «b»]\n",
            "a: «]»\n", "«[»\n---\na\n", "k: {\n«a: 1»\n}\n", "[a: b«:» c]\n",
            // Quotes and escapes
            "a: «\"b»\n", "a: «'b»\n", "«\"a»\n---\nb\"\n", "«'a»\n...\n", "a: \"«\\.»\"\n", "a: \"«\\'»\"\n",
            "a: \"«\\xZ»Z\"\n", "a: \"b\" «c»\n",
            "a: 'b'«c'»\n",
            // Blocks of text
            "a: | «b»\n", "a: >«0»\n", "a: |1«0»\n", "a: |«x»\n", "a: |\n    b\n  «c»\n", "- >\n\n«  »\n b\n",
            // Anchors, aliases and tags
            "a: &x «&y» 1\n", "a: !!str «!!str» 1\n", "a: &x\n  «&y» 1\n", "a: &x «*»y\n", "&x «*»y : 1\n", "a: «&»\n",
            "a: «*»\n",
            "a: «!e!»x 1\n", "%TAG !e! x:\n---\na\n---\n«!e!»b c\n", "- «!!str,» a\n", "- «!a{»\n", "a:\n«&x»\n- b\n",
            "- a\n«&x»\n- b\n",
            // Documents and directives
            "«%YAML 1.2»\na\n", "«%YAML 1.2»\n...\n", "%YAML 1.2\n«%YAML 1.2»\n---\n", "«%YAML 1.2 x»\n---\n",
            "«%YAML 2.0»\n---\n",
            "a\n... «b»\n", "[a]\n«[b]»\n", "a: 1\n«%x»\n",
        ])
    func mustFail(marked: String) throws {
        let text = MarkedText(marked)
        let mistake = EventText.events(of: Array(text.text.utf8)).mistake
        guard let expected = text.ranges.first else {
            #expect(mistake == nil)
            return
        }
        let found = try #require(mistake, "must fail")
        #expect(found.range == expected, "\(text.source.marking(found.range)) \(found.message)")
    }

    @Test(
        "What must parse, and what it means",
        arguments: [
            // libyaml refuses or misreads these.
            ("\t[low, high]\n", #"["low","high"]"#), ("limits:\t[low]\n", #"{"limits":["low"]}"#), ("-\t-1\n", "[-1]"),
            ("a:\n \tb\n", #"{"a":"b"}"#), (" \t\na: 1\n", #"{"a":1}"#), ("a: 1\n\t\nb: 2\n", #"{"a":1,"b":2}"#),
            ("text: |\n \tx\n", #"{"text":"\tx\n"}"#), ("a: |\n \t\nb: 1\n", #"{"a":"\t\n","b":1}"#),
            ("- >\n \t\n detected\n", #"["\t\ndetected\n"]"#),
            ("{low\n: high}\n", #"{"low":"high"}"#), ("{\"low\"\n  :high}\n", #"{"low":"high"}"#),
            ("{\"a\" # x\n  :b}\n", #"{"a":"b"}"#), ("{low high\n  ster: 1}\n", #"{"low high ster":1}"#),
            ("{http://x, :y}\n", #"{":y":null,"http://x":null}"#),
            ("[:a, -b, ?c, :: ]\n", #"[":a","-b","?c",{":":null}]"#),
            ("{?a: b}\n", #"{"?a":"b"}"#), ("{a: b, ? c}\n", #"{"a":"b","c":null}"#),
            ("{ \"a\":b, c:d }\n", #"{"a":"b","c:d":null}"#),
            ("&a: b: 1\nc: *a:\n", #"{"b":1,"c":"b"}"#), ("- &é 1\n- *é\n", "[1,1]"), ("- &a:b 1\n- *a:b\n", "[1,1]"),
            ("--- >\nline\n# text\n", #""line # text\n""#), ("--- |\nline\n", #""line\n""#),
            ("a\n...\nb\n", #""a""#), ("...\n# x\n", ""), ("# x\n...\na: 1\n", #"{"a":1}"#),
            ("%YAML 1.3\n---\na\n", #""a""#), ("%FOO bar baz # x\n---\n'a'\n", #""a""#),
            ("%YAML 1.1  # x\n---\na\n", #""a""#),
            ("a: |\n  x\n   ", #"{"a":"x\n \n"}"#), ("- |+\n   ", #"["\n"]"#), ("a: |\n  x", #"{"a":"x\n"}"#),
            // Plain text
            ("a: b c  d\n", #"{"a":"b c  d"}"#), ("a: b\n  c\n\n  d\n", #"{"a":"b c\nd"}"#),
            ("a: b#c\n", #"{"a":"b#c"}"#),
            ("a: b:c\n", #"{"a":"b:c"}"#), ("a: -b\n", #"{"a":"-b"}"#), ("a: ?b\n", #"{"a":"?b"}"#),
            ("a: b\n  - c\n", #"{"a":"b - c"}"#),
            ("a: b & c * d ! e\n", #"{"a":"b & c * d ! e"}"#), ("a: b, c] d}\n", #"{"a":"b, c] d}"}"#),
            ("- ---\n", #"["---"]"#),
            ("a\n%b\n", #""a %b""#), ("a: ::b\n", #"{"a":"::b"}"#), ("a: :b\n", #"{"a":":b"}"#),
            ("- a\n - b\n", #"["a - b"]"#), ("a: ...b\n", #"{"a":"...b"}"#),
            // Quotes
            ("a: 'b''c'\n", #"{"a":"b'c"}"#), ("a: 'b\n\n\n  c '\n", #"{"a":"b\n\nc "}"#),
            ("a: \"b\\\n  \\ c\"\n", #"{"a":"b c"}"#),
            ("a: \"b \\t\n  c\"\n", #"{"a":"b \t c"}"#), ("a: \" b \n\n c \"\n", #"{"a":" b\nc "}"#),
            ("a: \"\\x41\\u00e9\\U0001F4A9\"\n", #"{"a":"Aé💩"}"#),
            ("'a\n b'\n", #""a b""#), ("a: \"b\n \t c\"\n", #"{"a":"b c"}"#), ("a: \"\"\n", #"{"a":""}"#),
            ("a: ''''\n", #"{"a":"'"}"#),
            // Blocks of text
            ("a: |-\n  b\n\n   c\n", #"{"a":"b\n\n c"}"#), ("a: |+\n  b\n\n", #"{"a":"b\n\n"}"#),
            ("a: >\n  b\n  c\n\n  d\n   e\n  f\n", #"{"a":"b c\nd\n e\nf\n"}"#),
            ("a: |2\n   b\n", #"{"a":" b\n"}"#), ("a: |-1\n  b\n", #"{"a":" b"}"#),
            ("- |\n b\n# c\n- d\n", #"["b\n","d"]"#),
            ("a: |\nb: 1\n", #"{"a":"","b":1}"#), ("a: >-\n\n  b\n", #"{"a":"\nb"}"#),
            ("a: |\n  # b\n", "{\"a\":\"# b\\n\"}"), ("a: >\n b\n\n  c\n\n d\n", #"{"a":"b\n\n c\n\nd\n"}"#),
            ("a:\n  - |\n   b\n  - c\n", #"{"a":["b\n","c"]}"#), ("a: |\n  ---\n", #"{"a":"---\n"}"#),
            // Collections
            ("- - a\n  - b\n-\n  - c\n", #"[["a","b"],["c"]]"#), ("a:\n- b\nc:\n- - d\n", #"{"a":["b"],"c":[["d"]]}"#),
            ("- a: 1\n  b:\n  - 2\n", #"[{"a":1,"b":[2]}]"#),
            ("? a\n: b\n? c\n", #"{"a":"b","c":null}"#), ("? |\n  a\n: - b\n", #"{"a\n":["b"]}"#),
            ("a:\n\n\n  b:\n # x\n    c\n", #"{"a":{"b":"c"}}"#),
            ("[a, [b, {c: d}], e: f, ]\n", #"["a",["b",{"c":"d"}],{"e":"f"}]"#),
            ("{a, b: , c: 1, }\n", #"{"a":null,"b":null,"c":1}"#), ("a: [\n  b\n]\n", #"{"a":["b"]}"#),
            ("a: {\n  b: 1\n}\n", #"{"a":{"b":1}}"#), ("[? a : b, ? c]\n", #"[{"a":"b"},{"c":null}]"#),
            ("a : b\n", #"{"a":"b"}"#), ("\"a\" : b\n", #"{"a":"b"}"#),
            ("-\n- a\n-\n", #"[null,"a",null]"#), ("a:\n  &x\n  b: 1\n", #"{"a":{"b":1}}"#),
            ("&x a: &y b\n*y : *x\n", #"{"a":"b","b":"a"}"#),
            ("a: !!map\n  b: 1\n", #"{"a":{"b":1}}"#), ("--- # x\na: 1\n", #"{"a":1}"#), ("---\n- a\n...\n", #"["a"]"#),
            ("%TAG !e! tag:yaml.org,2002:\n---\n!e!str 1\n", #""1""#),
        ] as [(String, String)])
    func mustParse(text: String, meaning: String) {
        let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        #expect(stream.problems.filter { $0.severity == .error }.map(\.message) == [])
        #expect((stream.documents.first.map { json($0.root) } ?? "") == meaning)
    }

    @Test("Anchors, tags and empty keys in the parser's events")
    func events() {
        let text = "!!map &a\n? &b !!str\n: *c\n&d : !e\n"
        #expect(
            EventText.events(of: Array(text.utf8)).lines == [
                "+STR", "+DOC", "+MAP &a <tag:yaml.org,2002:map>", "=VAL &b <tag:yaml.org,2002:str> :", "=ALI *c",
                "=VAL &d :", "=VAL <!e> :", "-MAP", "-DOC", "-STR",
            ])
        #expect(
            EventText.events(of: Array("[[a, b]: c, {d: e}: , : f]\n".utf8)).lines.filter { $0 != "=VAL :" } == [
                "+STR", "+DOC", "+SEQ []", "+MAP {}", "+SEQ []", "=VAL :a", "=VAL :b", "-SEQ", "=VAL :c", "-MAP",
                "+MAP {}", "+MAP {}", "=VAL :d", "=VAL :e", "-MAP", "-MAP", "+MAP {}", "=VAL :f", "-MAP", "-SEQ",
                "-DOC", "-STR",
            ])
    }
}
