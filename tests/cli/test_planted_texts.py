"""What the issue plants in the texts of the demo: each is found at its line, nothing else moves."""

import json
import re
from pathlib import Path
from typing import Any

from conftest import Pilot

DAY = ("--as-of", "2023-11-30", "--format", "json")
GUIDE, PROCEDURE, SECOND = ("TG/zn-hukou.md", "TG/gc-hukou.md", "TG/zn-gengzheng.md")
STAGES = (
    "planned: 2023-11-22\ndrafted: 2023-11-22\ncirculated: 2023-11-23\nexamined: 2023-11-24\n"
    "approved: 2023-11-27\nissued: 2023-11-27\neffective: 2023-12-20\n"
)
PLANTED = (
    ("modal-verb", PROCEDURE, "更正项目应有", "更正项目必须有"),
    ("clause-numbering", "TG/gc-geti.md", "## 6.3\n", "## 6.4\n"),
    ("self-reference", "GL/gl-kaohe.md", "应提出本文件的", "应提出本标准的"),
    (
        "replaced-edition-in-text",
        "JC/jc-bianzhi.md",
        "构成应与GB/T 24421.2和",
        "构成应与GB/T 24421.2—2009和",
    ),
    (
        "contradicting-values",
        PROCEDURE,
        "户口迁移、户口项目更正、死亡户口注销的办件",
        "户口项目更正的承诺时限为 7 个工作日。户口迁移、户口项目更正、死亡户口注销的办件",
    ),
)
TERM = (
    "## 3.2 集体户 collective household\n",
    "## 3.2 办件 case\n\n{0}\n\n## 3.3 集体户 collective household\n",
)
MEANING = "服务对象递交的一份申请。"
# What texts with faults prove less of is told where it was promised and claimed.
TOLD = {
    ("output-missing", "data/phases.yaml"),
    ("claim-above-support", "data/assessments/ziping-2023.yaml"),
    ("claim-below-support", "data/assessments/ziping-2023.yaml"),
}


def findings(out: str) -> set[tuple[str, str, int, str]]:
    every: list[dict[str, Any]] = json.loads(out)["diagnostics"]
    return {(one["name"], one["path"], one["line"], one["message"]) for one in every}


def plant(root: Path, path: str, before: str, after: str) -> tuple[str, int]:
    """Change one place of a text; return its path and the line of the change."""
    place = root / "data/standards" / path
    text = place.read_text("utf-8")
    assert text.count(before) == 1
    place.write_text(text.replace(before, after), "utf-8")
    same = next(
        at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other
    )
    return f"data/standards/{path}", text[: text.index(before) + same].count("\n") + 1


def second_guide(root: Path) -> tuple[str, int]:
    """Write another guide for one item of a family, complete in itself."""
    text = (root / "data/standards" / GUIDE).read_text("utf-8")
    text = re.sub(
        r"^(?:planned|drafted|circulated|examined|approved|issued): .*\n",
        "",
        text,
        flags=re.MULTILINE,
    )
    text = re.sub(r"^effective: .*\n", STAGES, text, flags=re.MULTILINE)
    text = re.sub(r"^\| (?:出生登记|户口迁移|死亡户口注销) .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^covers: .*$", "covers: [hukou-gengzheng]", text, flags=re.MULTILINE)
    text = text.replace("id: zn-hukou\n", "id: zn-gengzheng\n").replace("113—2022", "190—2023")
    (root / "data/standards" / SECOND).write_text(text, "utf-8")
    return f"data/standards/{SECOND}", text.splitlines().index("covers: [hukou-gengzheng]") + 1


def line_of(root: Path, path: str, said: str) -> tuple[str, int]:
    """Return the path of a text and the line that says something."""
    lines = (root / "data/standards" / path).read_text("utf-8").splitlines()
    return f"data/standards/{path}", lines.index(said) + 1


def test_each_planted_fault_is_found_at_its_line_and_nothing_else_changes(
    asked: Pilot, pilot: Pilot, committed: Path, demo: Path
) -> None:
    before = findings(asked("validate", "-C", str(committed), *DAY)[1])
    expected = {("duplicate-standard", *second_guide(demo))}
    for rule, *change in PLANTED:
        expected.add((rule, *plant(demo, *change)))
    plant(demo, GUIDE, TERM[0], TERM[1].format(MEANING))
    expected.add(("term-conflict", *line_of(demo, GUIDE, MEANING)))
    expected.add(
        ("term-conflict", *line_of(demo, "JC/jc-shuyu.md", "从受理到办结归档的一次办理过程。"))
    )
    after = findings(pilot("validate", "-C", str(demo), *DAY)[1])
    new = {one[:3] for one in after - before if one[:2] not in TOLD}
    assert new == expected
    assert {one[:2] for one in before - after} <= TOLD
    duplicate = [one for one in after - before if "两项重复" in one[3] and "P5-1" in one[3]]
    assert [one[:2] for one in duplicate] == [("output-missing", "data/phases.yaml")]
