"""Whole processes, run in turn, and the medians of what they took."""

import os
import pathlib
import statistics
import subprocess
import tempfile
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent.parent


@dataclass
class Cost:
    """Medians over the runs: seconds, and kilobytes at the peak."""

    wall: float
    user: float
    system: float
    peak: float


@dataclass
class Command:
    """One program to measure. A run that ends with another status is no measurement of it."""

    name: str
    arguments: list
    folder: str = "."
    status: int = 0


class Failure(Exception):
    """A measurement that cannot be taken, with the reason in words."""


def compile_c(source, program, *libraries):
    """Builds one of the small C programs beside this folder."""
    compiler = next((name for name in ("cc", "clang", "gcc") if shell_finds(name)), None)
    if compiler is None:
        raise Failure("no C compiler was found on the PATH")
    flags = []
    if libraries:
        found = subprocess.run(
            ["pkg-config", "--cflags", "--libs", *libraries], capture_output=True, text=True, check=True)
        flags = found.stdout.split()
    subprocess.run([compiler, "-O2", str(HERE / source), "-o", str(program), *flags], check=True)
    return str(program)


def shell_finds(name):
    return any(os.access(os.path.join(folder, name), os.X_OK) for folder in os.environ["PATH"].split(os.pathsep))


class Meter:
    """Runs commands A B A B … so that a slow moment of the machine meets all of them."""

    def __init__(self, work, runs):
        self.runs = runs
        self.program = compile_c("measure.c", work / "measure")
        self.report = work / "measure.report"

    def once(self, command):
        subprocess.run(
            [self.program, str(self.report), *map(str, command.arguments)], cwd=command.folder, check=True)
        wall, user, system, peak, status = self.report.read_text().split()
        if int(status) != command.status:
            raise Failure(f"{command.name}: exit status {status}, expected {command.status}")
        return float(wall), float(user), float(system), float(peak)

    def compare(self, *commands, cores=None, runs=None, warm=True):
        """The median cost of each command, in their order; `cores` of 1 or 2 pins them (Linux)."""
        with pinned(cores):
            for command in commands if warm else ():
                self.once(command)
            taken = [[] for _ in commands]
            for _ in range(runs or self.runs):
                for command, costs in zip(commands, taken):
                    costs.append(self.once(command))
        return [Cost(*(statistics.median(column) for column in zip(*costs))) for costs in taken]


class pinned:
    """Restricts this process and those that it starts to the first cores that it may use."""

    def __init__(self, cores):
        self.cores = cores

    def __enter__(self):
        if self.cores and hasattr(os, "sched_setaffinity"):
            self.before = os.sched_getaffinity(0)
            if len(self.before) < self.cores:
                raise Failure(f"this machine has {len(self.before)} core(s), {self.cores} are asked for")
            os.sched_setaffinity(0, sorted(self.before)[: self.cores])
        else:
            self.before = None

    def __exit__(self, *_):
        if self.before:
            os.sched_setaffinity(0, self.before)


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="imprimatur-bench-")
