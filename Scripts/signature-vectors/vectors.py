"""What a vector is, and how it is written."""
import json
import os
import subprocess
import tempfile

PAYLOAD = b"""tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
author Ada Example <ada@example.org> 1767225600 +0000
committer Ada Example <ada@example.org> 1767225600 +0000

A commit that ships a prompt
"""


def run(arguments, stdin=b"", home=None, check=True):
    """Runs a program that sees no key, agent or setting of this machine. Returns its exit status and its output."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": home or tempfile.gettempdir()}
    done = subprocess.run(arguments, input=stdin, capture_output=True, env=environment)
    if check and done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr.decode(errors='replace')}")
    return done.returncode, done.stdout, done.stderr


class Collection:
    def __init__(self):
        self.vectors = {}

    def add(self, name, armor, keys, expected, reference, code=None, fingerprint=None, signing=None, why=None,
            attack=None, payload=PAYLOAD, expiries=None):
        """
        expected: good, bad or undecided; code: the reason code where it is not good
        reference: what git's own tool says, see `ssh_vectors.reference` and `openpgp_vectors.reference`
        why: where our verdict differs from the tool's, and where a reader would wonder
        attack: the row of the attack table in docs/threat-model.md
        """
        assert name not in self.vectors, name
        agrees = (expected == "good") == (reference["verdict"] == "good")
        if agrees and expected == "bad":
            why = None
        assert agrees or why, f"{name}: expected {expected}, {reference} says otherwise, and nothing says why"
        text = armor if isinstance(armor, str) else armor.decode("utf-8")
        vector = {
            "expected": expected, "code": code, "attack": attack, "why": why, "reference": reference,
            "fingerprint": fingerprint, "signingFingerprint": signing, "expiries": expiries,
            "keys": keys, "payload": payload.decode(), "signature": text}
        self.vectors[name] = {key: value for key, value in vector.items() if value is not None}

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.json"):
            old.unlink()
        for name, vector in self.vectors.items():
            text = json.dumps(vector, indent=2, ensure_ascii=True) + "\n"
            (folder / f"{name}.json").write_text(text)
