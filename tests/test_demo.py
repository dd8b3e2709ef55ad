"""The invented pilot: built by a script to the byte, counted, and found without errors."""

import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pilotkit.appraise.rules import RULES as APPRAISALS
from pilotkit.check.runner import EVERY
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.measure.measures import MEASURES
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.item import ManagementItem, ServiceItem

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "examples" / "demo"


@cache
def demo() -> Examination:
    """Load, check and score the demonstration once."""
    return examine(read(DEMO), None)


def _all_files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_the_script_builds_what_is_committed_to_the_byte(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "examples" / "build_demo"), str(tmp_path / "demo")]
    subprocess.run(script, check=True)
    built, committed = _all_files(tmp_path / "demo"), _all_files(DEMO)
    assert sorted(built) == sorted(committed)
    assert [path for path in built if built[path] != committed[path]] == []


def test_it_says_that_it_is_invented() -> None:
    pilot = demo().repository.pilot
    assert pilot
    assert pilot.invented
    assert "虚构" in pilot.invented
    assert "虚构" in pilot.name
    assert pilot.as_of == date(2023, 12, 15)


def test_it_is_as_large_as_a_whole_pilot() -> None:
    repository = demo().repository
    service = [
        item
        for item in repository.items
        if isinstance(item, ServiceItem) and not item.same_as and repository.is_confirmed(item)
    ]
    assert 24 <= len(repository.units) <= 27
    assert len(service) == 120
    assert {level for item in service for level in item.levels} == {"区", "街道", "社区"}
    assert sum(isinstance(item, ManagementItem) for item in repository.items) == 40
    assert len(repository.posts) == 70
    assert len(repository.documents) == 60
    assert len(repository.standards) == 150
    assert len(repository.adopted) == 60
    assert len(repository.evidence) >= 600
    assert {one.body for one in repository.assessments} == {"自评", "中期", "初验", "专家"}
    assert all(one.passed for one in repository.assessments if one.body == "初验")


def test_every_kind_of_evidence_is_there_with_attachments() -> None:
    repository = demo().repository
    assert {record.kind for record in repository.evidence} == set(EVIDENCE_KINDS)
    endings = {path.rsplit(".", 1)[-1] for path in repository.files.attachments}
    assert endings >= {"pdf", "png", "csv", "txt", "md"}
    assert sum(one.size for one in repository.files.attachments.values()) < 4_000_000


def test_nothing_in_it_is_an_error() -> None:
    errors = [one for one in demo().verdict.diagnostics if one.severity is Severity.ERROR]
    assert errors == []


def test_no_title_stands_more_than_five_times() -> None:
    repository = demo().repository
    titles = [one.title for one in repository.evidence]
    titles += [one.title for one in repository.standards]
    titles += [one.title for one in repository.adopted]
    titles += [one.title for one in repository.documents]
    titles += [one.title for one in repository.tasks]
    titles += [one.name for one in repository.items]
    titles += [one.name for one in repository.posts]
    titles += [one.name for one in repository.units]
    assert max(Counter(titles).values()) <= 5


@pytest.mark.parametrize("word", ["必须", "不得", "本标准", "及时", "尽快", "适当", "灞桥", "西安"])
def test_texts_avoid_what_the_rules_of_drafting_forbid(word: str) -> None:
    planted = {path for path, _ in _planted()}
    texts = [one for one in demo().repository.standards if one.path not in planted]
    assert [one.id for one in texts if word in one.text] == []


def _planted() -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in (DEMO / "FAILINGS.md").read_text("utf-8").splitlines()]
    return [(row[1].strip("`"), row[3].rstrip(" |")) for row in rows if "`data/" in str(row)]


def test_every_planted_failing_is_found_by_its_rule() -> None:
    rules = {rule.name for rule in EVERY} | {rule.name for rule in APPRAISALS}
    measures = {measure.name for measure in MEASURES}
    verdict = demo().verdict
    found = {(one.location.path, one.name) for one in (*verdict.diagnostics, *verdict.waived)}
    assert len(_planted()) >= 30
    assert {name for _, name in _planted()} <= rules | measures
    assert [one for one in _planted() if one[1] in rules and one not in found] == []


def test_its_own_texts_have_no_faults_but_the_planted_ones() -> None:
    found = {
        (one.location.path, one.name)
        for one in demo().verdict.diagnostics
        if one.location.path.endswith(".md") and one.severity is not Severity.NOTE
    }
    assert found <= set(_planted())


def test_the_demonstration_is_far_along() -> None:
    score = demo().score
    assert 90 <= score.supported <= 97
