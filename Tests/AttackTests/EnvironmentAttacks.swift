import Foundation
import TestSupport
import Testing

/// What surrounds the objects: configuration, variables, owners, damaged files.
enum EnvironmentAttacks {
    static let section = AttackSection(
        letter: "F", title: "Environment", file: "EnvironmentAttacks.swift", required: [], attacks: [])
}
