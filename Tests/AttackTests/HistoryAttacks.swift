import Foundation
import TestSupport
import Testing

/// A clone that shows another history than the objects hold.
enum HistoryAttacks {
    static let section = AttackSection(
        letter: "E", title: "History", file: "HistoryAttacks.swift", required: [], attacks: [])
}
