private import Crypto

/// How a payload is digested before it is signed. The signer chooses.
package enum MessageHash: String, Sendable, Hashable, CaseIterable {
    case sha256
    /// OpenPGP only.
    case sha384
    case sha512

    /// The two that PROTOCOL.sshsig allows.
    static let ofSSH: [MessageHash] = [.sha256, .sha512]

    func digest(of payload: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: payload))
        case .sha384: Array(SHA384.hash(data: payload))
        case .sha512: Array(SHA512.hash(data: payload))
        }
    }
}
