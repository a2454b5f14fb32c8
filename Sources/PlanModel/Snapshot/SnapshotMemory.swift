import Synchronization

/// What was worked out from a tree, for the next that asks: several rules and commands need the same.
package final class SnapshotMemory: Sendable {
    private let known = Mutex<[String: any Sendable]>([:])

    package init() {}

    /// The value under a key, made when it is first asked for. Two threads that ask at once may both make it.
    package func value<Value: Sendable>(_ key: String, _ make: () throws -> Value) rethrows -> Value {
        if let value = known.withLock({ $0[key] }) as? Value { return value }
        let value = try make()
        known.withLock { $0[key] = value }
        return value
    }
}
