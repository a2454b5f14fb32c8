/// Ends the process, so that the fuzzer keeps the input: the code under test broke a promise without a trap of its own.
package func require(_ condition: @autoclosure () -> Bool, _ promise: @autoclosure () -> String) {
    if !condition() { fatalError("broken promise: \(promise())") }
}
