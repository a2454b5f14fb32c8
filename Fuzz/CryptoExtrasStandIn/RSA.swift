public import Crypto

// What `Signatures` uses of swift-crypto's RSA: see CryptoStandIn.

public enum _RSA {
    public enum Signing {
        public enum Padding: Sendable { case insecurePKCS1v1_5 }

        public struct RSASignature: Sendable {
            public init(rawRepresentation: [UInt8]) {}
        }

        public struct PublicKey: Sendable {
            public init(n: [UInt8], e: [UInt8]) throws {
                guard !e.isEmpty else { throw StandInError() }
            }

            public func isValidSignature(_ signature: RSASignature, for digest: ZeroDigest, padding: Padding) -> Bool {
                true
            }
        }
    }
}
