import Synchronization

/// Which commits follow which, as far as somebody asked: read from raw commits only, each once. git's own commit-graph
/// file, grafts and replace refs have no say.
///
/// Commits are numbered in the order in which they are met, so that a walk needs an array of marks and no set of names.
final class CommitGraph: Sendable {
    struct Node {
        let id: ObjectID
        /// Nil until the commit was read.
        var parents: [Int32]?
        /// What the commit claims; only an order to visit in.
        var time: Int64 = 0
    }

    struct State {
        fileprivate(set) var nodes: [Node] = []
        private var numbers: [ObjectID: Int32] = [:]

        /// The number of a commit that need not have been read.
        mutating func number(_ id: ObjectID) -> Int32 {
            if let known = numbers[id] { return known }
            let number = Int32(nodes.count)
            numbers[id] = number
            nodes.append(Node(id: id))
            return number
        }

        subscript(_ number: Int32) -> Node { nodes[Int(number)] }

        /// Takes in what a commit says about its place.
        mutating func learn(_ commit: RawCommit) -> [Int32] {
            let own = number(commit.id)
            let parents = commit.parents.map { number($0) }
            nodes[Int(own)].parents = parents
            nodes[Int(own)].time = commit.claimedTime
            return parents
        }
    }

    let state = Mutex(State())
}

extension Repository {
    /// Answers a question about the shape of history, with the graph locked.
    func withGraph<Answer: Sendable>(
        _ answer: (inout CommitGraph.State) throws(GitError) -> Answer
    ) throws(GitError) -> Answer {
        let result: Result<Answer, GitError> = graph.state.withLock { state in
            do throws(GitError) { return .success(try answer(&state)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// The parents of a commit by number; reads the commit the first time.
    func parents(of number: Int32, in graph: inout CommitGraph.State) throws(GitError) -> [Int32] {
        if let known = graph[number].parents { return known }
        return graph.learn(try reachableCommit(graph[number].id))
    }

    /// In a shallow clone the oldest commits name parents that are not there: `shallowClone` instead of
    /// `missingObject`, because the mend is another.
    func reachableCommit(_ id: ObjectID) throws(GitError) -> RawCommit {
        do { return try rawCommit(id) } catch {
            if error.code == "missing-object", isShallow { throw .shallowClone }
            throw error
        }
    }
}
