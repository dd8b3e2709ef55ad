from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.edit.pairs import PairError, fields_of
from pilotkit.edit.yaml_text import block
from pilotkit.load.yaml_source import read_yaml
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.evidence.training import Training


@pytest.mark.parametrize(
    ("pairs", "fields"),
    [
        (["stage=标准编制"], {"stage": "标准编制"}),
        (["note=a, b=c"], {"note": "a, b=c"}),
        (["note=[2021]48号"], {"note": "[2021]48号"}),
        (["standards=a,b", "standards=c"], {"standards": ["a", "b", "c"]}),
        (['standards=["a, b"]'], {"standards": ["a, b"]}),
        (["archive.place=档案室", "archive.box=3"], {"archive": {"place": "档案室", "box": "3"}}),
        (
            ["attendees.2.person=乙", "attendees.1.person=甲", "attendees.1.hours=4"],
            {"attendees": [{"person": "甲", "hours": "4"}, {"person": "乙"}]},
        ),
        (
            ["attendees=[{person: 甲, hours: 4}]", "attendees=[{person: 乙}]"],
            {"attendees": [{"person": "甲", "hours": "4"}, {"person": "乙"}]},
        ),
    ],
)
def test_pairs_become_fields(pairs: list[str], fields: dict[str, Any]) -> None:
    assert fields_of(pairs, Training) == fields


def test_fields_of_other_kinds() -> None:
    assert fields_of(["counts.satisfied=3"], Survey) == {"counts": {"satisfied": "3"}}
    pairs = ["counts.totals.现行=3", "mechanisms=培训,考核奖惩"]
    assert fields_of(pairs, OfficialDocument) == {
        "counts": {"totals": {"现行": "3"}},
        "mechanisms": ["培训", "考核奖惩"],
    }


@pytest.mark.parametrize("pairs", [["a"], ["=x"], ["a.=x"], ["a=1", "a=2"], ["a=1", "a.b=2"]])
def test_what_is_no_pair_is_refused(pairs: list[str]) -> None:
    with pytest.raises(PairError):
        fields_of(pairs, Training)


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")))
def test_any_text_comes_back_as_it_was_given(text: str) -> None:
    fields = fields_of([f"note={text}"], Training)
    again = read_yaml("", block({"id": "x", "date": date(2024, 1, 1)} | fields).encode())
    assert not again.refused
    assert again.data.get("note", "") == text.strip()
