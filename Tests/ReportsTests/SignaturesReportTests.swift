import Reports
import Testing

@Suite struct SignaturesReportTests {
    @Test func oneLineAnObjectAndTheReasonBelow() {
        let primary = String(repeating: "A", count: 40)
        let subkey = String(repeating: "B", count: 40)
        let expected = """
            good       tag v1 111111111111  openpgp rsa-3072 sha384 \(primary), Ada <ada@example.org> (OpenPGP keys)  \
            Release <U+001B>[31m "1"
                       Signed by the subkey \(subkey).
                       The certificate's primary key ended at 2026-08-29T10:40:00Z, before the signature says it was made.
            good       commit 222222222222  ssh sk-ed25519 sha512 SHA256:x, *@example.org (allowed signers)  Signed
                       The allowed signer's line says: valid after 20260101.
                       The allowed signer's line says: valid before 20270101.
            good       commit 333333333333  ssh ecdsa-p521 sha256 SHA256:y, a key that nobody here names  Strange
            bad        commit 444444444444  ssh  Bad
                       The signature does not match. (signature-mismatch)
            undecided  commit 555555555555
                       X.509 signatures are not supported. (x509-unsupported)
            unsigned   commit 666666666666  Unsigned

            6 objects, 5 signed: 3 good (1 by keys that nobody here names), 1 bad, 1 undecided; 1 unsigned.
            A good signature proves which key signed, not whose key it is: name the keys of people with \
            --allowed-signers or --openpgp-keys.

            """
        #expect(SignatureSamples.text(SignatureSamples.all) == expected)
    }
}
