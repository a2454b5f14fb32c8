import DiskFiles
import Materiality

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Compares two prompts that are in memory already, and prints the milliseconds of the fastest comparison.
//
// Usage: PromptBenchmark OLD NEW ROUNDS

let arguments = CommandLine.arguments
guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else {
    print("usage: PromptBenchmark OLD NEW ROUNDS")
    exit(2)
}
let old = try MemoryTree(prompt: DiskFile.read(arguments[1], name: arguments[1])).unit()
let new = try MemoryTree(prompt: DiskFile.read(arguments[2], name: arguments[2])).unit()
var best = Duration.seconds(3_600)
var changes = 0
for _ in 0..<rounds {
    let taken = ContinuousClock().measure {
        changes = MaterialityEngine.compare(base: old, head: new, policy: nil).changes.count
    }
    best = min(best, taken)
}
let attoseconds = Double(best.components.seconds) * 1e18 + Double(best.components.attoseconds)
print(attoseconds / 1e15, "ms,", changes, "changes")
