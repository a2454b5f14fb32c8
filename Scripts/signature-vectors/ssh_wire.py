"""SSH wire data and SSHSIG (OpenSSH PROTOCOL.sshsig, PROTOCOL.u2f), written without any library."""
import base64
import hashlib
import struct
import textwrap

from vectors import run


def string(data):
    data = data.encode() if isinstance(data, str) else data
    return struct.pack(">I", len(data)) + data


def mpint(number):
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big") if number else b"")


def armor(blob, width=70):
    lines = textwrap.wrap(base64.b64encode(blob).decode(), width)
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def unarmor(text):
    return base64.b64decode("".join(text.strip().split("\n")[1:-1]))


def public_line(blob):
    kind = blob[4:4 + struct.unpack(">I", blob[:4])[0]].decode()
    return f"{kind} {base64.b64encode(blob).decode()} vector"


def fingerprint(line):
    digest = hashlib.sha256(base64.b64decode(line.split()[1])).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def signed_data(payload, namespace="git", reserved="", hash="sha512"):
    known = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}
    digest = known.get(hash, hashlib.sha512)(payload).digest()
    return b"SSHSIG" + string(namespace) + string(reserved) + string(hash) + string(digest)


def sshsig(key_blob, field, namespace="git", reserved="", hash="sha512", version=1, trailing=b""):
    return (b"SSHSIG" + struct.pack(">I", version) + string(key_blob) + string(namespace) + string(reserved)
            + string(hash) + string(field) + trailing)


class OpenSSLKey:
    """A private key that openssl made and holds in a file."""

    def __init__(self, folder, name, *algorithm):
        self.path = f"{folder}/{name}.pem"
        run(["openssl", "genpkey", "-out", self.path, "-algorithm", *algorithm])

    def public_der(self):
        return run(["openssl", "pkey", "-in", self.path, "-pubout", "-outform", "DER"])[1]

    def rsa_numbers(self):
        text = run(["openssl", "rsa", "-in", self.path, "-modulus", "-noout"])[1].decode()
        return int(text.strip().split("=")[1], 16), 65537

    def sign(self, message, hash="sha512"):
        """PKCS #1 v1.5 or an ECDSA pair in DER, over the hash of the message."""
        return run(["openssl", "dgst", f"-{hash}", "-sign", self.path], stdin=message)[1]

    def sign_ed25519(self, message, folder):
        path = f"{folder}/message"
        with open(path, "wb") as file:
            file.write(message)
        return run(["openssl", "pkeyutl", "-sign", "-rawin", "-in", path, "-inkey", self.path])[1]


def der_pair(der):
    """The two numbers of an ECDSA signature."""
    assert der[0] == 0x30
    rest, numbers = der[2:], []
    while rest:
        numbers.append(int.from_bytes(rest[2:2 + rest[1]], "big"))
        rest = rest[2 + rest[1]:]
    return numbers


class Authenticator:
    """A FIDO security key in software: flags and counter are whatever one wants."""

    def __init__(self, folder, kind, application="ssh:"):
        self.folder, self.kind, self.application = folder, kind, application
        if kind == "sk-ssh-ed25519@openssh.com":
            self.key = OpenSSLKey(folder, "sk-ed25519", "ed25519")
            fields = string(self.key.public_der()[-32:])
        else:
            self.key = OpenSSLKey(folder, "sk-ecdsa", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
            fields = string("nistp256") + string(self.key.public_der()[-65:])
        self.blob = string(kind) + fields + string(application)

    def field(self, data, flags=1, counter=7):
        signed = (hashlib.sha256(self.application.encode()).digest() + struct.pack(">BI", flags, counter)
                  + hashlib.sha256(data).digest())
        if self.kind == "sk-ssh-ed25519@openssh.com":
            signature = self.key.sign_ed25519(signed, self.folder)
        else:
            r, s = der_pair(self.key.sign(signed, "sha256"))
            signature = mpint(r) + mpint(s)
        return string(self.kind) + string(signature) + struct.pack(">BI", flags, counter)
