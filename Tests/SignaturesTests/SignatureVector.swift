import Foundation
import Signatures
import Testing

/// One file of Tests/Fixtures/signatures, made by Scripts/make-signature-vectors with real `ssh-keygen` and `gpg`.
struct SignatureVector: Decodable, Sendable, CustomTestStringConvertible {
    struct Key: Decodable, Sendable {
        let type: String
        let `public`: String?
        let certificate: String?
        let requireUserVerification: Bool?
    }

    /// What git's own tool said when the vector was made.
    struct Reference: Decodable, Sendable {
        let tool: String
        let verdict: String
        /// gpg's words, such as GOODSIG.
        let status: [String]?
        /// The line that ssh-keygen was given as the allowed signer, and options before it.
        let signer: String?
        let options: String?
    }

    let expected: String
    let code: String?
    let why: String?
    let reference: Reference
    let fingerprint: String?
    let signingFingerprint: String?
    let expiries: [String]?
    let keys: [Key]
    let payload: String
    let signature: String
    var name = ""

    private enum CodingKeys: String, CodingKey {
        case expected, code, why, reference, fingerprint, signingFingerprint, expiries, keys, payload, signature
    }

    var testDescription: String { name }
    var payloadBytes: [UInt8] { Array(payload.utf8) }
    var armor: [UInt8] { Array(signature.utf8) }

    var trustedKeys: TrustedKeys {
        get throws {
            TrustedKeys(
                ssh: try keys.filter { $0.type == "ssh" }.map {
                    try SigningKey(
                        openSSHPublicKey: $0.public ?? "",
                        requireUserVerification: $0.requireUserVerification ?? false)
                },
                openPGP: try certificates.map { try OpenPGPCertificate(armored: $0) })
        }
    }

    var certificates: [String] { keys.compactMap(\.certificate) }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/signatures")

    static let all: [SignatureVector] = {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.compactMap { file in
            guard let data = try? Data(contentsOf: file),
                var vector = try? JSONDecoder().decode(SignatureVector.self, from: data)
            else { return nil }
            vector.name = file.deletingPathExtension().lastPathComponent
            return vector
        }
    }()
}
