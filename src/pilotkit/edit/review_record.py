"""A filled-in review sheet → the fields of a 专家评审."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from pilotkit.edit.tables.cell_text import text_of
from pilotkit.edit.tables.grid import Grid, TableError
from pilotkit.edit.tables.reading import read_tables
from pilotkit.model.draw import drawn
from pilotkit.model.fault import Fault
from pilotkit.model.repository import Repository
from pilotkit.model.review_sheet import (
    DAY,
    FIRST_REVIEWER,
    PERSON,
    QUESTION,
    SEED,
    STANDARD,
    UNIT,
    drawable,
)
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import CellError
from pilotkit.model.values import Plain

# A sheet has a line for each standard and each question.
MAX_SHEET_BYTES = 1 << 20
_MOST_LINES = 5000
_KINDS = {SEED, DAY, PERSON, UNIT, STANDARD, QUESTION}
_RATING = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,4})?")
# As Excel writes a day after it has read one.
_DAY = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
_ID, _TEXT = 1, 3
_SAVE = Sentence("请另存为 .xlsx 或 CSV UTF-8", "save it as .xlsx or CSV UTF-8")


class SheetError(Fault):
    """A sheet that cannot be read back."""


class FilledSheet(NamedTuple):
    """What stands in a sheet; reviewers are pairs of name and unit, ratings text by text."""

    seed: str
    day: date
    reviewers: tuple[tuple[str, str], ...]
    sample: tuple[tuple[str, str], ...]
    ratings: tuple[tuple[str, str, str], ...]

    def fields(self, signed_on: date) -> dict[str, Any]:
        """Return the fields of the record, with a signature of every reviewer."""
        return {
            "reviewers": [
                {"person": person} | ({"unit": unit} if unit else {})
                for person, unit in self.reviewers
            ],
            "seed": self.seed,
            "sample": [{"standard": id_, "sha256": hash_} for id_, hash_ in self.sample],
            "ratings": [
                {"question": question, "person": person, "rating": Plain(rating)}
                for question, person, rating in self.ratings
            ],
            "signed": [{"person": person, "on": signed_on} for person, _ in self.reviewers],
        }


def read_sheet(name: str, content: bytes) -> FilledSheet:
    """Read a sheet as Excel or WPS saves it, as CSV or as a workbook.

    Raises:
        SheetError: it is no such sheet, or filled in so that nobody can tell what is meant.
        Fault: what reads Excel files is not installed.
    """
    lines = list(_lines(_filled(name, content)))
    by_kind: dict[str, list[tuple[int, list[str]]]] = {kind: [] for kind in _KINDS}
    for number, line in lines:
        by_kind[line[0]].append((number, line))
    seed = _only(by_kind[SEED], SEED)[1][_ID]
    if not seed:
        raise SheetError(Sentence("没有种子", "the seed is missing"))
    seats = _seats(_only(by_kind[PERSON], PERSON)[1], _only(by_kind[UNIT], UNIT)[1])
    return FilledSheet(
        seed=seed,
        day=_day(*_only(by_kind[DAY], DAY)),
        reviewers=tuple(seats.values()),
        sample=tuple((line[_ID], line[_TEXT]) for _, line in by_kind[STANDARD]),
        ratings=tuple(_ratings(by_kind[QUESTION], {at: one[0] for at, one in seats.items()})),
    )


def differs_from_draw(sheet: FilledSheet, repository: Repository) -> bool:
    """Tell whether the seed draws other standards than the sheet names."""
    names = {id_ for id_, _ in sheet.sample}
    eligible = drawable(repository, (unit for _, unit in sheet.reviewers), sheet.day)
    return set(drawn(eligible, sheet.seed, len(names))) != names


def _filled(name: str, content: bytes) -> Grid:
    """Return the first sheet on which anything stands."""
    try:
        grids = read_tables(name, content)
    except TableError as error:
        raise SheetError(error.sentence, _SAVE) from None
    return next((one for one in grids if any(map(any, one.rows))), Grid("", ()))


def _lines(grid: Grid) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(grid.rows, 1):
        try:
            fields = [text_of(cell).strip() for cell in row]
        except CellError as error:
            raise _wrong(number, *error.sentence) from None
        if number > _MOST_LINES or any("\0" in field for field in fields):
            raise _wrong(number, "不是评审表", "this is no review sheet")
        if any(fields):
            fields += [""] * (FIRST_REVIEWER - len(fields))
            if fields[0] not in _KINDS:
                raise _wrong(number, f"开头“{fields[0]}”不认识", f"cannot begin with {fields[0]!r}")
            yield number, fields


def _only(found: Sequence[tuple[int, list[str]]], kind: str) -> tuple[int, list[str]]:
    if len(found) != 1:
        raise SheetError(
            Sentence(f"“{kind}”应有一行，有 {len(found)} 行", f"{kind}: {len(found)} lines, not 1"),
            Sentence("用 pilot review sheet --format csv 重做", "make it with pilot review sheet"),
        )
    return found[0]


def _day(number: int, line: list[str]) -> date:
    found = _DAY.fullmatch(line[_ID])
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise _wrong(number, "日期应写成 2021-12-16", "a date is written 2021-12-16")


def _seats(people: list[str], units: list[str]) -> dict[int, tuple[str, str]]:
    """Return name and unit of the reviewers by column; unnamed columns are left out."""
    seats = {
        at: (person, units[at] if at < len(units) else "")
        for at, person in enumerate(people[FIRST_REVIEWER:], FIRST_REVIEWER)
        if person
    }
    names = [person for person, _ in seats.values()]
    for person in names:
        if names.count(person) > 1:
            raise SheetError(
                Sentence(f"有两位专家都叫“{person}”", f"two reviewers are named {person!r}"),
                Sentence("请在姓名里加以区别", "tell them apart in their names"),
            )
    return seats


def _ratings(
    questions: Sequence[tuple[int, list[str]]], people: dict[int, str]
) -> Iterator[tuple[str, str, str]]:
    for number, line in questions:
        for at, written in enumerate(line[FIRST_REVIEWER:], FIRST_REVIEWER):
            rating = normalize("NFKC", written)
            if not rating:
                continue
            if at not in people:
                raise _wrong(number, "有打分，没有专家姓名", "a rating without a reviewer's name")
            if not _RATING.fullmatch(rating):
                raise _wrong(number, f"“{written}”不是 0 到 100 的数", f"{written!r} is no rating")
            yield line[_ID], people[at], rating


def _wrong(number: int, zh: str, en: str) -> SheetError:
    return SheetError(Sentence(f"第 {number} 行：{zh}", f"line {number}: {en}"))
