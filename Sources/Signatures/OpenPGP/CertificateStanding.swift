private import LibRNP

/// What a certificate lets one of its keys do.
struct CertificateStanding {
    /// Its self-signatures hold it together: those of the primary key, and for a subkey its binding too.
    let isProven: Bool
    let maySign: Bool
    /// Ends of validity that the certificate states for the primary key and for this subkey.
    let expiries: [(subject: StatedExpiry.Subject, seconds: Int64)]
}

extension OpenPGPCertificate {
    func standing(of key: OpenPGPKey) throws(RNPUnavailable) -> CertificateStanding {
        guard let primary = keys.first, let proof = try judge.findings(on: primary, of: keys) else {
            return CertificateStanding(isProven: false, maySign: false, expiries: [])
        }
        var expiries: [(subject: StatedExpiry.Subject, seconds: Int64)] = []
        if let lifetime = proof.lifetime { expiries.append((.primaryKey, Int64(primary.created) + Int64(lifetime))) }
        if key.fingerprint == primary.fingerprint {
            return CertificateStanding(isProven: proof.isProven, maySign: proof.maySign, expiries: expiries)
        }
        guard let own = try judge.findings(on: key, of: keys) else {
            return CertificateStanding(isProven: false, maySign: false, expiries: expiries)
        }
        if let lifetime = own.lifetime { expiries.append((.signingSubkey, Int64(key.created) + Int64(lifetime))) }
        return CertificateStanding(
            isProven: proof.isProven && own.isProven, maySign: own.maySign, expiries: expiries)
    }
}
