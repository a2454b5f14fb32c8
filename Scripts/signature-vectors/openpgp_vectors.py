"""Vectors of OpenPGP signatures."""
import os
import re
import shutil
import struct
import tempfile

from openpgp_packets import Certificate, Key, armor, packet, split, subpacket, unarmor
from vectors import PAYLOAD, run

# 2026-01-01T00:00:00Z, when the payload says it was written.
NOW = 1767225600
DAY = 86400
STATUS = re.compile(r"\[GNUPG:\] (GOODSIG|EXPSIG|EXPKEYSIG|REVKEYSIG|BADSIG|ERRSIG)\b")


class GPG:
    """gpg with a home of its own."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="gpg")
        os.chmod(self.home, 0o700)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        run(["gpgconf", "--homedir", self.home, "--kill", "all"], check=False)
        shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *arguments, stdin=b"", check=True, at=None):
        clock = [] if at is None else ["--faked-system-time", f"{at}!"]
        return run(["gpg", "--homedir", self.home, "--batch", "--no-tty", "--quiet", "--yes", "--pinentry-mode", "loopback",
                    "--passphrase", "", *clock, *arguments], stdin=stdin, home=self.home, check=check)

    def make(self, algorithm, usage="sign", expires="never", at=NOW - 400 * DAY, name="Ada Example <ada@example.org>"):
        """Returns the fingerprint."""
        _, output, _ = self.run("--status-fd", "1", "--quick-generate-key", name, algorithm, usage, expires, at=at)
        return re.search(r"KEY_CREATED \S ([0-9A-F]{40})", output.decode()).group(1)

    def subkeys(self, fingerprint):
        _, output, _ = self.run("--with-colons", "--list-keys", fingerprint)
        return re.findall(r"^fpr:+([0-9A-F]{40}):", output.decode(), re.M)[1:]

    def certificate(self, fingerprint):
        return self.run("--armor", "--export", fingerprint)[1].decode()

    def sign(self, user, *options, payload=PAYLOAD, at=NOW, mode="--detach-sign"):
        return self.run("--armor", "--local-user", user, *options, mode, stdin=payload, at=at)[1].decode()


def reference(text, certificates, payload=PAYLOAD):
    """What gpg says, as git understands it: exit status 0 and the word GOODSIG."""
    with GPG() as gpg:
        for certificate in certificates:
            gpg.run("--import", stdin=certificate.encode(), check=False)
        path = f"{gpg.home}/signature"
        with open(path, "w", newline="") as file:
            file.write(text)
        status, output, _ = gpg.run("--status-fd", "1", "--verify", path, "-", stdin=payload, check=False)
    words = STATUS.findall(output.decode(errors="replace"))
    return {"tool": "gpg", "verdict": "good" if status == 0 and words == ["GOODSIG"] else "bad", "status": words}


def key(certificate):
    return {"type": "openpgp", "certificate": certificate}


def make(out):
    with GPG() as gpg:
        made_by_gpg(out, gpg)
    folder = tempfile.mkdtemp()
    try:
        made_by_hand(out, folder)
    finally:
        shutil.rmtree(folder)


def made_by_gpg(out, gpg):
    def good(name, text, certificate, fingerprint, **more):
        out.add(f"openpgp-good-{name}", text, [key(certificate)], "good", reference(text, [certificate]),
                fingerprint=fingerprint, signing=more.pop("signing", fingerprint), **more)

    def bad(name, text, certificate, code, **more):
        listed = more.pop("listed", [certificate])
        out.add(f"openpgp-bad-{name}", text, [key(c) for c in listed], "bad",
                reference(text, [certificate], more.get("payload", PAYLOAD)), code, **more)

    for name in ["rsa2048", "rsa4096", "ed25519", "nistp256", "nistp384", "nistp521"]:
        fingerprint = gpg.make(name)
        good(name, gpg.sign(fingerprint), gpg.certificate(fingerprint), fingerprint)
    rsa = gpg.make("rsa2048", name="RSA <rsa@example.org>")
    certificate = gpg.certificate(rsa)
    for hash in ["SHA256", "SHA384", "SHA512"]:
        good(f"rsa-{hash.lower()}", gpg.sign(rsa, "--digest-algo", hash), certificate, rsa, attack="B2")
    text = gpg.sign(rsa, "--digest-algo", "SHA512")
    good("armor-headers", text.replace("\n\n", "\nVersion: GnuPG v2\nComment: hello\n\n", 1), certificate, rsa)
    good("without-checksum", re.sub(r"\n=.{4}\n", "\n", text), certificate, rsa)
    good("other-packet-format", armor(packet(2, split(unarmor(text))[0][1])), certificate, rsa)
    good("signature-ends", gpg.sign(rsa, "--default-sig-expire", "30d", at=NOW - 300 * DAY), certificate, rsa,
         expiries=["signature"],
         why="The end of a signature's validity is reported: dates inside git objects are claims.")

    # A subkey signs, and so does the certificate's primary key.
    primary = gpg.make("ed25519", "cert", name="Subkeys <subkeys@example.org>")
    gpg.run("--quick-add-key", primary, "rsa3072", "sign", at=NOW - 390 * DAY)
    gpg.run("--quick-add-key", primary, "ed25519", "sign", at=NOW - 390 * DAY)
    gpg.run("--quick-add-key", primary, "cv25519", "encr", at=NOW - 390 * DAY)
    first, second, _ = gpg.subkeys(primary)
    certificate = gpg.certificate(primary)
    good("signing-subkey", gpg.sign(first + "!"), certificate, primary, signing=first)
    good("second-signing-subkey", gpg.sign(second + "!"), certificate, primary, signing=second)
    other = gpg.certificate(rsa)
    text = gpg.sign(first + "!")
    out.add("openpgp-good-among-others", text, [key(other), key(certificate)], "good",
            reference(text, [other, certificate]), fingerprint=primary, signing=first)
    revoked_subkey(bad, good, gpg, primary, first, second)

    # Expiry (attack B9): the trust root decides which keys count, not a date.
    short = gpg.make("ed25519", expires="60d", name="Short <short@example.org>")
    certificate = gpg.certificate(short)
    good("key-ended-since", gpg.sign(short, at=NOW - 380 * DAY), certificate, short, attack="B9",
         expiries=["primary-key"], why="The key ended after it signed: reported, and decided by the trust root.")
    gpg.run("--quick-set-expire", short, "10y", at=NOW - 350 * DAY)
    good("key-ended-before-signing", gpg.sign(short), certificate, short, attack="B9", expiries=["primary-key"],
         why="By this certificate the key had ended when it signed: reported, and decided by the trust root.")

    bad("sha1", gpg.sign(rsa, "--digest-algo", "SHA1", "--allow-weak-digest-algos"), gpg.certificate(rsa),
        "weak-digest", attack="B7", why="gpg 2.2 still takes SHA-1.")
    sha1_certificate = gpg_sha1_certificate(gpg)
    bad("sha1-self-signature", *sha1_certificate, "unproven-key", attack="B7",
        why="SHA-1 binds the user id and so the key's right to sign; gpg 2.2 still takes it in a self-signature.")

    dsa = gpg.make("dsa2048", name="DSA <dsa@example.org>")
    certificate = gpg.certificate(dsa)
    bad("dsa", gpg.sign(dsa), certificate, "unsupported-algorithm", listed=[],
        why="DSA is not in the table of the documentation.")
    for curve in ["brainpoolP256r1", "secp256k1"]:
        fingerprint = gpg.make(curve, name=f"{curve} <curve@example.org>")
        certificate = gpg.certificate(fingerprint)
        bad(f"curve-{curve.lower()}", gpg.sign(fingerprint), certificate, "unknown-key", listed=[],
            why="Only the NIST curves and Ed25519 are supported; a certificate of such a key cannot be listed.")

    certificate = gpg.certificate(rsa)
    text = gpg.sign(rsa)
    changed = PAYLOAD.replace(b"a prompt", b"a Prompt")
    bad("payload", text, certificate, "signature-mismatch", attack="A13", payload=changed)
    bad("text-mode", gpg.sign(rsa, "--textmode"), certificate, "wrong-signature-type",
        why="A text signature covers other bytes than those of the object: line ends are changed first.")
    bad("message", gpg.sign(rsa, mode="--sign"), certificate, "inline-message")
    clear = gpg.sign(rsa, mode="--clear-sign")
    bad("cleartext", clear, certificate, "unrecognised-armor")
    bad("two-blocks", text + text, certificate, "multiple-signatures", attack="A4",
        why="gpg reads one of the blocks.")
    two = armor(unarmor(text) + unarmor(gpg.sign(rsa, "--digest-algo", "SHA512")))
    bad("two-signatures", two, certificate, "multiple-signatures", attack="A5")
    wrong = re.sub(r"\n=....\n", "\n=AAAA\n", text)
    bad("checksum", wrong, certificate, "malformed-armor")
    shapes = {
        "text-before": "x\n" + text, "text-behind": text + "Approved-by: bob\n",
        "carriage-returns": text.replace("\n", "\r\n"), "unknown-header": text.replace("\n\n", "\nEvil: x\n\n", 1),
        "no-empty-line": text.replace("\n\n", "\n", 1), "no-end": text[:text.index("-----END")],
        "spaces-in-base64": text.replace("\n\n", "\n\n ", 1), "too-large": armor(unarmor(text) + b"\0" * 16384),
    }
    codes = {"text-before": "unrecognised-armor", "text-behind": "trailing-bytes",
             "carriage-returns": "unrecognised-armor"}
    for name, shape in shapes.items():
        bad(f"armor-{name}", shape, certificate, codes.get(name, "malformed-armor"),
            why="gpg looks for the marks and skips what it does not need.")

    # Another person of the same name (attack B12).
    stranger = gpg.make("rsa2048", name="Bob <bob@example.org>")
    impostor_home(out, gpg, stranger)
    revoked_key(bad, gpg)


def gpg_sha1_certificate(gpg):
    options = ["--cert-digest-algo", "SHA1", "--allow-weak-key-signatures"]
    _, output, _ = gpg.run(*options, "--status-fd", "1", "--quick-generate-key", "Old <old@example.org>", "rsa2048",
                           "sign", "never", at=NOW - 400 * DAY)
    fingerprint = re.search(r"KEY_CREATED \S ([0-9A-F]{40})", output.decode()).group(1)
    return gpg.sign(fingerprint), gpg.certificate(fingerprint)


def impostor_home(out, gpg, listed):
    with GPG() as mallory:
        own = mallory.make("rsa2048", name="Bob <bob@example.org>")
        text = mallory.sign(own)
    certificate = gpg.certificate(listed)
    out.add("openpgp-bad-same-name", text, [key(certificate)], "bad", reference(text, [certificate]), "unknown-key",
            attack="B12")


def revoke(gpg, fingerprint):
    with open(f"{gpg.home}/openpgp-revocs.d/{fingerprint}.rev") as file:
        text = file.read()
    gpg.run("--import", stdin=text.replace("\n:-----BEGIN", "\n-----BEGIN").encode())


def revoked_key(bad, gpg):
    fingerprint = gpg.make("rsa2048", name="Gone <gone@example.org>")
    text = gpg.sign(fingerprint)
    revoke(gpg, fingerprint)
    bad("revoked-key", text, gpg.certificate(fingerprint), "revoked-key", attack="B8")


def revoked_subkey(bad, good, gpg, primary, first, second):
    text = gpg.sign(first + "!")
    unharmed = gpg.sign(second + "!")
    commands = b"key 1\nrevkey\ny\n0\n\ny\nsave\n"
    gpg.run("--command-fd", "0", "--edit-key", primary, stdin=commands)
    certificate = gpg.certificate(primary)
    bad("revoked-subkey", text, certificate, "revoked-key", attack="B8")
    good("beside-a-revoked-subkey", unharmed, certificate, primary, signing=second)


def made_by_hand(out, folder):
    made = NOW - 400 * DAY
    primary = Key(folder, "primary", made)
    certificate = Certificate(primary, made).armored()
    right = primary.signature(PAYLOAD, 0x00, NOW)

    def add(name, body, code, listed=certificate, why=None, attack=None, raw=False, signing=None, is_listed=True):
        text = armor(body if raw else packet(2, body))
        said = reference(text, [listed])
        expected = "bad" if code else "good"
        out.add(f"openpgp-{expected}-{name}", text, [key(listed)] if is_listed else [], expected, said, code, why=why,
                attack=attack, fingerprint=None if code else primary.name,
                signing=None if code else signing or primary.name)

    add("by-hand", right, None)
    keyid = subpacket(16, primary.fingerprint[-8:])
    add("key-id-only", primary.signature(PAYLOAD, 0x00, NOW, issuer=False), None)
    add("key-id-hashed", primary.signature(PAYLOAD, 0x00, NOW, issuer=False, fields=keyid, unhashed=b""), None)
    add("critical-time", primary.signature(PAYLOAD, 0x00, NOW, times=0, fields=subpacket(
        2, struct.pack(">I", NOW), critical=True)), None)
    add("notation", primary.signature(PAYLOAD, 0x00, NOW, fields=subpacket(
        20, struct.pack(">IHH", 0x80000000, 6, 1) + b"a@b.orx")), None)

    add("md5", primary.signature(PAYLOAD, 0x00, NOW, "md5"), "weak-digest", attack="B7")
    add("sha224", primary.signature(PAYLOAD, 0x00, NOW, "sha224"), "unsupported-hash",
        why="SHA-224 is not in the table of the documentation.")
    add("no-issuer", primary.signature(PAYLOAD, 0x00, NOW, issuer=False, unhashed=b""), "malformed-signature")
    add("two-issuers", primary.signature(PAYLOAD, 0x00, NOW, unhashed=subpacket(16, b"\1" * 8)),
        "malformed-signature", why="The key id beside the fingerprint names another key; gpg looks at one of them.")
    add("no-time", primary.signature(PAYLOAD, 0x00, NOW, times=0), "malformed-signature",
        why="RFC 4880 section 5.2.3.4 demands the time; gpg does without.")
    add("two-times", primary.signature(PAYLOAD, 0x00, NOW, times=2), "malformed-signature",
        why="Which of the two times is meant? gpg takes one of them.")
    add("critical-field", primary.signature(PAYLOAD, 0x00, NOW, fields=subpacket(101, b"x", critical=True)),
        "unknown-critical-field")
    notation = subpacket(20, struct.pack(">IHH", 0x80000000, 6, 1) + b"a@b.orx", critical=True)
    add("critical-notation", primary.signature(PAYLOAD, 0x00, NOW, fields=notation), "unknown-critical-field")
    for name, kind in [("text", 0x01), ("standalone", 0x02), ("certification", 0x10), ("timestamp", 0x40)]:
        add(f"type-{name}", primary.signature(PAYLOAD, kind, NOW), "wrong-signature-type",
            why="A signature over a text covers changed line ends.")
    for version in [3, 5, 6]:
        add(f"version-{version}", bytes([version]) + right[1:], "unsupported-version")
    add("algorithm-of-another-key", right[:2] + b"\x11" + right[3:], "unsupported-algorithm")
    add("digest-start", primary.signature(PAYLOAD, 0x00, NOW, change_start=lambda s: bytes([s[0] ^ 1, s[1]])),
        "signature-mismatch", why="The first bytes of the digest are not those of the digest.")
    add("padded-number", primary.signature(
        PAYLOAD, 0x00, NOW, change_number=lambda n: struct.pack(">H", 2056) + b"\0" + n[2:].rjust(256, b"\0")),
        "malformed-signature", why="A number has one shortest form; gpg also reads longer ones.")
    add("bytes-behind-number", right + b"\0", "trailing-bytes",
        why="gpg stops reading where the number ends.")
    add("bytes-behind-packet", packet(2, right) + b"\0", "trailing-bytes", raw=True)
    add("user-id-behind", packet(2, right) + packet(13, b"x"), "trailing-bytes", raw=True,
        why="gpg ignores the packet behind the signature.")
    add("marker-before", packet(10, b"PGP") + packet(2, right), "malformed-signature", raw=True,
        why="A marker packet may stand anywhere (RFC 4880 section 5.8), but git's signers write none.")
    add("literal-data", packet(11, b"b\0\0\0\0\0" + PAYLOAD), "malformed-signature", raw=True)
    partial = bytes([0xC2, 0xE7]) + right[:128] + bytes([0xFF]) + struct.pack(">I", len(right) - 128) + right[128:]
    add("partial-length", partial, "malformed-signature", raw=True)
    add("endless-length", bytes([0x8B]) + right, "malformed-signature", raw=True,
        why="The packet says that it ends where the data ends: another writing of the same packet.")
    add("truncated", packet(2, right)[:-1], "malformed-signature", raw=True)
    add("empty-armor-body", b"", "malformed-armor", raw=True)
    add("older-than-its-key", primary.signature(PAYLOAD, 0x00, made - DAY), "older-than-its-key")

    weak = Key(folder, "weak", made, bits=1024)
    add("rsa-1024", weak.signature(PAYLOAD, 0x00, NOW), "unknown-key", Certificate(weak, made).armored(),
        is_listed=False, attack="B3", why="A certificate of such a key cannot be listed: 2048 bits are asked for.")
    old = Key(folder, "old", made)
    add("md5-self-signature", old.signature(PAYLOAD, 0x00, NOW), "unproven-key",
        Certificate(old, made, hash="md5").armored(), attack="B7")
    certifier = Key(folder, "certifier", made)
    add("certify-only-key", certifier.signature(PAYLOAD, 0x00, NOW), "not-a-signing-key",
        Certificate(certifier, made, flags=1).armored())
    bare = Key(folder, "bare", made)
    cut = Certificate(bare, made)
    cut.packets = cut.packets[:2]
    add("no-self-signature", bare.signature(PAYLOAD, 0x00, NOW), "unproven-key", cut.armored())

    def subkey(name, code, why=None, flags=2, **more):
        own = Key(folder, name, made)
        holder = Certificate(primary, made).add(own, made, flags, **more).armored()
        add(name, own.signature(PAYLOAD, 0x00, NOW), code, holder, why=why, signing=own.name)

    subkey("subkey", None)
    subkey("encryption-subkey", "not-a-signing-key", flags=12, cross_signed=False)
    subkey("subkey-without-its-own-signature", "unproven-key", cross_signed=False)
    subkey("subkey-bound-by-another", "unproven-key", signer=certifier)
    subkey("subkey-sha1", "unproven-key", hash="sha1", why="gpg 2.2 still takes a binding with SHA-1.")
    own = Key(folder, "claimed", made)
    holder = Certificate(primary, made).add(own, made, 2).armored()
    add("subkey-names-primary", own.signature(PAYLOAD, 0x00, NOW, issuer=False, fields=subpacket(
        33, b"\4" + primary.fingerprint), unhashed=b""), "signature-mismatch", holder)
