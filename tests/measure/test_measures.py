"""Every measure by a case in words: files, and the account that `pilot explain` gives of it.

Records of these cases whose place does not matter stand in one fence, parted by their paths.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from cases import BUNDLED, PILOT, repository_of
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.measure.measures import BY_NAME
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.files import Files
from pilotkit.report.explanation import account

DAY = AsOf(date(2023, 6, 30), DaySource.TODAY)
CASES = Path(__file__).parent / "cases"
_FILES = re.compile(r"^```files\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"^(data/\S+)$", re.MULTILINE)
TITLES = [
    (path.stem, title)
    for path in sorted(CASES.glob("*.md"))
    for title in re.findall(r"^## (.*)$", path.read_text("utf-8"), re.MULTILINE)
]


def said_of(name: str, written: str) -> str:
    _, *parts = _PATH.split(written)
    texts = dict(zip(parts[::2], (part.lstrip("\n") for part in parts[1::2]), strict=True))
    settings = PILOT["data/pilot.yaml"].replace("as_of: 2021-12-16\n", "")
    texts.setdefault("data/pilot.yaml", settings)
    content = {path: text.encode() for path, text in sorted(texts.items())}
    repository, unreadable = load(Files(content, bundled=BUNDLED), None, DAY)
    assert [found.message.zh for found in unreadable] == []
    measure = BY_NAME[name]
    measured = measure.of(Basis(repository, ()))
    # Nobody is known by name here, so that the cases show which ids are meant.
    lines = account(measure.formula, measured, repository_of({}), "zh").splitlines()
    return "\n".join(re.sub(r" \(data/[^)]*\)", "", line) for line in lines[2:]) + "\n"


def test_every_measure_has_its_cases() -> None:
    assert {path.stem for path in CASES.glob("*.md")} == set(BY_NAME) - {"staffing"}


@pytest.mark.parametrize(("name", "title"), TITLES)
def test_case(name: str, title: str) -> None:
    text = (CASES / f"{name}.md").read_text("utf-8")
    section = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    (written,), (expected,) = _FILES.findall(section), _SAID.findall(section)
    assert said_of(name, written) == expected
