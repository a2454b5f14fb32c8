import Foundation
import TestSupport
import Testing

/// Bytes of commits, tags and trees that two programs read differently.
enum ObjectAttacks {
    static let section = AttackSection(
        letter: "A", title: "Objects", file: "ObjectAttacks.swift",
        required: ["A1", "A2", "A3"], attacks: [a1, a2, a3])

    private static let release = "release/support-assistant/1.0.0"

    static let a1 = Attack("A1", "a release tag with the right text and no signature", .refused("unsigned")) {
        let repository = try ExampleProject.released()
        try repository.mustPass("verify", release)
        let message = try repository.message(ofTag: release)
        try repository.git(["tag", "-a", "-f", "--cleanup=verbatim", "-m", message, release], as: .nora)
        return [repository.ask("verify", release)]
    }

    static let a2 = Attack("A2", "a lightweight release tag on a signed commit", .refused("not-annotated")) {
        let repository = try ExampleProject.released()
        try repository.git(["tag", "-f", release, "HEAD"])
        return [repository.ask("verify", release)]
    }

    static let a3 = Attack("A3", "an unsigned tag around a signed one", .refused("unsigned")) {
        let repository = try ExampleProject.released()
        let inner = try repository.git(["rev-parse", "refs/tags/\(release)"])
        let message = try repository.message(ofTag: release)
        try repository.git(["tag", "-a", "-f", "--cleanup=verbatim", "-m", message, release, inner], as: .nora)
        return [repository.ask("verify", release)]
    }
}

struct ObjectAttackTests {
    @Test(arguments: ObjectAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
