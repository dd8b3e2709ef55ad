"""Days as places from left to right, with years and months written above."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.lettering import Length, Letters
from pilotkit.report.drawings.palette import INK, MUTED, RULE
from pilotkit.report.drawings.shapes import Frame, Paint, Point, line, text

# What the years and months take above the first row.
HEIGHT = 44
_YEAR, _MONTH = Letters(12, INK), Letters(11, MUTED)
_TICK, _NEW_YEAR = Paint("none", "#e3e8ed"), Paint("none", RULE)
_LEAST_STEP = 34
_STEPS = (1, 3, 6)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR_MONTHS = 12


class Calendar(NamedTuple):
    """The days from `first` to `last` within the sides of `frame`, under its upper side."""

    first: date
    last: date
    frame: Frame

    def begin(self, day: date) -> Fraction:
        """Return where a day begins; a day outside is put on the nearer side."""
        days = min(max((day - self.first).days, 0), self._days)
        return self.frame.x + Fraction(self.frame.width * days, self._days)

    def finish(self, day: date) -> Fraction:
        """Return where a day ends."""
        return self.begin(date.fromordinal(min(day.toordinal() + 1, date.max.toordinal())))

    def grid(self, bottom: Length, lang: Lang) -> Iterator[str]:
        """Yield the lines down to `bottom` with the years and months they stand for."""
        free: dict[Letters, Length] = {}
        for month in self._months():
            x = self.begin(month)
            new_year = month.month == 1
            down = self.frame.y + (4 if new_year else 24)
            yield line((Point(x, down), Point(x, bottom)), _NEW_YEAR if new_year else _TICK)
            rows = [(_MONTH, month_name(month).to(lang), 32)]
            if new_year or month == self.first:
                rows.append((_YEAR, Sentence(f"{month.year}年", str(month.year)).to(lang), 12))
            for letters, words, down in rows:
                end = x + 4 + letters.width(words)
                if end <= self.frame.right and x + 4 >= free.get(letters, 0):
                    yield text(Point(x + 4, self.frame.y + down), words, letters)
                    free[letters] = end + 4

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1

    def _months(self) -> Iterator[date]:
        """Yield the first day, and every month, quarter, half or whole year that starts inside."""
        month = Fraction(self.frame.width * 30, self._days)
        step = next((n for n in _STEPS if n * month >= _LEAST_STEP), _YEAR_MONTHS)
        yield self.first
        for year in range(self.first.year, self.last.year + 1):
            for number in range(1, _YEAR_MONTHS + 1, step):
                if self.first < date(year, number, 1) <= self.last:
                    yield date(year, number, 1)


def month_name(day: date) -> Sentence:
    """Name the month of a day."""
    return Sentence(f"{day.month}月", _MONTHS[day.month - 1])
