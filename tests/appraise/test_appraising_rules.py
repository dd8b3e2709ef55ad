from pathlib import Path

import pytest

from appraised import said_of
from cases import Case, files_of, read_cases
from pilotkit.appraise.rules import RULES

CASES = sorted(Path(__file__).parent.glob("rules/*.md"))
BY_FILE = {rule.name.replace("-", "_"): rule for rule in RULES}


# A case shows what reading says and what its own rule says.
@pytest.mark.parametrize(
    ("name", "case"),
    [pytest.param(path.stem, c, id=c.title) for path in CASES for c in read_cases(path)],
)
def test_case(name: str, case: Case) -> None:
    assert said_of(files_of(case.texts), BY_FILE[name]) == case.expected
