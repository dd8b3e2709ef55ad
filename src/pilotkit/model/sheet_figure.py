"""A day or a number as an office types it into a cell."""

import re
from datetime import date, timedelta
from unicodedata import normalize

from pilotkit.model.sentence import Sentence

# A sheet keeps 15 digits of a number.
EXACT = 10**15
_DAY = re.compile(
    r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?(?:[ T]?\d{1,2}:\d\d(?::\d\d)?)?"
)
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_AROUND_MARKS = re.compile(r"\s*([-/.年月日号])\s*")
_DASHES = str.maketrans("—–−", "---")
# What Excel shows of a day whose cell is formatted as a number; of 1954 to 2064.
_SERIAL = re.compile(r"[2-5]\d{4}|60\d{3}")
_BEFORE_FIRST = date(1899, 12, 30)
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WHOLE = re.compile(r"(-?\d+)\.0+")
_BARE = re.compile(r"[约计共]?(\d+(?:\.\d+)?)\s*[^\d.\s]+")


def day_in(text: str) -> date | Sentence:
    """Return the day that a text says, or why it says none; a time of day is no part of it."""
    plain = _AROUND_MARKS.sub(r"\1", _plain(text).translate(_DASHES))
    found = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        return Sentence(f"“{text}”不是日期，没有这一天", f"there is no day {text!r}")
    if _SERIAL.fullmatch(plain):
        # A workbook of old Macs counts from 1904: who looks at it says which day is meant.
        day = (_BEFORE_FIRST + timedelta(days=int(plain))).isoformat()
        return Sentence(
            f"“{text}”是没有设成日期格式的数，若是 {day}，请写成 {day}",
            f"{text!r} is a number that is not formatted as a day; if it is {day}, write {day}",
        )
    return Sentence(f"“{text}”不是日期，应写成 2021-12-16", f"{text!r} is no day; write 2021-12-16")


def number_in(text: str) -> str:
    """Return a number without what a hand or a system puts into it: wide digits, 1,000, 10.0."""
    plain = _plain(text)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    whole = _WHOLE.fullmatch(plain)
    return whole[1] if whole else plain


def bare(text: str) -> Sentence | None:
    """Say that the number goes alone into its cell, where a word stands beside it."""
    found = _BARE.fullmatch(text)
    return Sentence(f"只写数字：{found[1]}", f"only the number: {found[1]}") if found else None


def _plain(text: str) -> str:
    """Return digits and marks as they are in Latin, without the quote that marks a text."""
    return normalize("NFKC", text).lstrip("'‘’").strip()
