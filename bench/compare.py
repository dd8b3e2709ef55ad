"""Measures `pilot validate` against its peers, interleaved: `python bench/compare.py [RECORDS…]`.

The peers read records, so the pilot that is held against them has records alone: its standards have
no text. Beside it the same pilot is run with the texts of its standards, a fifth of its files: what
the rules over texts cost is printed, and held against nobody.

Prints CPU seconds (user + system, of the command and all its children, the minimum of the rounds),
peak memory, and ratios; a ratio says more than a time, since both sides ran in the same minute.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent
Command = tuple[str, ...]
PASS, PILOT, TEXTS, BEAN, NAIVE = (
    "python -c pass",
    "pilot validate",
    "pilot validate, with texts",
    "bean-check --no-cache",
    "naive PyYAML + pydantic",
)


class Cost(NamedTuple):
    """What one run took."""

    cpu: float  # seconds
    peak: float  # MB


class Limit(NamedTuple):
    """A ratio to keep: of what, to what, at most how much."""

    what: str
    ratio: float
    most: float


def run(command: Command) -> Cost:
    """Run a command to its end; it may find errors, but must not break."""
    null = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)],
    )
    os.close(null)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"exit {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(commands: Mapping[str, Command], rounds: int) -> dict[str, Cost]:
    """Run all commands once to warm up, then in turn; keep the least of each."""
    for command in commands.values():
        run(command)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    return {
        name: Cost(min(one.cpu for one in runs), max(one.peak for one in runs))
        for name, runs in costs.items()
    }


def commands_for(records: int, folder: Path) -> dict[str, Command]:
    """Make the data of one size and name what is to run over it."""
    python = sys.executable
    workspace, ledger = folder / f"pilot-{records}", folder / f"{records}.beancount"
    texts = folder / f"texts-{records}"
    generate = str(HERE / "generate.py")
    # In a child of its own: a child's peak memory begins at its parent's, which has to stay small.
    run((python, generate, str(workspace), str(records), "--bare", "--ledger", str(ledger)))
    run((python, generate, str(texts), str(records)))
    return {
        PASS: (python, "-c", "pass"),
        PILOT: (str(BIN / "pilot"), "validate", "-C", str(workspace)),
        TEXTS: (str(BIN / "pilot"), "validate", "-C", str(texts)),
        BEAN: (str(BIN / "bean-check"), "--no-cache", str(ledger)),
        NAIVE: (python, str(HERE / "naive.py"), str(workspace)),
    }


def table(records: int, costs: Mapping[str, Cost]) -> Iterable[str]:
    """Yield the lines of a Markdown table of one size."""
    yield f"| {records:,} records | CPU s | × pilot | peak MB |"
    yield "|---|--:|--:|--:|"
    for name, cost in costs.items():
        yield f"| {name} | {cost.cpu:.2f} | {cost.cpu / costs[PILOT].cpu:.2f} | {cost.peak:.0f} |"
    yield ""


def limits(sizes: Mapping[int, Mapping[str, Cost]], real: Mapping[str, Cost]) -> Iterable[Limit]:
    """Yield what is to be kept, as far as it was measured."""
    yield Limit("the real pilot ÷ python -c pass", real[PILOT].cpu / real[PASS].cpu, 45)
    one, ten = sizes.get(1_000), sizes.get(10_000)
    if ten:
        yield Limit("10,000 records ÷ bean-check", ten[PILOT].cpu / ten[BEAN].cpu, 2.5)
        yield Limit("10,000 records ÷ naive loader", ten[PILOT].cpu / ten[NAIVE].cpu, 0.25)
        yield Limit("peak memory at 10,000, with texts, MB", ten[TEXTS].peak, 200)
    if one and ten:
        yield Limit("growth 1,000 → 10,000", ten[PILOT].cpu / one[PILOT].cpu, 8)


def main() -> None:
    """Measure and print; exit 1 where one is too much."""
    # Users run from compiled modules; a machine that keeps none would be measured compiling.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description="pilot validate against its peers.")
    parser.add_argument("records", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sizes: dict[int, dict[str, Cost]] = {}
        for records in asked.records:
            sizes[records] = interleaved(commands_for(records, Path(temporary)), asked.rounds)
            print(*table(records, sizes[records]), sep="\n")
    validate_real = (str(BIN / "pilot"), "validate", "-C", str(ROOT))
    real = interleaved({PASS: (sys.executable, "-c", "pass"), PILOT: validate_real}, asked.rounds)
    print("| limit | measured | at most | |", "|---|--:|--:|---|", sep="\n")
    kept = list(limits(sizes, real))
    for limit in kept:
        word = "kept" if limit.ratio <= limit.most else "too much"
        print(f"| {limit.what} | {limit.ratio:.2f} | {limit.most:g} | {word} |")
    sys.exit(any(limit.ratio > limit.most for limit in kept))


if __name__ == "__main__":
    main()
