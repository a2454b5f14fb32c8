import Crypto
import Foundation
import _CryptoExtras

struct Ed25519Signer: Signer {
    let key = Curve25519.Signing.PrivateKey()
    let keyType = "ssh-ed25519"

    var keyBlob: [UInt8] { Wire.string(keyType) + Wire.string(Array(key.publicKey.rawRepresentation)) }

    func signatureField(for message: [UInt8]) throws -> [UInt8] {
        Wire.string(keyType) + Wire.string(Array(try key.signature(for: message)))
    }
}

struct P256Signer: Signer {
    let key = P256.Signing.PrivateKey()
    let keyType = "ecdsa-sha2-nistp256"

    var keyBlob: [UInt8] {
        Wire.string(keyType) + Wire.string("nistp256") + Wire.string(Array(key.publicKey.x963Representation))
    }

    func signatureField(for message: [UInt8]) throws -> [UInt8] {
        let raw = Array(try key.signature(for: message).rawRepresentation)
        return Wire.string(keyType) + Wire.string(Wire.mpint(raw.prefix(32)) + Wire.mpint(raw.suffix(32)))
    }
}

/// RSA of any size, with any of the three hashes.
struct RSASigner: Signer {
    let key: _RSA.Signing.PrivateKey
    let algorithm: String
    let keyType = "ssh-rsa"

    init(bits: Int, algorithm: String = "rsa-sha2-512") throws {
        key = try _RSA.Signing.PrivateKey(unsafeKeySize: _RSA.Signing.KeySize(bitCount: bits))
        self.algorithm = algorithm
    }

    var keyBlob: [UInt8] {
        let numbers = try? key.publicKey.getKeyPrimitives()
        return Wire.string(keyType) + Wire.mpint(numbers?.publicExponent ?? Data())
            + Wire.mpint(numbers?.modulus ?? Data())
    }

    func signatureField(for message: [UInt8]) throws -> [UInt8] {
        let number =
            switch algorithm {
            case "ssh-rsa":
                try key.signature(for: Insecure.SHA1.hash(data: message), padding: .insecurePKCS1v1_5)
            case "rsa-sha2-256": try key.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
            default: try key.signature(for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
            }
        return Wire.string(algorithm) + Wire.string(Array(number.rawRepresentation))
    }
}

/// A FIDO authenticator in software (OpenSSH PROTOCOL.u2f). Its tests ask ssh-keygen whether it is a faithful one.
struct SoftwareAuthenticator: Signer {
    enum Kind: String, CaseIterable, Sendable {
        case ed25519 = "sk-ssh-ed25519@openssh.com"
        case ecdsa = "sk-ecdsa-sha2-nistp256@openssh.com"
    }

    let kind: Kind
    /// 0x01 user present, 0x04 user verified.
    var flags: UInt8 = 0x01
    var counter = 7
    var application = "ssh:"
    private let ed25519 = Curve25519.Signing.PrivateKey()
    private let p256 = P256.Signing.PrivateKey()

    init(_ kind: Kind, flags: UInt8 = 0x01) {
        self.kind = kind
        self.flags = flags
    }

    var keyType: String { kind.rawValue }

    var keyBlob: [UInt8] {
        let fields =
            switch kind {
            case .ed25519: Wire.string(Array(ed25519.publicKey.rawRepresentation))
            case .ecdsa: Wire.string("nistp256") + Wire.string(Array(p256.publicKey.x963Representation))
            }
        return Wire.string(keyType) + fields + Wire.string(application)
    }

    func signatureField(for message: [UInt8]) throws -> [UInt8] {
        let signed =
            Array(SHA256.hash(data: Array(application.utf8))) + [flags] + Wire.uint32(counter)
            + Array(SHA256.hash(data: message))
        let signature: [UInt8]
        switch kind {
        case .ed25519: signature = Array(try ed25519.signature(for: signed))
        case .ecdsa:
            let raw = Array(try p256.signature(for: signed).rawRepresentation)
            signature = Wire.mpint(raw.prefix(32)) + Wire.mpint(raw.suffix(32))
        }
        return Wire.string(keyType) + Wire.string(signature) + [flags] + Wire.uint32(counter)
    }
}
