"""The pilot that this repository holds, compared with its source document word for word."""

import re
from collections import Counter
from datetime import date
from hashlib import sha256

import pytest

from pilotkit.measure.basis import Basis
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.plan import Phase, Task
from pilotkit.model.score import Status
from pilotkit.score.runner import score_of
from real_pilot import FOLDER, FOUND, MENDED, PLAN, REPOSITORY, ROOT, SOURCE, folded

TASKS = [(phase, task) for phase in REPOSITORY.phases for task in phase.tasks]


def test_nothing_is_wrong_with_the_data() -> None:
    assert [found for found in FOUND if found.severity is Severity.ERROR] == []


def test_it_is_seen_from_the_day_of_its_document() -> None:
    assert REPOSITORY.pilot
    assert REPOSITORY.day == PLAN.date == date(2021, 12, 16)
    period = REPOSITORY.pilot.period
    assert (period.since, period.until) == (date(2021, 4, 10), date(2024, 4, 10))


def test_it_scores_one_point_for_its_leading_group() -> None:
    score = score_of(Basis(REPOSITORY, tuple(FOUND)))
    assert score.supported == 1
    status = {one.criterion.id: one.status for one in score.criteria}
    assert [one for one, how in status.items() if how is Status.MET] == ["C1-1"]
    assert status["C1-2"] is status["C2-1"] is Status.UNMET


# Units and people


def test_16_departments_and_7_streets_take_part() -> None:
    roles = Counter(role for unit in REPOSITORY.units for role in unit.roles)
    assert roles == {"区域": 1, "牵头": 1, "指导": 1, "成员": 16, "入驻": 16, "街道": 7}
    streets = [unit.name for unit in REPOSITORY.units if "街道" in unit.roles]
    assert streets == [
        f"{name}街道办事处" for name in ("纺织城", "十里铺", "席王", "红旗", "洪庆", "狄寨", "灞桥")
    ]


def test_whoever_is_only_inferred_to_be_in_the_hall_says_so() -> None:
    inferred = [unit for unit in REPOSITORY.units if "入驻" in unit.roles]
    assert all(unit.note and "推得" in unit.note for unit in inferred)


def test_duties_are_those_of_the_document() -> None:
    duties = [duty for unit in REPOSITORY.units for duty in unit.duties]
    assert [duty for duty in duties if folded(duty) not in SOURCE] == []
    bound = [unit for unit in REPOSITORY.units if unit.is_member or "牵头" in unit.roles]
    assert all(unit.duties for unit in bound)


def test_26_people_lead_it_in_the_posts_that_the_document_writes() -> None:
    roles = Counter(one.role for one in REPOSITORY.roster)
    assert roles == {"组长": 1, "副组长": 2, "成员": 23}
    for one in REPOSITORY.roster:
        unit = REPOSITORY.unit(one.unit)
        assert unit
        written = [f"{one.person}{name}{one.post}" for name in unit.names]
        assert any(words in SOURCE for words in written), one.person


def test_every_member_unit_has_its_person_in_the_group() -> None:
    members = {unit.id for unit in REPOSITORY.units if unit.is_member}
    assert members == {one.unit for one in REPOSITORY.roster if one.role == "成员"}


# The document


def test_the_raw_transcript_is_untouched_and_the_mended_one_lists_its_repairs() -> None:
    assert [(one.path, one.sha256) for one in PLAN.files] == [
        (path.name, sha256(path.read_bytes()).hexdigest())
        for path in (FOLDER / "transcript-raw.md", FOLDER / "transcript-mended.md")
    ]
    assert PLAN.files[0].sha256 == (
        "5ca9e760775e9ee0bddf199ab17c33bcb451177d2c20c020fe3b566a03b42307"
    )
    repairs = [f"D-{number:02}" for number in range(1, 24)] + [f"S-{n}" for n in range(1, 7)]
    assert [f"| {name} |" in MENDED for name in repairs] == [True] * len(repairs)


def test_the_mended_text_says_what_the_raw_one_says() -> None:
    body, _, table = MENDED.partition("# 校勘记")[0].partition("项目名称：")
    prose = [line for line in body.splitlines() if line and not line.startswith("- ")]
    kept = [folded(line.lstrip("# ")) for line in prose]
    source = SOURCE.replace("#", "").replace("的的", "的")
    assert [line for line in kept if line not in source] == []
    assert "瀛" not in body
    cells = [cell for row in table.splitlines()[2:] for cell in row.split("|") if "得" in cell]
    assert len(cells) >= len(list(REPOSITORY.official.criteria())) - 6


def test_the_document_appoints_the_roster_and_no_head_of_the_undertaking_unit() -> None:
    assert isinstance(PLAN, OfficialDocument)
    assert PLAN.copy_ == "转录"
    assert [(one.person, one.unit, one.post, one.role) for one in PLAN.appoints] == [
        (one.person, one.unit, one.post, one.role) for one in REPOSITORY.roster
    ]
    (head,) = [one for one in PLAN.appoints if one.principal]
    assert (head.unit, head.post, head.role) == ("scjgj", "局长", "副组长")
    said = [*PLAN.duties, *(passage.text for passage in PLAN.passages)]
    parts = [folded(part) for words in said for part in re.split("[：；]", words)]
    assert [part for part in parts if part not in SOURCE] == []


def test_every_criterion_of_the_table_is_in_the_document() -> None:
    source = re.sub(r"\W", "", SOURCE)
    rebuilt = {"C15-1", "C26-1a", "C26-1b"}
    for _, criterion in REPOSITORY.official.criteria():
        if criterion.id not in rebuilt:
            assert re.sub(r"\W", "", criterion.text) in source, criterion.id
    for words in (
        "氛围得2分",
        "相关经验在全省推广社会影响力提高的得分在全国推广社会影响力提高的得2分",
    ):
        assert words in source


# The plan


def test_there_are_8_phases_in_the_months_of_the_document() -> None:
    assert len(REPOSITORY.phases) == 8
    for phase in REPOSITORY.phases:
        first, last = (f"{one.year}年{one.month}月" for one in (phase.from_, phase.to))
        months = first if first == last else f"{first}—{last}"
        assert f"{phase.name}（{months}）" in SOURCE


def test_there_are_26_tasks_numbered_within_their_phase() -> None:
    assert [task.id for _, task in TASKS] == [
        f"P{phase}-{number}"
        for phase, count in enumerate((3, 5, 2, 5, 2, 5, 2, 2), start=1)
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(("phase", "task"), TASKS, ids=lambda one: one.id)
def test_a_task_says_what_the_document_says(phase: Phase, task: Task) -> None:
    number = task.id.removeprefix(f"{phase.id}-")
    assert folded(f"{number}.{task.text}") in SOURCE
    assert task.who.lead
    assert task.who.source
    assert task.outputs
    assert set(task.criteria) <= REPOSITORY.criterion_ids


def test_no_two_tasks_leave_the_same_behind() -> None:
    proofs = [
        tuple(sorted(output.proof.model_dump_json() for output in task.outputs))
        for _, task in TASKS
    ]
    assert [proof for proof, count in Counter(proofs).items() if count > 1] == []


@pytest.mark.parametrize(
    "folder",
    ["assessments", "documents", "integration", "posts", "snapshots", "staff", "tasks"],
)
def test_a_folder_that_is_ready_says_who_writes_what_there(folder: str) -> None:
    assert [path.name for path in (ROOT / "data" / folder).iterdir()] == ["README.md"]
    lines = (ROOT / "data" / folder / "README.md").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any(f"data/{folder}/" in line for line in lines)
