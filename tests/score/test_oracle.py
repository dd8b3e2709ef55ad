"""The score of whole pilots, computed twice: by the program, and by a slow second reading."""

import json
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Pilot
from oracle.fractions_of import Counted
from oracle.proofs import MEASURES
from oracle.table import fill, sums
from oracle.world import findings, read_world
from small_pilot import TEXTS

_MANUAL = re.compile(r"^PK\d{3} ([a-z0-9-]+)（", re.MULTILINE)
_OURS = re.compile(r"\bpilotkit\.(\w+)")
_POLICY = re.compile(r"^(?:policy|waivers):.*\n(?:[ -].*\n)*", re.MULTILINE)


@pytest.mark.parametrize(
    ("which", "day"),
    [
        ("real", "2021-12-16"),
        ("small", "2022-12-31"),
        ("demo", "2022-09-30"),
        ("demo", "2023-12-15"),
        ("demo", "2024-06-15"),
    ],
)
def test_a_second_reading_of_the_design_comes_to_the_same_points(
    which: str, day: str, pilot: Pilot, tmp_path: Path
) -> None:
    root = _workspace(which, tmp_path / "pilot")
    asked = ("-C", str(root), "--as-of", day, "--format", "json")
    printed = json.loads(pilot("score", *asked)[1])
    # As the rules found it: without the severities that the pilot sets, and without waivers.
    place = root / "data/pilot.yaml"
    place.write_text(_POLICY.sub("", place.read_text("utf-8")), "utf-8")
    found = findings(pilot("validate", *asked)[1])
    world = read_world(root, date.fromisoformat(day), found)
    assert _measures(printed) == {name: measure(world) for name, measure in MEASURES.items()}
    lines = fill(world, built=frozenset(_MANUAL.findall(pilot("explain", "--all")[1])))
    assert {one["id"]: _stands(one) for one in printed["criteria"]} == {
        id_: line[:3] for id_, line in lines.items()
    }
    assert {one["id"]: Decimal(one["supported"]) for one in printed["indicators"]} == sums(
        world.repository.table, lines
    )
    assert _total(printed) == (
        sum(one.supported for one in lines.values()),
        sum(one.waiting for one in lines.values()),
    )


def _workspace(which: str, target: Path) -> Path:
    if which == "small":
        for path, text in TEXTS.items():
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text.replace("{x}", ""), "utf-8")
    else:
        source = ROOT if which == "real" else ROOT / "examples/demo"
        shutil.copytree(source / "data", target / "data")
    return target


def _stands(one: dict[str, Any]) -> tuple[Decimal, Decimal, str]:
    return Decimal(one["supported"]), Decimal(one["lost"]), one["status"]


def _total(printed: dict[str, Any]) -> tuple[Decimal, Decimal]:
    total = printed["total"]
    return Decimal(total["supported"]), Decimal(total["unassessed"])


def _measures(printed: dict[str, Any]) -> dict[str, Counted]:
    return {
        name: Counted(one["counted"], one["total"], one.get("pending", 0))
        for name, one in printed["measures"].items()
    }


def test_the_second_reading_takes_from_the_program_only_records_and_their_reading() -> None:
    places = sorted((Path(__file__).parents[1] / "oracle").glob("*.py"))
    taken = {found for place in places for found in _OURS.findall(place.read_text("utf-8"))}
    assert taken == {"model", "load"}
