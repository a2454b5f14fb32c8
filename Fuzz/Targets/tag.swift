import FuzzInvariants
import GitObjects

/// Any bytes as a tag: payload and signature are those of git, and make the tag again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let tag = try? TagObject(id: .zero, bytes: bytes) else { return 0 }
    require(!bytes.contains(0), "no byte that hides what follows")
    require(["commit", "tree", "blob", "tag"].contains(tag.targetType), "a type of git")
    let git = SignedByGit(tag: bytes)
    guard let signature = tag.signature else {
        require(git.signature.isEmpty, "no signature that git would find")
        require(bytes.suffix(tag.message.count).elementsEqual(tag.message), "the message is the end of the tag")
        return 0
    }
    require(signature.armor == git.signature, "git finds the same signature")
    require(signature.payload == git.payload, "git signs the same bytes")
    require(signature.payload.suffix(tag.message.count).elementsEqual(tag.message), "the message ends what is signed")
    if !String(decoding: bytes, as: UTF8.self).contains("gpgsig-sha256") {
        require(signature.payload + signature.armor == bytes, "both together are the tag")
    }
    let unsigned = try? TagObject(id: .zero, bytes: signature.payload)
    require(unsigned?.signature == nil && unsigned?.name == tag.name, "the payload is the unsigned tag")
    return 0
}
