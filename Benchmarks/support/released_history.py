"""A system with many releases, each approved and tagged as real people would, without a process for each signature."""

import contextlib
import hashlib
import re
import struct
import subprocess
import zlib

from repositories import EXAMPLE, git, start
from signed_history import SSHAgent

NAME = "support-assistant"
SYSTEM = f"systems/{NAME}"
START = 1795168800
PACK_TYPES = {b"commit": 1, b"tree": 2, b"blob": 3, b"tag": 4}
PEOPLE = ["nora", "ivo", "lena", "maya", "tove"]
APPROVERS = [("ivo", "engineering-owner"), ("lena", "product-owner"), ("maya", "risk-approver"),
             ("tove", "risk-approver")]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class People(contextlib.ExitStack):
    """The people of the example, each with an agent that holds a new key."""

    def __init__(self, folder):
        super().__init__()
        self.agents = {person: self.enter_context(SSHAgent(folder / person)) for person in PEOPLE}
        # Whose key is whose, as `git verify-tag` wants to know it.
        self.allowed = folder / "allowed"
        self.allowed.write_text("".join(
            f"{person}@lindholm.example.org ssh-ed25519 {agent.text}\n" for person, agent in self.agents.items()))

    def sign(self, person, payload):
        return self.agents[person].sign(payload).strip()

    def enrolled(self, root):
        """The example's trust root with the new keys in the place of its own."""
        for person, agent in self.agents.items():
            shown = subprocess.run(["ssh-keygen", "-lf", agent.key], check=True, capture_output=True, text=True)
            pattern = rf"(- id: {person}\n(?:.*\n)*?) *public: .*\n *fingerprint: .*\n"
            keys = rf"\g<1>          public: ssh-ed25519 {agent.text}\n          fingerprint: {shown.stdout.split()[1]}\n"
            root, count = re.subn(pattern, keys, root, count=1)
            assert count == 1, person
        return root


class ReleasedHistory:
    """The example with `releases` critical releases, one at each `commits`-th commit of the branch.

    Each release has four approvals and its own tag: five signatures, and one for each commit. Between releases commits
    change a file that no system ships. The records of a release replace those of the one before.
    """

    def __init__(self, folder, releases, people, commits=10):
        self.folder = start(folder)
        self.people = people
        self.refs = []
        self.parent = None
        self.commit_count = 0
        self.objects = {}
        self.files = self.example()
        root = self.files["governance/trust/1.yaml"]
        self.root = sha256(b"imprimatur-trust/1\n" + root)
        plan = self.files["governance/plans/customer-ai.yaml"]
        self.plan = f"plan customer-ai@1 sha256:{sha256(b'imprimatur-plan/1' + bytes([10]) + plan)}"
        self.policy = sha256(self.files["governance/materiality.yaml"])
        git(folder, "config", "imprimatur.trustRoot", f"sha256:{self.root}")

        self.plan_approvals = []
        before = None
        for sequence in range(1, releases + 1):
            for _ in range(commits - 1):
                self.files["src/other.txt"] = b"State %d\n" % self.commit_count
                self.commit("Other work")
            before = self.release(sequence, before)
        self.store()
        self.refs.append(("refs/heads/main", self.parent.decode()))
        commands = "".join(f"create {name} {target}\n" for name, target in self.refs)
        git(folder, "update-ref", "--stdin", stdin=commands.encode())
        # As a clone has them.
        git(folder, "gc", "--quiet")

    def example(self):
        files = {}
        for path in EXAMPLE.rglob("*"):
            name = path.relative_to(EXAMPLE).as_posix()
            if path.is_file() and not name.startswith("changes/") and "/records/" not in name and name != "README.md":
                files[name] = path.read_bytes()
        root = "governance/trust/1.yaml"
        files[root] = self.people.enrolled(files[root].decode()).encode()
        return files

    # Releases

    def release(self, sequence, before):
        version = f"1.{sequence - 1}.0"
        level = "critical" if before else "initial"
        self.edit(version, level, before, sequence)
        digest = self.package_digest(version)
        self.record(version, digest)
        commit = self.commit(f"Release {version}")
        package = f"package {NAME}@{version} sha256:{digest}"
        if not before:
            for person, role in APPROVERS[:3]:
                self.plan_approvals.append(self.approve(
                    commit, person, role, [f"Subject: {self.plan}"], f"plan/customer-ai/1/{role}/{person}/{self.plan[-64:][:12]}"))
        binding = [f"Subject: {package}", f"Subject: {self.plan}", f"Base: {before['package'] if before else 'none'}",
                   f"Materiality: {level} policy=sha256:{self.policy} catalogue=3"]
        approvals = list(self.plan_approvals)
        for person, role in APPROVERS:
            approvals.append(self.approve(
                commit, person, role, binding, f"{NAME}/{version}/{role}/{person}/{digest[:12]}"))
        evidence = "imprimatur-evidence/1\n"
        evidence += "".join(f"statement {words.split()[0]}\n" for words in sorted(approvals))
        records = [name for name in self.files if "/records/" in name]
        evidence += "".join(sorted(f"{sha256(self.files[name])} {name}\n" for name in records))
        block = [*binding, f"Trust: 1 sha256:{self.root}", f"Sequence: {sequence}",
                 f"Previous: {before['id'] if before else 'none'}",
                 *(f"Approval: {words}" for words in approvals), f"Evidence: sha256:{sha256(evidence.encode())}"]
        own = self.statement(commit, "nora", f"release/{NAME}/{version}", "release", block)
        return {"package": package, "id": own, "version": version}

    def approve(self, commit, person, role, binding, name):
        block = [*binding, f"Role: {role}", f"Trust: 1 sha256:{self.root}"]
        return f"{self.statement(commit, person, f'approve/{name}', 'approve', block)} {role} {person}"

    def statement(self, commit, person, name, decision, block):
        """A signed tag; gives the statement's id."""
        lines = ["Imprimatur: 1", f"Decision: {decision}", f"Repository: sha256:{self.root}", *block]
        message = f"{decision} {name}\n\n" + "\n".join(lines) + "\n"
        payload = (b"object %s\ntype commit\ntag %s\ntagger %s\n\n" % (commit, name.encode(), self.identity(person))
                   + message.encode())
        self.refs.append((f"refs/tags/{name}",
                          self.write(b"tag", payload + self.people.sign(person, payload) + b"\n").decode()))
        return sha256(b"imprimatur-statement/1\0" + payload)

    def edit(self, version, level, before, sequence):
        """A limit in the prompt changes, which the example's policy calls critical."""
        prompt, package = f"{SYSTEM}/prompts/system.prompt", f"{SYSTEM}/release.yaml"
        self.files[prompt] = re.sub(
            rb"at most \d+ words", b"at most %d words" % (120 + sequence), self.files[prompt])
        text = self.files[package].decode()
        for key, value in (("version", version), ("previous", before["version"] if before else "none"),
                           ("class", level)):
            text = re.sub(rf"^( +{key}: ).*$", rf"\g<1>{value}", text, count=1, flags=re.MULTILINE)
        self.files[package] = text.encode()

    def package_digest(self, version):
        entries = sorted((name.encode(), data) for name, data in self.files.items()
                         if name.startswith(SYSTEM + "/") and "/records/" not in name)
        text = f"imprimatur-package/1\nsystem {NAME}\nversion {version}\n".encode()
        for name, data in entries:
            text += b"100644 %d %s %s\n" % (len(data), sha256(data).encode(), name)
        return sha256(text)

    def record(self, version, digest):
        for gate in ("functional-eval", "safety-eval"):
            text = (EXAMPLE / SYSTEM / "records" / "1.0.0" / f"{gate}.yaml").read_text()
            text = text.replace("@1.0.0", f"@{version}").replace("-1-0-0-", f"-{version.replace('.', '-')}-")
            text = re.sub(r"(packageDigest:\n +sha256: )\w+", rf"\g<1>{digest}", text)
            self.files[f"{SYSTEM}/records/current/{gate}.yaml"] = text.encode()

    # Objects

    def identity(self, person):
        return f"{person} <{person}@lindholm.example.org> {START + 60 * self.commit_count} +0000".encode()

    def commit(self, subject):
        self.commit_count += 1
        nora = self.identity("nora")
        lines = [b"tree " + self.tree(), *([b"parent " + self.parent] if self.parent else []), b"author " + nora,
                 b"committer " + nora]
        message = f"\n\n{subject}\n".encode()
        armor = self.people.sign("nora", b"\n".join(lines) + message).replace(b"\n", b"\n ")
        self.parent = self.write(b"commit", b"\n".join([*lines, b"gpgsig " + armor]) + message)
        return self.parent

    def tree(self):
        folders = {}
        for name, data in self.files.items():
            folder = folders
            *parents, last = name.split("/")
            for parent in parents:
                folder = folder.setdefault(parent, {})
            folder[last] = data
        return self.folder_tree(folders)

    def folder_tree(self, folder):
        entries = []
        for name, content in folder.items():
            if isinstance(content, dict):
                # git sorts folders as though their names ended with a slash.
                entries.append((name + "/", b"40000", name, self.folder_tree(content)))
            else:
                entries.append((name, b"100644", name, self.write(b"blob", content)))
        return self.write(b"tree", b"".join(
            mode + b" " + name.encode() + b"\0" + bytes.fromhex(identity.decode())
            for _, mode, name, identity in sorted(entries)))

    def write(self, kind, data):
        """Keeps an object for the pack; gives its name."""
        name = hashlib.sha1(b"%s %d\0%s" % (kind, len(data), data)).hexdigest()
        self.objects.setdefault(name, (kind, data))
        return name.encode()

    def store(self):
        """All objects as one pack (git, Documentation/gitformat-pack.txt): as many files would take minutes."""
        pack = bytearray(b"PACK" + struct.pack(">II", 2, len(self.objects)))
        for kind, data in self.objects.values():
            size = len(data)
            first = PACK_TYPES[kind] << 4 | size & 15
            size >>= 4
            while size:
                pack.append(first | 128)
                first, size = size & 127, size >> 7
            pack.append(first)
            pack += zlib.compress(data, 1)
        git(self.folder, "index-pack", "--stdin", stdin=bytes(pack + hashlib.sha1(pack).digest()))
