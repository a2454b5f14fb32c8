import Synchronization

extension Array where Element: Sendable {
    /// Maps independent elements, such as files, on as many threads as the process may use processors. Results are in
    /// the order of the elements; when several fail, the first one's error is thrown. Few elements are mapped on the
    /// calling thread alone, which starting others would only slow down.
    ///
    /// - Parameter batch: elements that a thread takes at once: so many that taking costs nothing, so few that all threads
    ///   end together. 1 where one element takes milliseconds.
    package func mapInParallel<Output: Sendable, Failure: Error>(
        threads: Int = Processors.available, batch: Int = 16,
        _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let work = ParallelWork(self, batch: batch, transform)
        let wanted = Swift.min(threads, count / batch) - 1
        let started = (0..<Swift.max(wanted, 0)).compactMap { _ in Thread { work.run() } }
        // This thread works too: when no other can be started, it does everything.
        work.run()
        for thread in started { thread.join() }
        return try work.results()
    }
}

/// Elements that threads take in batches, and the results so far.
private final class ParallelWork<Element: Sendable, Output: Sendable, Failure: Error>: Sendable {
    private let batch: Int
    private let elements: [Element]
    private let transform: @Sendable (Element) throws(Failure) -> Output
    private let next = Atomic<Int>(0)
    /// The results of each batch, under the number of its first element.
    private let batches = Mutex<[Int: [Result<Output, Failure>]]>([:])

    init(_ elements: [Element], batch: Int, _ transform: @escaping @Sendable (Element) throws(Failure) -> Output) {
        self.batch = batch
        self.elements = elements
        self.transform = transform
    }

    /// Takes batches until none is left.
    func run() {
        while true {
            let first = next.wrappingAdd(batch, ordering: .relaxed).oldValue
            guard first < elements.count else { return }
            var results: [Result<Output, Failure>] = []
            for element in elements[first..<min(first + batch, elements.count)] {
                do throws(Failure) {
                    results.append(.success(try transform(element)))
                } catch {
                    results.append(.failure(error))
                }
            }
            batches.withLock { $0[first] = results }
        }
    }

    /// All results in order; every thread must have ended.
    func results() throws(Failure) -> [Output] {
        let batches = batches.withLock { $0 }
        var results: [Output] = []
        results.reserveCapacity(elements.count)
        for first in stride(from: 0, to: elements.count, by: batch) {
            for result in batches[first] ?? [] { results.append(try result.get()) }
        }
        return results
    }
}
