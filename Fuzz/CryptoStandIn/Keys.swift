public struct StandInError: Error {
    public init() {}
}

/// Keys of NIST curves: any point that is written uncompressed.
public protocol StandInCurve: Sendable {
    static var width: Int { get }
}

public struct StandInSignature<Curve: StandInCurve>: Sendable {
    public init(rawRepresentation: [UInt8]) throws {
        guard rawRepresentation.count == 2 * Curve.width else { throw StandInError() }
    }
}

public struct StandInKey<Curve: StandInCurve>: Sendable {
    public init(x963Representation: [UInt8]) throws {
        guard x963Representation.count == 1 + 2 * Curve.width else { throw StandInError() }
    }

    public func isValidSignature(_ signature: StandInSignature<Curve>, for message: [UInt8]) -> Bool { true }
    public func isValidSignature(_ signature: StandInSignature<Curve>, for digest: some Digest) -> Bool { true }
}

public enum P256: StandInCurve {
    public static let width = 32
    public enum Signing {
        public typealias PublicKey = StandInKey<P256>
        public typealias ECDSASignature = StandInSignature<P256>
    }
}

public enum P384: StandInCurve {
    public static let width = 48
    public enum Signing {
        public typealias PublicKey = StandInKey<P384>
        public typealias ECDSASignature = StandInSignature<P384>
    }
}

public enum P521: StandInCurve {
    public static let width = 66
    public enum Signing {
        public typealias PublicKey = StandInKey<P521>
        public typealias ECDSASignature = StandInSignature<P521>
    }
}

public enum Curve25519 {
    public enum Signing {
        public struct PublicKey: Sendable {
            public init(rawRepresentation: [UInt8]) throws {
                guard rawRepresentation.count == 32 else { throw StandInError() }
            }

            public func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool { true }
        }
    }
}
