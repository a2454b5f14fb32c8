"""Vectors of SSH signatures."""
import base64
import shutil
import struct
import tempfile

from ssh_wire import (Authenticator, OpenSSLKey, armor, der_pair, fingerprint, mpint, public_line, signed_data, sshsig,
                      string, unarmor)
from vectors import PAYLOAD, run


def reference(text, line, payload=PAYLOAD, options=""):
    """What `ssh-keygen -Y verify -n git`, which git runs, says."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/signers", "w") as file:
            file.write(f"somebody {options}{line}\n")
        with open(f"{folder}/signature", "w", newline="") as file:
            file.write(text)
        status, _, _ = run(["ssh-keygen", "-Y", "verify", "-n", "git", "-I", "somebody", "-f", f"{folder}/signers",
                            "-s", f"{folder}/signature"], stdin=payload, check=False)
    answer = {"tool": "ssh-keygen", "verdict": "good" if status == 0 else "bad", "signer": line}
    return answer | ({"options": options.strip()} if options else {})


class Keys:
    def __init__(self, folder):
        self.folder = folder

    def make(self, name, *options):
        run(["ssh-keygen", "-q", "-N", "", "-C", "vector", "-f", f"{self.folder}/{name}", *options])
        return self.line(name)

    def line(self, name):
        with open(f"{self.folder}/{name}.pub") as file:
            return file.read().strip()

    def sign(self, name, payload=PAYLOAD, namespace="git", *options):
        path = f"{self.folder}/payload"
        with open(path, "wb") as file:
            file.write(payload)
        run(["rm", "-f", path + ".sig"])
        run(["ssh-keygen", "-Y", "sign", "-n", namespace, "-f", f"{self.folder}/{name}", *options, path])
        with open(path + ".sig") as file:
            return file.read()


def key(line, **wishes):
    return {"type": "ssh", "public": line} | wishes


def make(out):
    folder = tempfile.mkdtemp()
    try:
        good(out, Keys(folder))
        defective(out, Keys(folder))
        defective_armor(out, Keys(folder))
        security_keys(out, folder)
        crafted(out, folder, Keys(folder))
    finally:
        shutil.rmtree(folder)


def good(out, keys):
    kinds = {"ed25519": ["-t", "ed25519"], "ecdsa-p256": ["-t", "ecdsa", "-b", "256"],
             "ecdsa-p384": ["-t", "ecdsa", "-b", "384"], "ecdsa-p521": ["-t", "ecdsa", "-b", "521"],
             "rsa-2048": ["-t", "rsa", "-b", "2048"], "rsa-4096": ["-t", "rsa", "-b", "4096"]}
    for name, options in kinds.items():
        line = keys.make(name, *options)
        text = keys.sign(name)
        out.add(f"ssh-good-{name}", text, [key(line)], "good", reference(text, line), fingerprint=fingerprint(line))
    line = keys.line("ed25519")
    text = keys.sign("ed25519", PAYLOAD, "git", "-O", "hashalg=sha256")
    out.add("ssh-good-sha256", text, [key(line)], "good", reference(text, line), fingerprint=fingerprint(line),
            attack="B2")
    text = keys.sign("ed25519")
    other = keys.line("ecdsa-p256")
    out.add("ssh-good-among-others", text, [key(other), key(line)], "good", reference(text, line),
            fingerprint=fingerprint(line))


def defective(out, keys):
    line = keys.line("ed25519")
    text = keys.sign("ed25519", namespace="file")
    out.add("ssh-bad-namespace", text, [key(line)], "bad", reference(text, line), "wrong-namespace", attack="B1")
    text = keys.sign("ed25519")
    changed = PAYLOAD.replace(b"a prompt", b"a Prompt")
    out.add("ssh-bad-payload", text, [key(line)], "bad", reference(text, line, changed), "signature-mismatch",
            attack="A13", payload=changed)
    other = keys.make("stranger", "-t", "ed25519")
    out.add("ssh-bad-unknown-key", text, [key(other)], "bad", reference(text, other), "unknown-key", attack="B12")
    out.add("ssh-bad-no-keys", text, [], "bad", reference(text, other), "unknown-key")
    text = armor(unarmor(text).replace(string("sha512"), string("sha999")))
    out.add("ssh-bad-hash", text, [key(line)], "bad", reference(text, line), "unsupported-hash", attack="B2")

    keys.make("dsa", "-t", "dsa")
    dsa = keys.line("dsa")
    field = string("ssh-dss") + string(b"\1" * 40)
    text = armor(sshsig(base64.b64decode(dsa.split()[1]), field))
    out.add("ssh-bad-dsa", text, [], "bad", reference(text, dsa), "unsupported-key-type")


def defective_armor(out, keys):
    line = keys.line("ed25519")
    text = keys.sign("ed25519")
    stricter = "ssh-keygen looks for the marks and skips what is around them, so that one text could hold two signatures."
    shapes = {
        "two-blocks": (text + text, "multiple-signatures", "A4"),
        "block-inside": (text.replace("\n", "\n-----BEGIN SSH SIGNATURE-----\n", 1), "multiple-signatures", "A4"),
        "text-before": ("x\n" + text, "unrecognised-armor", None),
        "text-behind": (text + "Approved-by: bob\n", "trailing-bytes", None),
        "carriage-returns": (text.replace("\n", "\r\n"), "unrecognised-armor", None),
        "carriage-return-inside": (text.replace("\n", "\r\n").replace("\r\n", "\n", 1), "malformed-armor", None),
        "no-end": (text[:text.index("-----END")], "malformed-armor", None),
        "empty-line": (text.replace("\n", "\n\n", 1), "malformed-armor", None),
        "not-base64": (text.replace("U1NIU0lH", "U1NI*0lH"), "malformed-armor", None),
        "long-lines": (armor(unarmor(text), 100), "malformed-armor", None),
        "too-large": (armor(unarmor(text) + b"\0" * 16384), "malformed-armor", None),
        "not-sshsig": (armor(b"SSHSIH" + unarmor(text)[6:]), "malformed-signature", None),
    }
    for name, (shape, code, attack) in shapes.items():
        out.add(f"ssh-bad-armor-{name}", shape, [key(line)], "bad", reference(shape, line), code, attack=attack,
                why=stricter)
    x509 = "-----BEGIN SIGNED MESSAGE-----\nMIIBoQYJKoZIhvcNAQcCoIIBkjCCAY4CAQExDTALBglghkgBZQMEAgEwCwYJKoZI\n" \
           "-----END SIGNED MESSAGE-----\n"
    out.add("x509-undecided", x509, [], "undecided", {"tool": "none", "verdict": "bad"}, "x509-unsupported")


def security_keys(out, folder):
    for kind, name in [("sk-ssh-ed25519@openssh.com", "sk-ed25519"),
                       ("sk-ecdsa-sha2-nistp256@openssh.com", "sk-ecdsa")]:
        device = Authenticator(folder, kind)
        line = public_line(device.blob)

        def add(vector, flags, expected, code=None, why=None, attack=None, change=lambda field: field, **wishes):
            text = armor(sshsig(device.blob, change(device.field(signed_data(PAYLOAD), flags=flags))))
            out.add(f"ssh-{expected}-{name}-{vector}", text, [key(line, **wishes)], expected, reference(text, line),
                    code, why=why, attack=attack, fingerprint=fingerprint(line) if expected == "good" else None)

        add("touched", 0x01, "good")
        add("verified", 0x05, "good", requireUserVerification=True)
        unseen = "ssh-keygen does not look at the flags in `-Y verify`; a touch is the reason to have such a key."
        add("untouched", 0x00, "bad", "missing-user-presence", unseen, "B4")
        add("untouched-but-verified", 0x04, "bad", "missing-user-presence", unseen, "B4")
        add("not-verified", 0x01, "bad", "missing-user-verification",
            "The key's entry asks for its holder's PIN or fingerprint; ssh-keygen has no such wish.", "B4",
            requireUserVerification=True)
        add("flags-changed", 0x00, "bad", "signature-mismatch", change=lambda f: f[:-5] + b"\1" + f[-4:], attack="B4")
        add("counter-changed", 0x01, "bad", "signature-mismatch", change=lambda f: f[:-1] + b"\x63")
        add("counter-cut", 0x01, "bad", "malformed-signature", change=lambda f: f[:-1])
        add("bytes-behind-counter", 0x01, "bad", "trailing-bytes", change=lambda f: f + b"\0")


def crafted(out, folder, keys):
    def add(name, text, line, code, options="", **more):
        keys_listed = more.pop("listed", [key(line)])
        out.add(f"ssh-bad-{name}", text, keys_listed, "bad", reference(text, line, options=options), code, **more)

    # RSA: which hash the signature itself uses is another choice than the hash of the payload.
    for name, bits, algorithm in [("rsa-sha1", 2048, "ssh-rsa"), ("rsa-1024", 1024, "rsa-sha2-512"),
                                  ("rsa-sha2-256", 2048, "rsa-sha2-256")]:
        pem = OpenSSLKey(folder, name, "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}")
        n, e = pem.rsa_numbers()
        blob = string("ssh-rsa") + mpint(e) + mpint(n)
        line = public_line(blob)
        hash = {"ssh-rsa": "sha1", "rsa-sha2-256": "sha256", "rsa-sha2-512": "sha512"}[algorithm]
        text = armor(sshsig(blob, string(algorithm) + string(pem.sign(signed_data(PAYLOAD), hash))))
        if name == "rsa-sha2-256":
            out.add("ssh-good-rsa-sha2-256", text, [key(line)], "good", reference(text, line),
                    fingerprint=fingerprint(line))
            for change, code in [(lambda s: s + b"\0", "malformed-signature"), (lambda s: s[1:], "malformed-signature")]:
                field = string(algorithm) + string(change(pem.sign(signed_data(PAYLOAD), hash)))
                suffix = "long" if len(change(b"ab")) > 2 else "short"
                add(f"rsa-{suffix}-number", armor(sshsig(blob, field)), line, code)
        elif name == "rsa-1024":
            add(name, text, line, "weak-key", attack="B3", listed=[],
                why="OpenSSH still takes RSA keys of 1024 bits; the table of the documentation asks for 2048.")
        else:
            add(name, text, line, "weak-algorithm", attack="B3")

    pem = OpenSSLKey(folder, "frame", "ed25519")
    blob = string("ssh-ed25519") + string(pem.public_der()[-32:])
    line = public_line(blob)

    def field(data):
        return string("ssh-ed25519") + string(pem.sign_ed25519(data, folder))

    right = field(signed_data(PAYLOAD))
    add("version", armor(sshsig(blob, right, version=2)), line, "unsupported-version")
    add("bytes-behind", armor(sshsig(blob, right, trailing=b"\0")), line, "trailing-bytes")
    add("bytes-behind-inner", armor(sshsig(blob, right + b"\0")), line, "trailing-bytes")
    add("two-in-one", armor(sshsig(blob, right) * 2), line, "trailing-bytes", attack="A5")
    add("reserved-unsigned", armor(sshsig(blob, right, reserved="x")), line, "reserved-not-empty",
        why="ssh-keygen skips the reserved field and hashes an empty one: bytes that nobody signed.")
    add("reserved-signed", armor(sshsig(blob, field(signed_data(PAYLOAD, reserved="x")), reserved="x")), line,
        "reserved-not-empty")
    add("algorithm-of-another-key", armor(sshsig(blob, string("rsa-sha2-512") + right[15:])), line,
        "algorithm-mismatch")
    add("short-number", armor(sshsig(blob, string("ssh-ed25519") + string(right[19:-1]))), line, "malformed-signature")

    pem = OpenSSLKey(folder, "ecdsa", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
    point = pem.public_der()[-65:]
    kind = "ecdsa-sha2-nistp256"
    blob = string(kind) + string("nistp256") + string(point)
    line = public_line(blob)
    r, s = der_pair(pem.sign(signed_data(PAYLOAD), "sha256"))
    padded = string(b"\0\0" + r.to_bytes(32, "big"))
    add("ecdsa-padded-number", armor(sshsig(blob, string(kind) + string(padded + mpint(s)))), line,
        "malformed-signature", why="A number has one shortest form; OpenSSH also reads longer ones.")
    add("ecdsa-bytes-behind", armor(sshsig(blob, string(kind) + string(mpint(r) + mpint(s) + b"\0"))), line,
        "trailing-bytes")
    add("ecdsa-zero", armor(sshsig(blob, string(kind) + string(mpint(0) + mpint(0)))), line, "signature-mismatch")
    wrong = string(kind) + string("nistp384") + string(point)
    add("ecdsa-curve-disagrees", armor(sshsig(wrong, string(kind) + string(mpint(r) + mpint(s)))), line,
        "malformed-key")

    # A certificate instead of a key: what it proves is decided by an authority that no trust root names.
    keys.make("authority", "-t", "ed25519")
    keys.make("certified", "-t", "ed25519")
    run(["ssh-keygen", "-q", "-s", f"{folder}/authority", "-I", "vector", "-n", "somebody",
         f"{folder}/certified.pub"])
    # ssh-keygen puts the certificate beside the key into the signature where it finds it.
    certificate = base64.b64decode(keys.line("certified-cert").split()[1])
    plain = unarmor(keys.sign("certified"))
    inner = plain[plain.index(string("sha512")) + 10:]
    length = struct.unpack(">I", inner[:4])[0]
    text = armor(sshsig(certificate, inner[4:4 + length]))
    add("certificate", text, keys.line("authority"), "unsupported-key-type", options="cert-authority ", attack="B6",
        why="ssh-keygen trusts whom the authority certifies; a trust root lists people's keys one by one.")
