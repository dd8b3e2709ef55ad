"""Measures `pilot history` and `pilot diff` against git itself, interleaved.

`python bench/history.py [--records N] [--commits N] [--changes N] [--rounds N]` builds a repository
of so many records, with so many commits of so many changed records each, and runs in turn

- `git log --raw` over all commits,
- the same, and `git cat-file --batch` of every blob that it names,
- `pilot history --by commit` with nothing remembered (cold), and with all (warm),
- `pilot validate --at HEAD`, with nothing remembered, and `pilot diff HEAD~1 HEAD`.

Prints CPU seconds (user + system, with all children, the minimum of the rounds) and ratios.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from compare import BIN, HERE, Command, Cost, run

LOG, READ, COLD, WARM, ONE, DIFF = (
    "git log --raw",
    "git log --raw + cat-file --batch",
    "pilot history, cold",
    "pilot history, warm",
    "pilot validate --at HEAD",
    "pilot diff HEAD~1 HEAD",
)
LIMITS = ((COLD, READ, 4.0), (WARM, LOG, 2.0), (DIFF, ONE, 1.5))
RAW = ("log", "--raw", "--no-abbrev", "--first-parent", "-m", "--format=%H %cI", "HEAD")
# What both sides of the git measurement do, in a shell of their own.
BATCH = "git log --raw --no-abbrev -m --format=%H | awk '/^:/ {print $4}' | git cat-file --batch"


def git(folder: Path, *arguments: str, day: str = "2021-03-01") -> None:
    """Run git as an author of the bench on a day."""
    who = {
        f"GIT_{role}_{key}": "bench"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    when = {f"GIT_{role}_DATE": f"{day}T09:00:00+08:00" for role in ("AUTHOR", "COMMITTER")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), "-c", "gc.auto=0", *arguments]
    subprocess.run(command, env={**os.environ, **who, **when, **quiet}, check=True)  # noqa: S603


def build(folder: Path, records: int, commits: int, changes: int) -> None:
    """Make the repository: all records in the first commit, then changes, some a day."""
    run((sys.executable, str(HERE / "generate.py"), str(folder), str(records)))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    every = sorted((folder / "data/evidence").rglob("*.yaml"))
    for number in range(1, commits):
        for step in range(changes):
            place = every[(number * changes + step) * 7 % len(every)]
            text = place.read_text("utf-8")
            place.write_text(
                f"{text}note: 第{number}次改动\n"
                if "note:" not in text
                else f"{text.rpartition('note:')[0]}note: 第{number}次改动\n",
                "utf-8",
            )
        day = f"{2021 + number * 2 // commits}-{number * 24 // commits % 12 + 1:02}-15"
        git(folder, "commit", "-q", "-a", "-m", str(number), day=day)
    git(folder, "gc", "-q")


def main() -> None:
    """Measure and print; exit 1 where a limit is not kept."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description="pilot history and diff against git.")
    for name, value in (("records", 10_000), ("commits", 100), ("changes", 20), ("rounds", 2)):
        parser.add_argument(f"--{name}", type=int, default=value)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder, memory = Path(temporary, "pilot"), Path(temporary, "memory")
        os.environ["PILOT_CACHE_DIR"] = str(memory)
        build(folder, asked.records, asked.commits, asked.changes)
        costs = measured(folder, memory, asked.rounds)
        sizes = f"{asked.records:,} records, {asked.commits} commits of {asked.changes} changes"
        print(f"| {sizes} | CPU s | peak MB |\n|---|--:|--:|")
        for name, cost in costs.items():
            print(f"| {name} | {cost.cpu:.2f} | {cost.peak:.0f} |")
        broken = [one for one in LIMITS if costs[one[0]].cpu > one[2] * costs[one[1]].cpu]
        for what, against, most in LIMITS:
            ratio = costs[what].cpu / costs[against].cpu
            print(f"{what} ÷ {against}: {ratio:.1f} (at most {most})")
        sys.exit(1 if broken else 0)


def measured(folder: Path, memory: Path, rounds: int) -> Mapping[str, Cost]:
    """Run everything in turn; keep the least of each."""
    pilot, root = str(BIN / "pilot"), ("-C", str(folder))
    history = (pilot, "history", *root, "--by", "commit", "--format", "json")

    def forgotten(command: Command) -> Callable[[], Cost]:
        def start() -> Cost:
            shutil.rmtree(memory, ignore_errors=True)
            return run(command)

        return start

    shell = shutil.which("sh") or "/bin/sh"
    program = shutil.which("git") or "git"
    runs: dict[str, Callable[[], Cost]] = {
        LOG: lambda: run((program, *root, *RAW)),
        READ: lambda: run((shell, "-c", f"cd '{folder}' && {BATCH}")),
        COLD: forgotten(history),
        WARM: lambda: run(history),
        ONE: forgotten((pilot, "validate", *root, "--at", "HEAD", "-q")),
        DIFF: lambda: run((pilot, "diff", "HEAD~1", "HEAD", *root)),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, start in runs.items():
            costs[name].append(start())
    return {
        name: Cost(min(one.cpu for one in every), max(one.peak for one in every))
        for name, every in costs.items()
    }


if __name__ == "__main__":
    main()
