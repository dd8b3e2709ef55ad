"""Past commits, scored by today's table and today's windows; what `history` and `blame` look at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pilotkit.cli.pipeline import scored
from pilotkit.cli.reading import PILOT, TABLE, Reading, Revisions, Today, today
from pilotkit.disk.worktree import read_record
from pilotkit.history.moves import figures_of
from pilotkit.history.trend import Figures, Moment
from pilotkit.load.loader import Memory, phases_in, pilot_in
from pilotkit.model.files import Files
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score

_PHASES = "data/phases.yaml"


class Hindsight:
    """Today's table and windows, held to commits of any time.

    Where the folder has no table the official one holds; where its `pilot.yaml` cannot be read,
    each commit keeps its own windows. What several commits share is parsed once.
    """

    def __init__(self, now: Today) -> None:
        pilot = pilot_in(now.pilot) if now.pilot is not None else None
        self._windows = pilot.windows if pilot else None
        self._table = now.table
        self._memory = Memory()

    def score(self, reading: Reading, as_of: date | None) -> Score:
        """Score a revision by what holds today, as of its own day or of the one asked for.

        Its own day is that of its commit, at most the pilot's end. A pinned `as_of` of the pilot
        is not followed: every point would be of one day.
        """
        return self._by_today(reading, as_of or _day_of(reading))[1]

    def figures(self, reading: Reading, as_of: date | None) -> Figures:
        """Score a revision by what holds today, and by what held then."""
        day = as_of or _day_of(reading)
        repository, now = self._by_today(reading, day)
        own = pilot_in(reading.files.texts[PILOT])
        is_same = reading.files.texts.get(TABLE) == self._table
        if is_same and (own is None or self._windows in (own.windows, None)):
            return figures_of(repository, now, now)
        return figures_of(repository, now, scored(reading, day, self._memory)[1])

    def _by_today(self, reading: Reading, day: date) -> tuple[Repository, Score]:
        files = _with_table(reading.files, self._table)
        return scored(replace(reading, files=files), day, self._memory, self._windows)


def _with_table(files: Files, table: bytes | None) -> Files:
    if files.texts.get(TABLE) == table:
        return files
    texts = {path: text for path, text in files.texts.items() if path != TABLE}
    if table is not None:
        texts[TABLE] = table
    return replace(files, texts=dict(sorted(texts.items())))


def _day_of(reading: Reading) -> date:
    pilot = pilot_in(reading.files.texts[PILOT])
    committed = reading.otherwise.day
    return min(committed, pilot.period.until) if pilot else committed


def scores_of(
    revisions: Revisions, moments: list[Moment], as_of: date | None, root: Path
) -> Iterator[tuple[Moment, Score]]:
    """Score each moment that holds the pilot, by what holds today."""
    hindsight = Hindsight(today(root))
    for moment in moments:
        reading = revisions.read_at(moment)
        if PILOT in reading.files.texts:
            yield moment, hindsight.score(reading, as_of)


def first_days(root: Path) -> list[tuple[date, str]]:
    """Return the first days of the phases of the folder as it is now, each with its id."""
    content = read_record(root, _PHASES)
    phases = phases_in(content) if content is not None else ()
    return [(phase.from_.first_day, phase.id) for phase in phases]
