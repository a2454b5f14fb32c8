import Commands
import Foundation
import TestSupport
import Testing

/// `validate`: any YAML or JSON against any JSON Schema, without a repository.
struct ValidateTests {
    /// A folder that is no git repository, with a schema and documents in it.
    private struct Folder {
        let folder: TemporaryFolder

        init(_ files: [String: String]) throws {
            folder = try TemporaryFolder()
            for (path, text) in files {
                let url = URL(fileURLWithPath: folder.path + "/" + path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
            }
        }

        func validate(_ arguments: String..., input: String = "") -> CommandResult {
            runImprimatur(["validate"] + arguments, in: folder.path, input: Array(input.utf8))
        }
    }

    private static let schema = """
        {"type": "object", "required": ["owner"],
         "properties": {"owner": {"type": "string", "format": "email"}, "tier": {"enum": ["low", "high"]}},
         "additionalProperties": false}
        """

    @Test func validAndInvalidFilesOfAFolder() throws {
        let folder = try Folder([
            "s.json": Self.schema, "docs/a.yaml": "owner: ana@example.org\n",
            "docs/b.json": #"{"owner": "bo@example.org"}"#,
            "docs/notes.txt": "not looked at: [", "docs/.hidden.yaml": "not: [looked, at",
        ])
        let valid = folder.validate("--schema", "s.json", "docs")
        #expect(valid.status == .pass)
        #expect(valid.output.contains("2 documents"))

        let broken = try Folder(["s.json": Self.schema, "docs/a.yaml": "owner: ana@example.org\ntier: hihg\n"])
        let result = broken.validate("--schema", "s.json", "docs")
        #expect(result.status == .refused)
        #expect(result.output.contains("docs/a.yaml:2:7"))
        #expect(result.output.contains("did you mean"))
    }

    @Test func formatsAreAssertedUnlessToldOtherwise() throws {
        let folder = try Folder(["s.json": Self.schema, "a.yaml": "owner: nobody\n"])
        #expect(folder.validate("--schema", "s.json", "a.yaml").status == .refused)
        #expect(folder.validate("--schema", "s.json", "--no-formats", "a.yaml").status == .pass)
    }

    @Test func standardInputHasAName() throws {
        let folder = try Folder(["s.json": Self.schema])
        #expect(folder.validate("--schema", "s.json", "-", input: "owner: a@example.org\n").status == .pass)
        let result = folder.validate("--schema", "s.json", "-", "--stdin-path", "x/y.json", input: #"{"owner": 1}"#)
        #expect(result.status == .refused)
        #expect(result.output.contains("x/y.json:1:11"))
        // What YAML would read is no JSON.
        let yaml = folder.validate("--schema", "s.json", "-", "--stdin-path", "y.json", input: "owner: a@example.org")
        #expect(yaml.status == .refused)
        #expect(folder.validate("--schema", "s.json", "a.yaml", "--stdin-path", "y.json").status == .usage)
    }

    /// What is wrong with the schema is not the documents' fault: could not decide, with the place.
    @Test func schemaThatIsWrongIsNoVerdict() throws {
        let folder = try Folder([
            "type.json": "{\n  \"type\": \"strnig\"\n}", "syntax.json": "{\"type\": ", "two.yaml": "{}\n---\n{}\n",
            "a.yaml": "1\n",
        ])
        let type = folder.validate("--schema", "type.json", "a.yaml")
        #expect(type.status == .undecided)
        #expect(type.diagnostics.contains("type.json:2:11"))
        #expect(type.diagnostics.contains("^^^^^^^^"))
        #expect(folder.validate("--schema", "syntax.json", "a.yaml").status == .undecided)
        #expect(folder.validate("--schema", "two.yaml", "a.yaml").status == .undecided)
        #expect(folder.validate("--schema", "absent.json", "a.yaml").status == .undecided)
    }

    @Test func doubtsAboutTheSchemaAreSaidOnDemand() throws {
        let folder = try Folder(["s.json": #"{"requird": ["owner"]}"#, "a.yaml": "tier: low\n"])
        let quiet = folder.validate("--schema", "s.json", "a.yaml")
        #expect(quiet.status == .pass && quiet.diagnostics.isEmpty)
        let result = folder.validate("--schema", "s.json", "--check-schema")
        #expect(result.status == .pass)
        #expect(result.diagnostics.contains("s.json:1:2"))
        #expect(result.diagnostics.contains("required"))
    }

    @Test func unreadableFileLosesNothing() throws {
        let folder = try Folder(["s.json": Self.schema, "a.yaml": "owner: 1\n"])
        let result = folder.validate("--schema", "s.json", "absent.yaml", "a.yaml")
        #expect(result.status == .undecided)
        #expect(result.output.contains("a.yaml:1:8"))
        #expect(result.diagnostics.contains("absent.yaml"))
    }

    /// What would take for ever is not waited for, and nobody knows whether it is valid.
    @Test func documentThatIsTooCostlyToJudgeIsNoVerdict() throws {
        let folder = try Folder([
            "s.json": #"{"pattern": "^(a|aa)+\\1$"}"#, "a.yaml": String(repeating: "a", count: 40) + "b\n",
        ])
        let result = folder.validate("--schema", "s.json", "a.yaml")
        #expect(result.status == .undecided)
        #expect(result.output.contains("a.yaml:1:1"))
        #expect(result.output.contains("too costly"))
    }

    @Test func filesThatAreNotThereAreNoPass() throws {
        let folder = try Folder(["s.json": Self.schema, "empty/readme.txt": ""])
        #expect(folder.validate("--schema", "s.json", "absent.yaml").status == .undecided)
        #expect(folder.validate("--schema", "s.json", "empty").status == .usage)
        #expect(folder.validate("--schema", "s.json").status == .usage)
    }

    @Test func fileWithoutADocumentIsInvalid() throws {
        let folder = try Folder(["s.json": "{}", "a.yaml": "# nothing but a comment\n"])
        let result = folder.validate("--schema", "s.json", "a.yaml")
        #expect(result.status == .refused)
        #expect(result.output.contains("no document"))
    }
}

/// Where the references of a schema lead: inside it, to files beside it, to files that are given; never to a network.
extension ValidateTests {
    private static let main =
        #"{"type": "object", "properties": {"owner": {"$ref": "parts/owner%20id.yaml#/$defs/owner"}}}"#
    private static let part = "$defs: {owner: {type: string, minLength: 3}}\n"

    @Test func fileBesideTheSchemaIsRead() throws {
        let folder = try Folder([
            "schemas/main.json": Self.main, "schemas/parts/owner id.yaml": Self.part, "a.yaml": "owner: x\n",
            "b.yaml": "owner: xyz\n",
        ])
        #expect(folder.validate("--schema", "schemas/main.json", "b.yaml").status == .pass)
        #expect(folder.validate("--schema", "schemas/main.json", "a.yaml").status == .refused)
    }

    @Test func fileBesideIsFoundUnderThePublishedAddress() throws {
        let published = #"{"$id": "https://schemas.example.org/v1/main.json", "#
        let folder = try Folder([
            "v1/main.json": published + Self.main.dropFirst(), "v1/parts/owner id.yaml": Self.part,
            "a.yaml": "owner: x\n",
        ])
        #expect(folder.validate("--schema", "v1/main.json", "a.yaml").status == .refused)
    }

    /// A relative reference may lead anywhere on this disk; one under the published address stays below its folder,
    /// however it is written.
    @Test func publishedAddressDoesNotLeadOutOfTheFolder() throws {
        let id = #"{"$id": "https://schemas.example.org/v1/main.json", "$ref": "#
        let folder = try Folder([
            "other.json": #"{"type": "string"}"#, "a.yaml": "text\n",
            "v1/relative.json": #"{"$ref": "../other.json"}"#,
            "v1/encoded.json": id + #""..%2Fother.json"}"#, "v1/half.json": id + #""%2e%2e/other.json"}"#,
            "v1/sub.json": id + #""parts/%2E%2E%2f..%2fother.json"}"#, "v1/plain.json": id + #""../other.json"}"#,
        ])
        #expect(folder.validate("--schema", "v1/relative.json", "a.yaml").status == .pass)
        for name in ["encoded", "half", "sub", "plain"] {
            let result = folder.validate("--schema", "v1/\(name).json", "a.yaml")
            #expect(result.status == .undecided, "\(name)")
            #expect(result.diagnostics.contains("v1/\(name).json:1:"))
        }
    }

    /// By its path, from wherever the command is called; were it not, it would be read again, and its `$id` be that of
    /// two schemas.
    @Test func givenSchemaIsFoundByItsPathFromASubfolder() throws {
        let folder = try Folder([
            "s/main.json": #"{"$ref": "more.json#/$defs/x"}"#,
            "s/more.json": #"{"$id": "https://schemas.example.org/more", "$defs": {"x": {"type": "string"}}}"#,
            "a.yaml": "text\n", "sub/b.yaml": "1\n",
        ])
        func validate(_ document: String) -> CommandResult {
            runImprimatur(
                ["validate", "--schema", "../s/./main.json", "--schema-ref", "../s/more.json", document],
                in: folder.folder.path + "/sub")
        }
        #expect(validate("../a.yaml").status == .pass)
        #expect(validate("b.yaml").status == .refused)
    }

    @Test func givenSchemaIsFoundByItsIdentifier() throws {
        let folder = try Folder([
            "main.json": #"{"$ref": "https://schemas.example.org/owner"}"#,
            "other.json": #"{"$id": "https://schemas.example.org/owner", "type": "string"}"#, "a.yaml": "1\n",
        ])
        #expect(folder.validate("--schema", "main.json", "--schema-ref", "other.json", "a.yaml").status == .refused)
        let result = folder.validate("--schema", "main.json", "a.yaml")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("https://schemas.example.org/owner"))
        #expect(result.diagnostics.contains("main.json:1:10"))
        #expect(result.diagnostics.contains("--schema-ref"))
    }

    @Test func neighbourThatCannotBeReadIsNamed() throws {
        let folder = try Folder([
            "main.json": #"{"$ref": "part.json"}"#, "part.json": "{\n  \"type\": }", "a.yaml": "1\n",
        ])
        let result = folder.validate("--schema", "main.json", "a.yaml")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("part.json:2:"))
    }

    @Test func everyMistakeOfASchemaIsTold() throws {
        let folder = try Folder(["s.json": #"{"type": "strnig", "minLength": -1}"#, "a.yaml": "1\n"])
        let result = folder.validate("--schema", "s.json", "a.yaml")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("s.json:1:10"))
        #expect(result.diagnostics.contains("s.json:1:33"))
    }
}
