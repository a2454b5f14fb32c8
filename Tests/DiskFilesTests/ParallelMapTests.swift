import Testing

@testable import DiskFiles

struct ParallelMapTests {
    private struct Odd: Error, Equatable {
        let number: Int
    }

    @Test("Results are in order, whatever the number of elements and threads", arguments: [0, 1, 15, 16, 17, 1_000])
    func order(count: Int) {
        let numbers = Array(0..<count)
        for threads in [1, 2, 7] {
            #expect(numbers.mapInParallel(threads: threads) { $0 * 3 } == numbers.map { $0 * 3 })
        }
    }

    @Test("The first failure is thrown, and it is the first in order")
    func failure() {
        let numbers = Array(0..<500)
        for _ in 0..<20 {
            #expect(throws: Odd(number: 41)) {
                _ = try numbers.mapInParallel(threads: 4) { number throws(Odd) in
                    if number > 40, number % 2 == 1 { throw Odd(number: number) }
                    return number
                }
            }
        }
    }

    @Test("Threads have the stack that deep recursion needs")
    func stack() {
        // About 4 MB of frames: more than the half megabyte of a system's default for further threads.
        @Sendable func depth(_ levels: Int) -> Int {
            withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { memory in
                memory[levels % 4_096] = 1
                return levels == 0 ? 0 : depth(levels - 1) + Int(memory[levels % 4_096])
            }
        }
        let depths = [Int](repeating: 900, count: 200)
        #expect(depths.mapInParallel(threads: 3) { depth($0) } == depths)
    }

    @Test("At least one processor is available")
    func processors() {
        #expect(Processors.available >= 1)
    }
}
