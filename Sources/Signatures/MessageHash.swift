private import Crypto

/// How an SSHSIG digests the payload before signing. Its author chooses; PROTOCOL.sshsig allows these two.
package enum MessageHash: String, Sendable, Hashable, CaseIterable {
    case sha256
    case sha512

    func digest(of payload: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: payload))
        case .sha512: Array(SHA512.hash(data: payload))
        }
    }
}
