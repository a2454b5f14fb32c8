import SourceText
import Testing
import YAMLDocuments

/// Every mistake is told in plain words, at the place where it was made, with a mend.
struct YAMLMistakeTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        /// « » around the place that the message is about, and a second pair around the related place.
        let text: String
        let message: String
        let mend: String

        init(_ text: String, _ message: String, _ mend: String) {
            self.text = text
            self.message = message
            self.mend = mend
        }

        var testDescription: String { message }
    }

    private func check(_ mistake: Mistake) throws {
        let marked = MarkedText(mistake.text)
        let problem = try #require(marked.stream.problems.first { $0.severity == .error })
        #expect(problem.message.contains(mistake.message), "\(problem.message)")
        #expect(problem.mend.contains(mistake.mend), "\(problem.mend)")
        #expect(problem.mend.hasSuffix("."))
        let expected = try #require(marked.ranges.first)
        #expect(problem.range == expected, "\(marked.source.marking(problem.range))")
    }

    @Test(
        "Indentation, keys and items",
        arguments: [
            Mistake("port: \"80\"«#» the web\n", "a # right behind other text", "Put a space before the #"),
            Mistake("a:\n«\t»b: 1\n", "a tab where indentation is expected", "Replace the tab"),
            Mistake("a:\n  b: 1\n  «\t»c: 2\n", "a tab where indentation is expected", "by spaces"),
            Mistake("-«\t»- x\n", "a tab where indentation is expected", "by spaces"),
            Mistake("name: Release«:» second\n", "a second colon with a space", "Put the value in quotes"),
            Mistake("name: echo \"a«:» b\"\n", "in the value `echo \"a: b\"`", "in quotes"),
            Mistake("a: «-» b\n", "may not start on the line of its key", "on the next line"),
            Mistake("--- a«:» b\n", "may not start on the line of `---`", "on the next line"),
            Mistake("--- «-» b\n", "may not start on the line of `---`", "on the next line"),
            Mistake("&x «-» b\n", "an anchor or tag may not stand before a list", "next line"),
            Mistake("title: one\n  «sub:» two\n", "`sub:` looks like a key", "Indent it like the keys"),
            Mistake("one\n«two:» 2\n", "`two:` looks like a key", "end the line above with a colon"),
            Mistake("a: 1\n«\"b»\n c\": 2\n", "a key in quotes that goes over several lines", "Close the quote"),
            Mistake("a: 1\n«[b,»\n  c]: 2\n", "a key must be on one line", "Close the bracket"),
            Mistake("a:\n  - one\n  «-»two\n", "needs a space behind it", "Write `- `"),
            Mistake("- one\n«two»\n", "`two` stands among the items of a list", "Start it with `- `"),
            Mistake("- one\n«k: two»\n", "among the items of a list", "Start it with `- `"),
            Mistake("a: 1\n«-» b\n", "a list item among the keys", "Indent the list below the key"),
            Mistake("a: 1\n«-b»\n", "without a space behind its dash", "Write `- `"),
            Mistake("a: 1\n«b»\nc: 2\n", "`b` stands among the keys of a mapping", "Write a colon"),
            Mistake("a: 1\nb«:»2\nc: 3\n", "the colon in `b:2` makes no key", "space behind the colon"),
            Mistake("a«:»1\nb: 2\n", "the colon in `a:1` makes no key", "space behind the colon"),
            Mistake("a: 1\n\"b\"«:»2\n", "makes no key", "space behind the colon"),
            Mistake("a: 1\n«\(String(repeating: "k", count: 1_025))»: 2\n", "more than 1024 characters", "Shorten"),
            Mistake("a:\n    b: 1\n  «c: 2»\n", "fits none of the lines above", "Indent by 4 spaces"),
            Mistake("a: \"1\"\n  «b: 2»\n", "which already has a value", "very start of the line"),
            Mistake("a:\n  b: one # more\n    «two»\n", "ended at its comment", "Move the comment"),
            Mistake("a: []\n «b: 1»\n", "indented by 1 space", "very start of the line"),
            Mistake("one # more\n«two»\n", "ended at its comment", "Move the comment"),
        ])
    func blocks(mistake: Mistake) throws { try check(mistake) }

    @Test(
        "Brackets",
        arguments: [
            Mistake("a: «[»1, 2\n", "the bracket [ is never closed", "closing ]"),
            Mistake("a: «{»b: 1\n---\nc: 1\n", "the bracket { is never closed", "closing }"),
            Mistake("a: «[»1, 2\nb: 3\n", "the bracket [ is not closed", "closing ]"),
            Mistake("a: «[»1, 2\n\n  b 3\n  c \"\n", "is never closed", "closing ]"),
            Mistake("a: [1,\n«2]»\n", "must be indented deeper", "at least 1 space"),
            Mistake("a:\n  b: [1,\n  «2]»\n", "must be indented deeper", "at least 3 spaces"),
            Mistake("a: [«,» 1]\n", "a comma without an item", "Delete the comma"),
            Mistake("a: {b: 1,«,» c: 2}\n", "a comma without an item", "Delete the comma"),
            Mistake("a: [1«}»\n", "} does not close the bracket [", "Close it with ]"),
            Mistake("a: {b: 1«]»\n", "] does not close the bracket {", "Close it with }"),
            Mistake("a: [\"b\" «c»]\n", "no comma between this and the item before", "Write a comma"),
            Mistake("a: {b: 1 «c»: 2}\n", "no comma before the key `c`", "Write a comma"),
            Mistake("{\n  \"a\": 1\n  «\"b\"»: 2\n}\n", "no comma before the key `\"b\"`", "Write a comma"),
            Mistake("a: [x y: z«:» 1]\n", "a second colon behind `z`", "in quotes"),
            Mistake("a: [\"b\"\n  «:» 1]\n", "a colon where a comma or ] is expected", "on one line"),
            Mistake("a: [x # one\n  «y»]\n", "may not go on behind a comment", "before the comment"),
            Mistake("a: «[»\"x\"\n  \"y\"\n", "the bracket [ is not closed", "closing ]"),
            Mistake("a: [x]«]»\n", "one closing bracket too many", "Delete it"),
            Mistake("a: [x] «y»\n", "text behind the closing bracket", "inside the brackets"),
            Mistake("a: [x,«#»y\n  z]\n", "a # right behind other text", "space before the #"),
            Mistake("a: «]»\n", "a closing ] without an opening", "Delete it"),
            Mistake("a: [«-» b]\n", "a dash starts no item inside brackets", "by commas"),
            Mistake("a: [«-», b]\n", "a dash starts no item inside brackets", "needs quotes"),
            Mistake("a: [«|»\n  b]\n", "a block of text may not start inside brackets", "in quotes"),
            Mistake("a: [\n«\t»x]\n", "a tab where indentation", "by spaces"),
            Mistake("a: «{{ x }»}\n", "a key must be plain text", "template braces in quotes"),
        ])
    func brackets(mistake: Mistake) throws { try check(mistake) }

    @Test(
        "Text and quotes",
        arguments: [
            Mistake("a: «\"x»\n", "the quote \" is never closed", "written \\\""),
            Mistake("a: «'x»\n---\nb: 1\n", "the quote ' is never closed", "twice ('')"),
            Mistake("a: «\"x»\nb: y\nc: \"z\"\n", "the quote \" is not closed on its line", "closing quote"),
            Mistake("a:\n  - «'x»\n  - y'\n", "the quote ' is not closed on its line", "closing quote"),
            Mistake("a: \"x\n«y\"»\n", "must be indented deeper", "at least 1 space"),
            Mistake("a: \"x\n«\t»y\"\n", "a tab where indentation", "by spaces"),
            Mistake("a: 'it'«s so'»\n", "text behind the closing quote", "twice ('')"),
            Mistake("a: \"x\" «y»\n", "text behind the closing quote", "written \\\""),
            Mistake("a: «\"x»\n  b: \"y\n", "is closed only in a later line", "Close the quote"),
            Mistake("a: \"C:«\\d»ir\"\n", "`\\d` is no escape", "single quotes"),
            Mistake("a: \"«\\u12\"»\n", "needs 4 hexadecimal digits", "all 4 digits"),
            Mistake("a: \"«\\ud800»\"\n", "stands for no Unicode character", "Write the character"),
            Mistake("a: \"«\\U00110000»\"\n", "stands for no Unicode character", "Write the character"),
            Mistake("a: | «text»\n", "text on the line of the `|`", "on the next line"),
            Mistake("a: >1 «2»\n  x\n", "text on the line of the `>`", "on the next line"),
            Mistake("a: |«0»\n  x\n", "a digit from 1 to 9", "Leave it out"),
            Mistake("a: |\n«    »\n  x\n", "an empty line at the start of a block", "Delete the spaces"),
            Mistake("a: |\n    x\n  «y»\nb: 1\n", "indented less than its first line", "at least 4 spaces"),
            Mistake("a: |\n  x\n«\t»\nb: 1\n", "a tab where indentation", "by spaces"),
            Mistake("a: |«#» x\n", "a # right behind other text", "space before the #"),
            Mistake("a: «@here»\n", "may not start with @", "in quotes"),
            Mistake("a: «`x` y» # z\n", "may not start with `", "in quotes"),
            Mistake("a: «%x»\n", "may not start with %", "in quotes"),
            Mistake("a: «,b»\n", "may not start with a comma", "Delete the comma"),
        ])
    func scalars(mistake: Mistake) throws { try check(mistake) }

    @Test(
        "Anchors, tags, directives and document markers",
        arguments: [
            Mistake("a: &x «&y» 1\n", "a second anchor for one value", "Keep one"),
            Mistake("a: !!str «!!int» 1\n", "a second tag for one value", "Keep one"),
            Mistake("a: &x 1\nb: &y «*»x\n", "an alias may have no anchor or tag", "before the alias"),
            Mistake("- «!!str,» x\n", "must be followed by a space", "Write a space"),
            Mistake("a: «&» x\n", "an anchor & without a name", "in quotes"),
            Mistake("a: «*»\n", "an alias * without a name", "in quotes"),
            Mistake("a: «*.txt»\n", "alias *.txt has no anchor", "needs quotes"),
            Mistake("a: &x 1\n«*x:» b\n", "the colon belongs to the name in `*x:`", "a space before the colon"),
            Mistake("a: 1\n«&x:» b\n", "the colon belongs to the name in `&x:`", "a space before the colon"),
            Mistake("a:\n  «*x:» b\n", "the colon belongs to the name in `*x:`", "a space before the colon"),
            Mistake("a: 1\n«&x»", "`&x` stands among the keys of a mapping", "Write a colon"),
            Mistake("a: «!<x» y\n", "is not a well-formed tag", "in quotes"),
            Mistake("a: «!e!»x y\n", "the tag handle !e! is not defined", "Define it by %TAG"),
            Mistake("a: «!ref» y\n", "the tag <!ref> is not read here", "in quotes"),
            Mistake("a: «!!python/object:os.system» y\n", "python/object:os.system> is not read here", "Leave the tag"),
            Mistake("a: «!!set» {b: }\n", "<tag:yaml.org,2002:set> is not read here", "Leave the tag"),
            Mistake("a: «!!int x»\n", "the tag says that this is an integer", "Leave the tag"),
            Mistake("a: «!!bool \"yes\"»\n", "true or false, but it is not", "value that fits"),
            Mistake("a: 1\n«%YAML 1.2»\n---\nb: 1\n", "a directive (% at the start of a line) inside", "with `...`"),
            Mistake("«%YAML 1.2»\na: 1\n", "must be followed by `---`", "Write `---`"),
            Mistake("«%YAML 1.2»\n", "must be followed by `---`", "Write `---`"),
            Mistake("«%» x\n---\n", "a % without the name", "in quotes"),
            Mistake("%YAML 1.2\n«%YAML 1.2»\n---\n", "a second %YAML directive", "Keep one"),
            Mistake("«%YAML 1.2 x»\n---\n", "is not a %YAML directive", "Write `%YAML 1.2`"),
            Mistake("«%YAML 2.0»\n---\n", "asks for YAML 2.0", "Write `%YAML 1.2`"),
            Mistake("«%TAG !e»\n---\n", "is not a %TAG directive", "a handle"),
            Mistake("%TAG !e! x\n«%TAG !e! y»\n---\n", "a second %TAG directive for the handle !e!", "Keep one"),
            Mistake("a: 1\n... «b»\n", "text behind the `...`", "line of its own"),
            Mistake("[a]\n«b»\n", "does not belong to the document above", "new document with `---`"),
            Mistake("  a: 1\n«b: 2»\n", "less than the document's first line", "Indent it by 2 spaces"),
            Mistake("? «[a]»\n: 1\n", "a key must be plain text", "Use a text key"),
            Mistake("«»: 1\n", "a key without text", "Write the key"),
        ])
    func documents(mistake: Mistake) throws { try check(mistake) }

    @Test(
        "Directives without effect are warnings",
        arguments: [
            ("«%YAML 1.1»\n---\na\n", "read as YAML 1.2"), ("«%YAML 1.3» # x\n---\na\n", "read as YAML 1.2"),
            ("«%FOO bar baz»  # x\n---\na\n", "the directive %FOO is not known"),
        ])
    func directives(text: String, message: String) throws {
        let marked = MarkedText(text)
        let problem = try #require(marked.stream.problems.first)
        #expect(marked.stream.problems.count == 1)
        #expect(problem.severity == .warning)
        #expect(problem.range == marked.ranges[0])
        #expect(problem.message.contains(message))
        #expect(marked.stream.documents.count == 1)
    }

    @Test("The related place is where the reader has to look too")
    func related() throws {
        let marked = MarkedText("a: «\"x»\n«b: y»\n")
        let problem = try #require(marked.stream.problems.first)
        #expect(problem.range == marked.ranges[0])
        #expect(problem.related?.range == marked.ranges[1])
        let comma = MarkedText("{\n  a: «1»\n  «b»: 2}\n")
        let missing = try #require(comma.stream.problems.first)
        #expect(missing.range == comma.ranges[1])
        #expect(missing.related?.range == comma.ranges[0])
    }
}
