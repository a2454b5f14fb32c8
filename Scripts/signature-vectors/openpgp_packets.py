"""OpenPGP packets of version 4 (RFC 4880), written by hand and signed with RSA keys that openssl holds: for what gpg
refuses to make."""
import base64
import hashlib
import struct
import textwrap

from ssh_wire import OpenSSLKey

HASHES = {"md5": 1, "sha1": 2, "sha256": 8, "sha384": 9, "sha512": 10, "sha224": 11}


def crc24(data):
    register = 0xB704CE
    for byte in data:
        register ^= byte << 16
        for _ in range(8):
            register <<= 1
            if register & 0x1000000:
                register ^= 0x1864CFB
    return register.to_bytes(3, "big")


def armor(data, label="PGP SIGNATURE", headers=(), checksum=True):
    lines = [f"-----BEGIN {label}-----", *headers, "", *textwrap.wrap(base64.b64encode(data).decode(), 64)]
    if checksum:
        lines.append("=" + base64.b64encode(crc24(data)).decode())
    return "\n".join([*lines, f"-----END {label}-----", ""])


def unarmor(text):
    body = text.split("\n\n", 1)[1]
    lines = [line for line in body.split("\n") if line and line[0] not in "=-"]
    return base64.b64decode("".join(lines))


def packet(tag, body):
    """New format, five-octet length."""
    return bytes([0xC0 | tag, 0xFF]) + struct.pack(">I", len(body)) + body


def split(data):
    """Packets as gpg writes them: (tag, body) pairs."""
    found = []
    while data:
        tag, kind = data[0] >> 2 & 15, data[0] & 3
        if data[0] & 0x40:
            tag = data[0] & 63
            first = data[1]
            if first < 192:
                size, start = first, 2
            elif first < 224:
                size, start = (first - 192 << 8) + data[2] + 192, 3
            else:
                size, start = struct.unpack(">I", data[2:6])[0], 6
        else:
            start = 1 + (1 << kind)
            size = int.from_bytes(data[1:start], "big")
        found.append((tag, data[start:start + size]))
        data = data[start + size:]
    return found


def mpi(number):
    return struct.pack(">H", number.bit_length()) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def subpacket(kind, body, critical=False):
    return bytes([len(body) + 1, kind | (0x80 if critical else 0)]) + body


class Key:
    """An RSA key as a version 4 key packet."""

    def __init__(self, folder, name, created, bits=2048):
        self.pem = OpenSSLKey(folder, name, "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}")
        n, e = self.pem.rsa_numbers()
        self.created = created
        self.body = struct.pack(">BIB", 4, created, 1) + mpi(n) + mpi(e)
        self.hashed = b"\x99" + struct.pack(">H", len(self.body)) + self.body
        self.fingerprint = hashlib.sha1(self.hashed).digest()

    @property
    def name(self):
        return self.fingerprint.hex().upper()

    def signature(self, data, kind, created, hash="sha256", fields=b"", unhashed=None, issuer=True, version=4,
                  algorithm=1, times=1, change_number=lambda number: number, change_start=lambda start: start):
        """The body of a signature packet over `data`."""
        area = subpacket(2, struct.pack(">I", created)) * times
        if issuer:
            area += subpacket(33, b"\4" + self.fingerprint)
        area += fields
        start = struct.pack(">BBBBH", version, kind, algorithm, HASHES[hash], len(area)) + area
        message = data + start + struct.pack(">BBI", version, 0xFF, len(start))
        if unhashed is None:
            unhashed = subpacket(16, self.fingerprint[-8:])
        digest = hashlib.new(hash, message).digest()
        number = int.from_bytes(self.pem.sign(message, hash), "big")
        return (start + struct.pack(">H", len(unhashed)) + unhashed + change_start(digest[:2])
                + change_number(mpi(number)))


class Certificate:
    """A primary key with one user id, to which subkeys are added."""

    def __init__(self, primary, created, hash="sha256", flags=3, user_id=b"Ada Example <ada@example.org>"):
        self.primary = primary
        data = primary.hashed + b"\xB4" + struct.pack(">I", len(user_id)) + user_id
        fields = subpacket(27, bytes([flags]))
        self.packets = [packet(6, primary.body), packet(13, user_id),
                        packet(2, primary.signature(data, 0x13, created, hash, fields))]

    def add(self, subkey, created, flags, cross_signed=True, signer=None, hash="sha256"):
        signer = signer or self.primary
        data = self.primary.hashed + subkey.hashed
        unhashed = subpacket(16, signer.fingerprint[-8:])
        if cross_signed:
            inner = subkey.signature(data, 0x19, created, hash)
            body = bytes([32]) + inner
            unhashed += bytes([0xFF]) + struct.pack(">I", len(body)) + body
        self.packets += [packet(14, subkey.body), packet(2, signer.signature(
            data, 0x18, created, hash, subpacket(27, bytes([flags])), unhashed=unhashed))]
        return self

    def armored(self):
        return armor(b"".join(self.packets), "PGP PUBLIC KEY BLOCK")
