"""The rules over texts, held to a set that was labelled before they were written."""

import re
import sys
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
import yaml

from finders import (
    FIFTH,
    FOURTH,
    MEASURED,
    ONLY,
    OPEN,
    PAIR_RULES,
    SEALED,
    SECOND,
    SIXTH,
    THIRD,
    LabelledSet,
    Tally,
    built,
    measure,
    measured_table,
    one_table,
    overall,
    read_set,
    table,
)

SETS = pytest.mark.parametrize("folder", [OPEN, SEALED], ids=["open", "sealed"])
ALL = pytest.mark.parametrize(
    "folder",
    [OPEN, SEALED, SECOND, THIRD, FOURTH, FIFTH, SIXTH],
    ids=["open", "sealed", "second", "third", "fourth", "fifth", "sixth"],
)
ROOT = Path(__file__).parents[2]
RECALL, PRECISION, EACH = Fraction(95, 100), Fraction(98, 100), Fraction(9, 10)
# Recall and precision that were reached on the sets of other offices, not what is wanted.
REACHED = {
    SECOND: (Fraction(118, 120), Fraction(1)),
    THIRD: (Fraction(1), Fraction(11, 14)),
    FOURTH: (Fraction(1), Fraction(1)),
    FIFTH: (Fraction(48, 53), Fraction(49, 50)),
    SIXTH: (Fraction(83, 90), Fraction(83, 86)),
}


@cache
def _read(folder: Path) -> LabelledSet:
    return read_set(folder)


@cache
def _measured(folder: Path) -> dict[str, Tally]:
    return measure(_read(folder), ONLY.get(folder, MEASURED))


@ALL
def test_every_text_loads(folder: Path) -> None:
    labelled = _read(folder)
    assert labelled.unreadable == []
    assert {f"{one.id}.md" for one in labelled.repository.standards} >= set(labelled.paths)


@ALL
def test_every_label_stands_on_a_written_line(folder: Path) -> None:
    for name in _read(folder).paths:
        lines = (folder / name).read_text("utf-8").splitlines()
        for row in _read(folder).labels.get(_read(folder).paths[name], ()):
            rule = row.get("rule") or row.get("lookalike") or row.get("debatable")
            assert rule in MEASURED
            assert lines[row["line"] - 1].strip()


def test_every_third_text_is_sealed() -> None:
    names = sorted([*_read(OPEN).paths, *_read(SEALED).paths])
    assert [name for at, name in enumerate(names, 1) if at % 3 == 0] == sorted(_read(SEALED).paths)


def test_the_set_is_as_large_as_it_says() -> None:
    rows = [row for one in (OPEN, SEALED) for part in _read(one).labels.values() for row in part]
    kinds = Counter(row["kind"] for one in (OPEN, SEALED) for row in _read(one).pairs)
    defects = sum("rule" in row for row in rows)
    assert len(_read(OPEN).paths) + len(_read(SEALED).paths) >= 40
    assert defects >= 150
    assert sum("lookalike" in row for row in rows) >= 60
    assert kinds["similar-family"] >= 20
    planted = Counter(row["rule"] for row in rows if "rule" in row)
    assert {name for name in MEASURED if name not in PAIR_RULES and planted[name] < 3} == set()


@SETS
def test_the_finders_find(folder: Path) -> None:
    tallies = _measured(folder)
    total = overall(tallies.values())
    sys.stdout.write(table(_measured(OPEN), _measured(SEALED)))
    # What the sealed third holds is not shown: only how well it is found.
    shown = [] if folder == SEALED else [*_shown(tallies)]
    weak = [name for name, one in tallies.items() if min(one.recall, one.precision) < EACH]
    assert (weak, shown if weak else []) == ([], [])
    assert total.recall >= RECALL, shown
    assert total.precision >= PRECISION, shown


@pytest.mark.parametrize("folder", REACHED, ids=["second", "third", "fourth", "fifth", "sixth"])
def test_texts_of_other_offices_are_found_as_well_as_was_reached(folder: Path) -> None:
    total = overall(_measured(folder).values())
    shown = _shown(_measured(folder))
    recall, precision = REACHED[folder]
    assert total.recall >= recall, shown
    assert total.precision >= precision, shown


def test_the_table_names_every_rule() -> None:
    written = measured_table()
    for name in MEASURED:
        assert f"`{name}`" in written
    assert written.count("not built") == len(MEASURED) - len(built())


def test_the_page_on_the_rules_is_true() -> None:
    page = (ROOT / "docs/text-rules.md").read_text("utf-8")
    assert measured_table() in page
    assert all(one_table(_measured(folder)) in page for folder in REACHED)
    rows = re.findall(r"^\| `([a-z-]+)` \| (PK\d{3}) \| (\w+) \|", page, re.MULTILINE)
    assert rows == [(name, built()[name].code, built()[name].severity.value) for name in MEASURED]


def test_labels_are_plain_data() -> None:
    for folder in (OPEN, SEALED, SECOND, THIRD, FOURTH, FIFTH, SIXTH):
        for name in ("labels.yaml", "pairs.yaml"):
            assert yaml.safe_load((folder / name).read_text("utf-8"))


def _shown(tallies: dict[str, Tally]) -> list[str]:
    missed = [
        f"missed {one.rule} {one.place[0]}:{one.place[1]} {one.note}"
        for tally in tallies.values()
        for one in tally.missed
    ]
    false = [
        f"false {found.name} {found.location} {found.message.zh}"
        for tally in tallies.values()
        for found in tally.false
    ]
    return [*missed, *false]
