import Foundation
import TestSupport
import Testing

/// What a process must not pay for before it does anything (docs/performance.md).
struct StartUp {
    private let folder: TemporaryFolder
    private let program: String

    init() throws {
        folder = try TemporaryFolder()
        program = try Product.folder() + "/imprimatur"
    }

    /// The OpenPGP library and its cryptography would double the start-up time; signatures that need it are rare.
    @Test func openPGPIsNotLinked() throws {
        #if os(Linux)
            let libraries = try run(["ldd", program]).output
        #else
            let libraries = try run(["otool", "-L", program]).output
        #endif
        // What is known to be linked shows that the list was read.
        #expect(libraries.contains("libgit2"))
        for unwanted in ["librnp", "libgpgme", "libbotan"] {
            #expect(!libraries.contains(unwanted), "\(unwanted) is loaded before the first line runs")
        }
    }

    /// Initialising libgit2 reads the certificates of a TLS library that is never used: about as long as everything
    /// else that `validate` does. A stand-in for the initialisation, put before the library's, ends the process.
    @Test func validateLeavesLibgit2Alone() throws {
        #if os(Linux)
            try write("stand-in.c", "#include <unistd.h>\nint git_libgit2_init(void) { _exit(97); }\n")
            let standIn = folder.path + "/stand-in.so"
            let built = try run(["clang", "-shared", "-fPIC", "stand-in.c", "-o", standIn])
            try #require(built.status == 0, "\(built.diagnostics)")
            try write("schema.json", #"{"type": "object", "required": ["name"]}"#)
            try write("good.yaml", "name: x\n")
            try write("bad.yaml", "nmae: x\n")

            let variables = ["LD_PRELOAD": standIn]
            let validate = [program, "validate", "--schema", "schema.json"]
            #expect(try run(validate + ["good.yaml"], variables).status == 0)
            #expect(try run(validate + ["bad.yaml"], variables).status == 1)
            // The stand-in works: a command that reads a repository does not get past it.
            #expect(try run([program, "check"], variables).status == 97)
        #else
            print("validateLeavesLibgit2Alone: skipped, a stand-in can only be put before a library on Linux")
        #endif
    }

    /// Sources/CLibgit2Start is found before mbedTLS, where libgit2 uses that.
    @Test func certificatesAreNotRead() throws {
        let name = "mbedtls_x509_crt_parse_file"
        let bindings = try run([program, "--version"], ["LD_DEBUG": "bindings"]).diagnostics.split(separator: "\n")
            .filter { $0.contains("`\(name)'") && $0.contains("libgit2") }
        guard !bindings.isEmpty else {
            print("certificatesAreNotRead: skipped, the libgit2 of this machine does not use mbedTLS")
            return
        }
        #expect(bindings.allSatisfy { $0.contains(" to \(program) ") }, "\(bindings)")
    }

    private func run(_ arguments: [String], _ variables: [String: String] = [:]) throws -> ProgramResult {
        let path = ["PATH": Product.searchPath]
        return try runProgram(
            arguments, in: folder.path, variables: path.merging(variables) { _, given in given })
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
}
