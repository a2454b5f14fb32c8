"""Repositories to measure in, written by `git fast-import` so that 100,000 files take a second."""

import pathlib
import shutil
import subprocess

ENVIRONMENT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "support-assistant"
# Everything else in the example is about releases.
KEPT = ["imprimatur.yaml", "governance/trust/1.yaml", "governance/materiality.yaml",
        "governance/plans/customer-ai.yaml", "systems/support-assistant/system.yaml"]


def git(folder, *arguments, stdin=None):
    """Runs git. The caller has put ENVIRONMENT into the environment."""
    subprocess.run(["git", "-C", str(folder), *arguments], input=stdin, check=True, capture_output=True)


def start(folder):
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "bench")
    git(folder, "config", "user.email", "bench@example.org")
    return folder


def project(folder, plans, kept=KEPT):
    """A repository whose one commit, index and files are the example's project with further plans, no findings."""
    start(folder)
    for name in kept:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / name, folder / name)
    for plan in plans:
        shutil.copy(plan, folder / "governance" / "plans")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Project")
    return folder


def with_other_files(folder, count, plans):
    """The project in a commit with `count` files that are no documents, and the plans staged on top of it."""
    start(folder)
    stream = [b"blob\nmark :1\ndata 6\nhello\n\n"]
    files = []
    for number, name in enumerate(KEPT, start=2):
        data = (EXAMPLE / name).read_bytes()
        stream.append(b"blob\nmark :%d\ndata %d\n%s\n" % (number, len(data), data))
        files.append(b"M 100644 :%d %s\n" % (number, name.encode()))
    stream.append(b"commit refs/heads/main\ncommitter bench <bench@example.org> 1780000000 +0000\ndata 5\nfiles\n")
    stream += files
    for number in range(count):
        stream.append(b"M 100644 :1 src/part-%03d/file-%06d.txt\n" % (number // 250, number))
    git(folder, "fast-import", "--quiet", stdin=b"".join(stream))
    git(folder, "read-tree", "HEAD")
    (folder / "governance" / "plans").mkdir(parents=True)
    for plan in plans:
        shutil.copy(plan, folder / "governance" / "plans")
    git(folder, "add", "governance/plans/plan-*")
    return folder


def of_example(folder):
    """The whole example as a repository."""
    start(folder)
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("changes"))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Example")
    return folder


def two_releases(folder, plans, systems=50, changed=10):
    """2,000 documents (two for each system, the project's, the rest plans) and two tags, `before` and `after`.

    Between the tags four files differ in each of `changed` systems: a prompt, a guardrail, the inference settings and
    the release package.
    """
    project(folder, plans[:2000 - 2 * systems - (len(KEPT) - 1)], KEPT[:-1])
    origin = "systems/support-assistant"
    for number in range(systems):
        name = f"assistant-{number:02}"
        for file in (EXAMPLE / origin).rglob("*"):
            if file.is_file() and "records" not in file.parts:
                target = folder / "systems" / name / file.relative_to(EXAMPLE / origin)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(file.read_text().replace("support-assistant", name))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Systems")
    git(folder, "tag", "before")
    edits = {
        "prompts/system.prompt": ("Never promise a refund", "Try not to promise a refund"),
        "guardrails/output.yaml": ("severity_threshold: medium", "severity_threshold: high"),
        "inference.yaml": ("temperature: 0.2", "temperature: 0.6"),
        "release.yaml": ("version: 1.0.0", "version: 1.1.0"),
    }
    for number in range(changed):
        for name, (old, new) in edits.items():
            file = folder / "systems" / f"assistant-{number:02}" / name
            text = file.read_text()
            assert old in text, name
            file.write_text(text.replace(old, new))
    git(folder, "commit", "--quiet", "--all", "--message", "Edits")
    git(folder, "tag", "after")
    git(folder, "gc", "--quiet")
    return folder
