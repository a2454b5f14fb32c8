"""Histories of signed commits, as real signers make them, without a process for each commit where that can be."""

import base64
import contextlib
import hashlib
import os
import re
import socket
import struct
import subprocess
import textwrap
import zlib

from repositories import git, start

IDENTITY = b"Ada Example <ada@example.org> %d +0000"


class History:
    """A chain of commits in a new repository. `sign` gets a commit's bytes and returns the armor."""

    def __init__(self, folder, count, sign):
        self.folder = start(folder)
        tree = self.write(b"tree", b"")
        parent = None
        for number in range(count):
            person = IDENTITY % (1780000000 + number)
            lines = [b"tree " + tree, *([b"parent " + parent] if parent else []), b"author " + person,
                     b"committer " + person]
            message = b"\n\nCommit %d\n" % number
            armor = sign(b"\n".join(lines) + message).strip().replace(b"\n", b"\n ")
            parent = self.write(b"commit", b"\n".join([*lines, b"gpgsig " + armor]) + message)
        git(folder, "update-ref", "refs/heads/main", parent.decode())
        # As a clone has them.
        git(folder, "gc", "--quiet")

    def write(self, kind, data):
        """A loose object, so that no process is started for it."""
        stored = b"%s %d\0%s" % (kind, len(data), data)
        name = hashlib.sha1(stored).hexdigest()
        path = self.folder / ".git" / "objects" / name[:2] / name[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(stored, 1))
        return name.encode()


def wire(data):
    return struct.pack(">I", len(data)) + data


class SSHAgent:
    """One ssh-agent with one new key, asked over its socket (OpenSSH PROTOCOL.agent)."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.key = key = folder / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
        kind, self.text = (folder / "key.pub").read_text().split()[:2]
        self.public = base64.b64decode(self.text)
        self.allowed = folder / "allowed"
        self.allowed.write_text(f"ada@example.org {kind} {self.text}\n")
        address = folder / "agent"
        shown = subprocess.run(["ssh-agent", "-s", "-a", address], check=True, capture_output=True, text=True).stdout
        self.process = int(re.search(r"SSH_AGENT_PID=(\d+)", shown).group(1))
        subprocess.run(
            ["ssh-add", "-q", key], check=True, capture_output=True, env=os.environ | {"SSH_AUTH_SOCK": str(address)})
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(address))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        with contextlib.suppress(OSError):
            os.kill(self.process, 15)

    def read(self, count):
        data = b""
        while len(data) < count:
            data += self.socket.recv(count - len(data))
        return data

    def sign(self, payload):
        """An SSHSIG (OpenSSH PROTOCOL.sshsig) in its armor."""
        frame = wire(b"git") + wire(b"") + wire(b"sha512")
        signed = b"SSHSIG" + frame + wire(hashlib.sha512(payload).digest())
        self.socket.sendall(wire(b"\x0d" + wire(self.public) + wire(signed) + struct.pack(">I", 0)))
        answer = self.read(struct.unpack(">I", self.read(4))[0])
        assert answer[0] == 14, answer
        blob = b"SSHSIG" + struct.pack(">I", 1) + wire(self.public) + frame + answer[1:]
        lines = textwrap.wrap(base64.b64encode(blob).decode(), 70)
        return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"]).encode()


class GPG:
    """gpg with a home folder of its own and one new key."""

    def __init__(self, folder, algorithm="rsa2048"):
        self.home = folder
        folder.mkdir(parents=True, mode=0o700)
        self.run("--quick-generate-key", "Ada Example <ada@example.org>", algorithm, "sign", "never")
        self.certificate = folder / "certificate.gpg"
        self.certificate.write_bytes(self.run("--export"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["gpgconf", "--homedir", self.home, "--kill", "all"], check=False, capture_output=True)

    def run(self, *arguments, stdin=b""):
        command = ["gpg", "--homedir", self.home, "--batch", "--no-tty", "--quiet", "--pinentry-mode", "loopback",
                   "--passphrase", "", *arguments]
        return subprocess.run(command, input=stdin, check=True, capture_output=True).stdout

    def sign(self, payload):
        return self.run("--armor", "--detach-sign", stdin=payload)
