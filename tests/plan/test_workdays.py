"""Counting back in working days."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.plan import workdays
from pilotkit.plan.workdays import calendar_said, is_workday, start_by, workdays_between

FRIDAY = date(2024, 4, 12)
NONE = Fraction(0)


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    workdays._official.cache_clear()  # noqa: SLF001 - which calendar is there is found out once
    yield
    workdays._official.cache_clear()  # noqa: SLF001


def test_weekends_are_not_worked_and_a_part_of_a_day_takes_the_day() -> None:
    assert start_by(FRIDAY, Fraction(0), NONE) == FRIDAY
    assert start_by(FRIDAY, Fraction(3), NONE) == date(2024, 4, 9)
    assert start_by(FRIDAY, Fraction("0.1"), NONE) == date(2024, 4, 11)
    assert start_by(FRIDAY, Fraction(5), NONE) == date(2024, 4, 5)
    assert start_by(FRIDAY, Fraction(3), Fraction(30)) == date(2024, 3, 10)


def test_nobody_counts_back_for_ever() -> None:
    assert start_by(FRIDAY, Fraction(10**12), NONE) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 300))
def test_so_many_working_days_lie_between(target: date, days: int) -> None:
    begin = start_by(target, Fraction(days), NONE)
    assert begin
    assert workdays_between(begin, target - timedelta(days=1)) == days
    assert not days or is_workday(begin)


def test_the_official_calendar_is_asked_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def holiday(day: date) -> bool:
        if day.year > 2024:
            raise NotImplementedError
        return day != date(2024, 4, 11)

    monkeypatch.setattr(workdays, "find_spec", lambda _: object())
    module = SimpleNamespace(is_workday=holiday)
    monkeypatch.setitem(sys.modules, "chinese_calendar", module)
    assert start_by(FRIDAY, Fraction(1), NONE) == date(2024, 4, 10)
    assert is_workday(date(2025, 4, 11))
    assert "国务院" in calendar_said().zh


def test_without_it_the_output_says_which_days_count() -> None:
    assert "周一至周五" in calendar_said().zh
