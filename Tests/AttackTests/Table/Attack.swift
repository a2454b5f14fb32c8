import Commands
import Foundation
import TestSupport
import Testing

/// One row of the table in docs/threat-model.md: an attack that is mounted with plain git on a real repository, and the
/// verdict that must come of it.
struct Attack: Sendable, CustomTestStringConvertible {
    /// What the tool must say.
    enum Verdict: Sendable, Hashable {
        /// Exit 0: something that is odd but lawful, or that must have no say at all.
        case accepted
        /// Exit 0, with a reason of this code that tells about it.
        case noted(String)
        /// Exit 1, with a reason or rule of this code.
        case refused(String)
        /// Exit 3, with a reason of this code.
        case undecided(String)
        /// Nothing that the tool could see; the sentence says what helps instead. Has no scenario.
        case outside(String)
    }

    /// As the table names it: a letter and a number.
    let id: String
    /// The attack in one sentence without final full stop, in plain words, for the table.
    let title: String
    let verdict: Verdict
    /// Mounts the attack and asks the tool, with `--format json`. The verdict must hold for every answer.
    let scenario: @Sendable () throws -> [CommandResult]

    init(
        _ id: String, _ title: String, _ verdict: Verdict, scenario: @escaping @Sendable () throws -> [CommandResult]
    ) {
        self.id = id
        self.title = title
        self.verdict = verdict
        self.scenario = scenario
    }

    /// A row that no tool can decide.
    init(_ id: String, _ title: String, outside sentence: String) {
        self.init(id, title, .outside(sentence)) { [] }
    }

    var testDescription: String { "\(id): \(title)" }

    /// Mounts the attack, asks, and compares.
    func run() throws {
        if case .outside = verdict { return }
        let answers: [CommandResult]
        do { answers = try scenario() } catch let reason as NotPossibleHere {
            print("\(id) was not mounted: \(reason.sentence)")
            return
        }
        try #require(!answers.isEmpty, "\(id) asked nothing")
        for answer in answers { try check(answer) }
    }

    private func check(_ answer: CommandResult) throws {
        let (status, code): (Int32, String?) =
            switch verdict {
            case .accepted, .outside: (0, nil)
            case .noted(let code): (0, code)
            case .refused(let code): (1, code)
            case .undecided(let code): (3, code)
            }
        #expect(answer.status.rawValue == status, "\(testDescription)\n\(answer.text)")
        if let code {
            let codes = try answer.reasonCodes()
            #expect(codes.contains(code), "\(testDescription)\n\(codes.sorted())\n\(answer.text)")
        }
    }
}

/// The machine of the test does not let this attack be mounted.
struct NotPossibleHere: Error {
    let sentence: String
}

extension CommandResult {
    /// Every reason code and every id of an unsettled rule in a JSON answer.
    func reasonCodes() throws -> Set<String> {
        var codes: Set<String> = []
        func collect(_ value: Any) {
            if let object = value as? [String: Any] {
                for key in ["code", "rule"] { if let code = object[key] as? String { codes.insert(code) } }
                object.values.forEach(collect)
            } else if let list = value as? [Any] {
                list.forEach(collect)
            }
        }
        collect(try json())
        return codes
    }
}

extension TestRepository {
    /// What comes before an attack must pass, or the refusal of it would say nothing.
    func mustPass(_ arguments: String..., as person: Person? = nil) throws {
        let result = imprimatur(arguments: arguments, as: person)
        try #require(result.status == .pass, "before the attack: \(result.text)")
    }

    /// Asks for a verdict in JSON.
    func ask(_ arguments: String..., as person: Person? = nil, variables: [String: String] = [:]) -> CommandResult {
        imprimatur(arguments: arguments + ["--format", "json"], as: person, variables: variables)
    }
}
