import FuzzInvariants
import GitObjects

/// Any bytes as a commit: what the strict parser accepts, a walk reads alike, and git signs the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let raw = try? RawCommit(id: .zero, bytes: bytes)
    guard let commit = try? CommitObject(id: .zero, bytes: bytes) else { return 0 }
    require(raw?.tree == commit.tree && raw?.parents == commit.parents, "a walk goes where the commit says")
    require(!bytes.contains(0), "no byte that hides what follows")
    require(bytes.suffix(commit.message.count).elementsEqual(commit.message), "the message is the end of the commit")
    let git = SignedByGit(commit: bytes)
    require(git.payload.count + git.signature.count <= bytes.count, "git makes nothing up")
    if let signature = commit.signature {
        require(signature.payload == git.payload, "git signs the same bytes")
        require(signature.armor == git.signature, "git finds the same signature")
        // What is signed is a commit itself, and says the same.
        let unsigned = try? CommitObject(id: .zero, bytes: signature.payload)
        require(unsigned?.signature == nil && unsigned?.message == commit.message, "the payload is the unsigned commit")
        require(unsigned?.author == commit.author && unsigned?.parents == commit.parents, "by the same people")
    } else {
        require(git.signature.isEmpty, "no signature that git would find")
    }
    return 0
}
