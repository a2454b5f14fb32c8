"""The validators to compare with, each in a virtual environment of its own outside of the checkout."""

import os
import pathlib
import platform
import subprocess
import sys

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "imprimatur-bench"


def environment(name, *packages):
    """A virtual environment with the packages; None, with a message, where they cannot be installed.

    Two packages of the registry bring a program of the same name (`jsonschema`): hence one environment for each peer.
    """
    folder = CACHE / name
    stamp = folder / "installed"
    if not stamp.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
            subprocess.run(
                [str(folder / "bin" / "pip"), "install", "--quiet", *packages], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as problem:
            reason = (getattr(problem, "stderr", b"") or b"").decode(errors="replace").strip().splitlines()
            print(f"not measured: {', '.join(packages)} cannot be installed ({reason[-1] if reason else problem})")
            return None
        stamp.write_text("\n".join(packages))
    return folder


def sourcemeta():
    """The C++ program itself: the script that the package installs starts Python first, which would not be fair."""
    folder = environment("sourcemeta", "sourcemeta-jsonschema")
    if folder is None:
        return None
    machine = {"aarch64": "arm64", "amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    found = list(folder.glob(f"lib/python*/site-packages/sourcemeta_jsonschema/*{platform.system().lower()}-{machine}"))
    if not found:
        print(f"not measured: sourcemeta-jsonschema has no program for {platform.system()} on {machine}")
        return None
    found[0].chmod(0o755)
    return str(found[0])


def python_tool(package):
    """The path of a program that a package installs under its own name."""
    folder = environment(package, package)
    return None if folder is None else str(folder / "bin" / package)


def version(program):
    shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    words = (shown.stdout or shown.stderr).split()
    return next((word for word in words if word[:1].isdigit()), "?")
