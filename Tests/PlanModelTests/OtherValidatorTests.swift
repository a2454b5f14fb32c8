import Foundation
import PlanModel
import Testing

/// Another implementation, python-jsonschema, comes to the same verdicts about the schemas as files on disk, as an editor
/// and other people's tools read them.
@Suite struct OtherValidatorTests {
    /// `check-jsonschema` on the PATH.
    private static let program: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let candidates = folders.map { URL(filePath: String($0)).appending(path: "check-jsonschema") }
        let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        if found == nil { print("check-jsonschema: skipped, it is not on the PATH") }
        return found
    }()

    @Test(arguments: DocumentKinds.all.map { $0.kind.name })
    func agreesAboutTheFixtures(_ kind: String) async throws {
        guard let program = Self.program else { return }
        let schema = Fixtures.path("schemas/v1/\(kind).schema.json")
        for fixture in KindFixture.valid + KindFixture.invalid where fixture.kind == kind {
            let file = Fixtures.path("\(KindFixture.folder)/\(kind)/\(fixture.file)")
            let status = try await run(program, ["--schemafile", schema, file])
            #expect(status == (fixture.file.hasPrefix("valid") ? 0 : 1), "\(fixture.testDescription)")
        }
    }

    private func run(_ program: URL, _ arguments: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
