"""A field of a table that no spreadsheet calculates, and that comes back as it was."""

import pytest

from pilotkit.model.csv_cell import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "  =1", "＝1", "-2", "'=1", "''=1", "' ＠x"])
def test_what_would_be_calculated_is_guarded_and_comes_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "甲", "'甲'", "1+1", " 甲=乙"])
def test_all_else_stays(text: str) -> None:
    assert guarded(text) == unguarded(text) == text
