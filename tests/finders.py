"""How well the rules over texts find what was planted: the labelled set, precision and recall.

`labels.yaml` says of each text {rule, line, note} for a planted defect, {lookalike: rule, line,
why} for a place that resembles one and is none, {debatable: rule, line} for a consequence of a
defect that a rule may name or leave. `also` are further lines at which the same defect may be
shown (the other of two that were swapped, the heading above; with a name, in another text of the
set or, by its path, of the pilot around it), `anywhere` says that what is missing has no line: the
message then has a word of `says`. `pairs.yaml` says what holds between two texts, or a text and an
item. All lines are those of the file, from 1.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml

from pilotkit.check.declared import DECLARED
from pilotkit.check.rule import Rule
from pilotkit.check.runner import EVERY, run
from pilotkit.disk.bundled import read_bundled
from pilotkit.load.loader import load
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.files import Files
from pilotkit.model.repository import Repository

OPEN = Path(__file__).parent / "text" / "labelled"
SEALED = OPEN / "sealed"
SECOND = OPEN / "second"  # of another author, who had not read the rules
THIRD = OPEN / "third"  # of the rules' author, in yet other words
FOURTH = OPEN / "fourth"  # of a third author, who had read nothing of the rules
FIFTH = OPEN / "fifth"  # of a fourth, on values that contradict each other alone
SIXTH = OPEN / "sixth"  # of a fifth, kept as a hold-out
PAIR_RULES = (
    "duplicate-standard",
    "overlapping-clauses",
    "contradicting-values",
    "similar-family",
)
TEXT_RULES = (
    "element-order",
    "missing-element",
    "chapter-title",
    "empty-element-sentence",
    "foreword-sentence",
    "outdated-wording",
    "contents-differ",
    "self-reference",
    "references-lead-in",
    "reference-not-cited",
    "citation-not-listed",
    "reference-order",
    "replaced-edition-in-text",
    "unknown-citation-in-text",
    "part-mismatch-in-text",
    "citation-cycle",
    "cites-unissued",
    "title-elements",
    "clause-numbering",
    "single-clause",
    "hanging-paragraph",
    "list-lead-in",
    "list-ending",
    "annex-order",
    "annex-nature",
    "annex-not-mentioned",
    "table-numbering",
    "table-not-mentioned",
    "modal-verb",
    "requirement-in-scope",
    "requirement-in-guideline",
    "scope-sentence",
    "guide-elements",
    "procedure-elements",
    "management-elements",
    "workflow-elements",
    "post-elements",
    "specification-elements",
    "term-definition",
    "term-conflict",
    "alias-in-text",
    "undefined-term",
    "undefined-abbreviation",
    "symbol-conflict",
    "vague-requirement",
    "value-without-unit",
    "number-dash",
    "punctuation-width",
)
MEASURED = (*TEXT_RULES, *PAIR_RULES)
# A set that is labelled for some rules alone; its texts are no whole standards.
ONLY = {FIFTH: ("contradicting-values",)}
_COLUMNS = ("planted", "found", "false", "recall", "precision")
_PILLAR = 2  # the subsystems of the set begin with the two letters of their pillar

Place = tuple[str, int]
Row = dict[str, Any]


class Planted(NamedTuple):
    """A defect of the set: where a finding may stand, or which pair it must name."""

    rule: str
    place: Place
    note: str
    places: frozenset[Place] = frozenset()
    says: tuple[str, ...] = ()
    pair: frozenset[str] = frozenset()

    def found_by(self, found: Diagnostic) -> bool:
        at = (found.location.path, found.location.line)
        if self.pair:
            elsewhere = all(path != at[0] for path, _ in self.places)
            return self.pair <= named(found) and (elsewhere or at in self.places)
        if self.says:
            here = at[0] == self.place[0]
            return here and any(word in found.message.zh for word in self.says)
        return at in self.places


@dataclass
class Tally:
    """What became of the planted defects of one rule, and of its findings."""

    planted: list[Planted] = field(default_factory=list)
    missed: list[Planted] = field(default_factory=list)
    true: int = 0
    false: list[Diagnostic] = field(default_factory=list)

    @property
    def recall(self) -> Fraction:
        """The share of the planted defects that was found; 1 where none was planted."""
        return _share(len(self.planted) - len(self.missed), len(self.planted))

    @property
    def precision(self) -> Fraction:
        """The share of the findings that is right; 1 where there is none."""
        return _share(self.true, self.true + len(self.false))


class LabelledSet(NamedTuple):
    """A folder of the set, loaded as a pilot; labels by the path that the pilot gives a text."""

    repository: Repository
    unreadable: list[Diagnostic]
    labels: dict[str, list[Row]]
    pairs: list[Row]
    paths: dict[str, str]


def named(found: Diagnostic) -> frozenset[str]:
    """Return the ids that a finding is about, its own text's among them."""
    return frozenset({*found.subjects, PurePosixPath(found.location.path).stem})


def built() -> dict[str, Rule[Any]]:
    """Return the rules to be measured that exist, by name."""
    return {
        rule.name: rule for rule in EVERY if rule.name in MEASURED and rule.name not in DECLARED
    }


def read_set(folder: Path) -> LabelledSet:
    """Load the texts of a folder through the loader, with the pilot around them."""
    contents: dict[str, bytes] = {}
    for context in dict.fromkeys((OPEN / "context", folder / "context")):
        contents |= {
            path.relative_to(context).as_posix(): path.read_bytes()
            for path in context.rglob("*")
            if path.is_file()
        }
    paths: dict[str, str] = {}
    for path in sorted(folder.glob("w*.md")):
        front = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        pillar = str(front["subsystem"])[:_PILLAR].upper()
        paths[path.name] = f"data/standards/{pillar}/{path.name}"
        contents[paths[path.name]] = path.read_bytes()
    files = Files(dict(sorted(contents.items())), bundled=read_bundled())
    repository, unreadable = load(files, None, AsOf(date(2023, 11, 30), DaySource.PILOT))
    labels = yaml.safe_load((folder / "labels.yaml").read_text("utf-8"))
    pairs = yaml.safe_load((folder / "pairs.yaml").read_text("utf-8"))
    return LabelledSet(
        repository, unreadable, {paths[name]: rows for name, rows in labels.items()}, pairs, paths
    )


def measure(labelled: LabelledSet, names: Collection[str] = MEASURED) -> dict[str, Tally]:
    """Run rules over a set and hold them to its labels, rule by rule."""
    planted = defaultdict(list)
    for one in _planted(labelled):
        planted[one.rule].append(one)
    texts = frozenset(PurePosixPath(path).stem for path in labelled.labels)
    tallies: dict[str, Tally] = {}
    rules = {name: rule for name, rule in built().items() if name in names}
    for name, rule in sorted(rules.items(), key=lambda pair: MEASURED.index(pair[0])):
        tally = Tally(planted[name])
        findings = list(run(rule, labelled.repository))
        tally.missed = [one for one in tally.planted if not any(map(one.found_by, findings))]
        for found in findings:
            if _right(found, tally.planted, texts):
                tally.true += 1
            elif not _debatable(found, labelled.labels):
                tally.false.append(found)
        tallies[name] = tally
    return tallies


def overall(tallies: Iterable[Tally]) -> Tally:
    """Add up the tallies of all rules."""
    total = Tally()
    for tally in tallies:
        total.planted += tally.planted
        total.missed += tally.missed
        total.true += tally.true
        total.false += tally.false
    return total


def table(open_: dict[str, Tally], sealed: dict[str, Tally]) -> str:
    """Write both measurements as a Markdown table, for `docs/text-rules.md`."""
    lines = [
        f"| rule | {' | '.join(_COLUMNS)} | sealed: {' | '.join(_COLUMNS)} |",
        "| --- |" + " ---: |" * 10,
    ]
    lines += [
        f"| `{name}` | {_cells(open_[name])} | {_cells(sealed[name])} |"
        if name in open_
        else f"| `{name}` | not built |" + " |" * 9
        for name in MEASURED
    ]
    sums = overall(open_.values()), overall(sealed.values())
    lines.append(f"| **all** | {_cells(sums[0])} | {_cells(sums[1])} |")
    return "\n".join(lines) + "\n"


def measured_table() -> str:
    """Measure both sets and write the table."""
    return table(measure(read_set(OPEN)), measure(read_set(SEALED)))


def one_table(tallies: dict[str, Tally]) -> str:
    """Write the measurement of one set: the rules of which something is planted or found."""
    lines = [f"| rule | {' | '.join(_COLUMNS)} |", "| --- |" + " ---: |" * 5]
    lines += [
        f"| `{name}` | {_cells(tallies[name])} |"
        for name in MEASURED
        if name in tallies and (tallies[name].planted or tallies[name].false)
    ]
    lines.append(f"| **all** | {_cells(overall(tallies.values()))} |")
    return "\n".join(lines) + "\n"


def _planted(labelled: LabelledSet) -> Iterator[Planted]:
    for path, rows in labelled.labels.items():
        for row in rows:
            if "rule" in row:
                at = (path, int(row["line"]))
                further = {_place(path, one, labelled.paths) for one in row.get("also", ())}
                says = tuple(map(str, row.get("says", ())))
                yield Planted(row["rule"], at, row["note"], frozenset({at, *further}), says)
    for row in labelled.pairs:
        if row["kind"] != "none":
            texts = [labelled.paths.get(f"{row[key]}.md", "") for key in ("a", "b")]
            lines = row.get("lines", [])
            places = frozenset((path, line) for path in texts if path for line in lines)
            pair = frozenset({str(row["a"]), str(row["b"])})
            first = (texts[0], int(lines[0]) if lines else 1)
            yield Planted(row["kind"], first, row.get("note", ""), places, pair=pair)


def _place(path: str, written: int | str, paths: dict[str, str]) -> Place:
    if isinstance(written, int):
        return path, written
    name, _, line = written.partition(":")
    return paths.get(name, name), int(line)


def _right(found: Diagnostic, planted: list[Planted], texts: frozenset[str]) -> bool:
    """Whether it finds what was planted; one that names several texts must be right of each two."""
    if not any(one.found_by(found) for one in planted):
        return False
    pairs = {one.pair for one in planted if one.pair}
    both = combinations(sorted(named(found) & texts), 2)
    return not pairs or all(frozenset(two) in pairs for two in both)


def _debatable(found: Diagnostic, labels: dict[str, list[Row]]) -> bool:
    return any(
        row.get("debatable") == found.name
        and (row.get("anywhere") or row["line"] == found.location.line)
        for row in labels.get(found.location.path, [])
    )


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(1)


def _cells(tally: Tally) -> str:
    found = len(tally.planted) - len(tally.missed)
    return (
        f"{len(tally.planted)} | {found} | {len(tally.false)} "
        f"| {_percent(tally.recall)} | {_percent(tally.precision)}"
    )


def _percent(share: Fraction) -> str:
    """Cut to whole percents: what is not complete is never 100 %."""
    return f"{share.numerator * 100 // share.denominator} %"
