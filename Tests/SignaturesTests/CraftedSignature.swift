import Crypto
import Foundation
import Signatures

/// A second writer of SSH wire data and SSHSIG, so that tests do not check the module against itself.
enum Wire {
    static func uint32(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) }
    }

    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        uint32(bytes.count) + bytes
    }

    static func string(_ text: String) -> [UInt8] {
        string(Array(text.utf8))
    }

    /// A number of any width, as an mpint in its shortest form.
    static func mpint(_ magnitude: some Sequence<UInt8>) -> [UInt8] {
        let digits = Array(magnitude.drop { $0 == 0 })
        return string((digits.first ?? 0) >= 0x80 ? [0] + digits : digits)
    }

    static func armor(_ blob: [UInt8], lineLength: Int = 70) -> [UInt8] {
        var text = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
        var rest = Array(Data(blob).base64EncodedData())[...]
        while !rest.isEmpty {
            text += rest.prefix(lineLength) + [0x0A]
            rest = rest.dropFirst(lineLength)
        }
        return text + Array("-----END SSH SIGNATURE-----\n".utf8)
    }

    /// The blob inside an armor that ssh-keygen wrote.
    static func blob(_ armor: [UInt8]) -> [UInt8] {
        let lines = String(decoding: armor, as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
        return Array(Data(base64Encoded: lines.joined()) ?? Data())
    }

    /// A line of a `.pub` file.
    static func publicLine(_ blob: [UInt8], type: String) -> String {
        "\(type) \(Data(blob).base64EncodedString()) crafted"
    }
}

/// An SSHSIG in which any part can be made wrong before it is signed.
struct CraftedSignature {
    var magic = "SSHSIG"
    var version = 1
    var namespace = "git"
    var reserved = ""
    var hash = "sha512"
    /// Appended to the decoded blob.
    var trailing: [UInt8] = []
    /// Applied to the signature field (algorithm, bytes, …) after signing.
    var changeField: ([UInt8]) -> [UInt8] = { $0 }

    func signedData(_ payload: [UInt8]) -> [UInt8] {
        let digest = hash == "sha256" ? Array(SHA256.hash(data: payload)) : Array(SHA512.hash(data: payload))
        return Array(magic.utf8) + Wire.string(namespace) + Wire.string(reserved) + Wire.string(hash)
            + Wire.string(digest)
    }

    func blob(_ payload: [UInt8], signer: some Signer) throws -> [UInt8] {
        let field = changeField(try signer.signatureField(for: signedData(payload)))
        return Array(magic.utf8) + Wire.uint32(version) + Wire.string(signer.keyBlob) + Wire.string(namespace)
            + Wire.string(reserved) + Wire.string(hash) + Wire.string(field) + trailing
    }

    func armor(_ payload: [UInt8], signer: some Signer) throws -> [UInt8] {
        Wire.armor(try blob(payload, signer: signer))
    }
}

/// Something that holds a private key in memory.
protocol Signer: Sendable {
    var keyType: String { get }
    var keyBlob: [UInt8] { get }
    func signatureField(for message: [UInt8]) throws -> [UInt8]
}

extension Signer {
    var publicLine: String { Wire.publicLine(keyBlob, type: keyType) }

    var signingKey: SigningKey {
        get throws { try SigningKey(openSSHPublicKey: publicLine) }
    }
}
