import PackageContents
package import PlanModel
import SourceText

/// What a tree's trust roots are and what is wrong with each: nothing is swallowed by the first error, so that a person
/// can mend a chain.
package struct TrustExamination: Sendable {
    /// One file of the folder.
    package struct Version: Sendable {
        package let number: Int
        package let path: String
        /// Nil when the file cannot be read as a trust root.
        package let version: TrustVersion?
        /// Empty when the version is valid, provided that those before it are.
        package internal(set) var failures: [TrustFailure]
    }

    /// Ascending.
    package private(set) var versions: [Version] = []
    /// What is wrong with the chain as a whole: names of files, gaps, rivals.
    package private(set) var chainFailures: [TrustFailure] = []

    /// Everything that is wrong. Empty when the highest version rules.
    package var failures: [TrustFailure] { versions.flatMap(\.failures) + chainFailures }

    /// The versions in front of the first one that fails.
    package var validVersions: [TrustVersion] {
        Array(versions.prefix { $0.failures.isEmpty }.compactMap(\.version))
    }

    /// The valid versions as a chain; nil when not even version 1 is valid.
    package var chain: TrustChain? {
        let versions = validVersions
        return versions.isEmpty ? nil : TrustChain(versions)
    }

    /// - Parameter others: further trees in which the same versions must have the same text.
    package init(of snapshot: Snapshot, pin: TrustPin?, beside others: [Snapshot] = []) throws {
        guard snapshot.schemasWereAsked else {
            chainFailures = [
                TrustFailure(
                    .unjudged, "\(snapshot.label) was read without its schemas", mend: "Report this as a defect.")
            ]
            return
        }
        let (numbers, misnamed) = try Self.numbers(in: snapshot)
        chainFailures += misnamed
        guard numbers.contains(1) else {
            chainFailures.append(Self.missing(in: snapshot))
            return
        }
        if let gap = numbers.enumerated().first(where: { $0.element != $0.offset + 1 }) {
            chainFailures.append(
                TrustFailure(
                    .predecessor,
                    "\(TrustRoot.path(ofVersion: gap.offset + 1)) is not in \(snapshot.label), which has "
                        + TrustRoot.path(ofVersion: gap.element),
                    mend: "Restore it; every version of the trust root is kept."))
            return
        }

        let statements = try TrustStatements(in: snapshot.files)
        var read: [TrustVersion] = []
        for number in numbers {
            var reader = VersionReader(number: number, in: snapshot, after: read, pin: pin, statements: statements)
            let version = try reader.read(isHighest: number == numbers.last)
            versions.append(
                Version(
                    number: number, path: TrustRoot.path(ofVersion: number), version: version,
                    failures: reader.failures))
            // Without it nothing can be said about those that follow it.
            guard let version else { break }
            read.append(version)
        }
        let rivals = RivalVersions(of: read, statements: statements)
        chainFailures += rivals.equivocations + rivals.rollbacks
        for other in others { chainFailures += try RivalVersions.differences(from: other, to: snapshot, pin: pin) }
    }

    static func missing(in snapshot: Snapshot) -> TrustFailure {
        TrustFailure(
            .missing, "\(snapshot.label) has no \(TrustRoot.path(ofVersion: 1))",
            mend: "Restore the trust root; every version is kept in the tree.")
    }

    /// The versions that the files' names state, ascending, and what is wrong with other names. Asked of the files and
    /// not of the documents: a version that cannot be read is still the highest.
    private static func numbers(in snapshot: Snapshot) throws -> (numbers: [Int], failures: [TrustFailure]) {
        var numbers: [Int] = []
        var failures: [TrustFailure] = []
        for file in try snapshot.files.matching(PathPattern("\(TrustRoot.folder)/*.yaml")) {
            if let number = TrustRoot.version(ofFile: file.path) {
                numbers.append(number)
            } else {
                failures.append(
                    TrustFailure(
                        .malformed, "\(file.path) is not named after a version",
                        mend: "Name versions 1.yaml, 2.yaml and so on, and keep nothing else in the folder."))
            }
        }
        return (numbers.sorted(), failures)
    }
}
