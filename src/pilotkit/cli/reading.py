"""What a run reads: the folder, or any of its commits, and what the tool ships beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pilotkit.cli.progress import PROGRESS
from pilotkit.disk.bundled import read_bundled
from pilotkit.disk.worktree import read_record, read_worktree
from pilotkit.history.trend import Moment
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.files import Files
from pilotkit.model.sentence import Sentence

PILOT, TABLE = "data/pilot.yaml", "data/scoring.yaml"
# What every run needs of what the tool ships; presets and templates are read where they are used.
_READ = (
    "official/contents.yaml",
    "official/register",
    "official/scoring.yaml",
    "official/vocabulary.yaml",
)


@dataclass(frozen=True)
class Reading:
    """What is read: files, the day they have of themselves, the revision if there is one."""

    files: Files
    otherwise: AsOf
    revision: str | None = None


SHALLOW = Sentence(
    "这是浅克隆，更早的历史未知；用 git fetch --unshallow 取全",
    "a shallow clone: what came before is unknown; git fetch --unshallow brings it",
)


class Today(NamedTuple):
    """The two files of the folder, as they are now, that a history holds every commit to."""

    table: bytes | None
    pilot: bytes | None


def today(root: Path) -> Today:
    """Read them from the folder."""
    return Today(read_record(root, TABLE), read_record(root, PILOT))


class Revisions:
    """The revisions of a workspace: each blob is read once over all of them."""

    def __init__(self, root: Path) -> None:
        from pilotkit.git.checkout import find_checkout  # noqa: PLC0415 - only where a revision is asked for

        self.checkout = find_checkout(root)
        self._bundled = _shipped()

    def moments(self, tip: str) -> list[Moment]:
        """Return what landed up to a revision, oldest first."""
        from pilotkit.git.log import landed, tags  # noqa: PLC0415

        named, line = tags(self.checkout), landed(self.checkout, tip)
        edge = line[0].id if self.checkout.shallow and line else None
        return [
            Moment(
                one.id,
                one.id[:10],
                one.date,
                one.author,
                one.subject,
                tuple(named.get(one.id, ())),
                one.onto,
                one.id == edge,
            )
            for one in line
        ]

    def brought(self, moment: Moment, path: str) -> Moment | None:
        """Return the commit of a merged branch that last touched a file; None of no merge."""
        from pilotkit.git.log import brought_by  # noqa: PLC0415

        if moment.onto is None:
            return None
        one = brought_by(self.checkout, moment.onto, moment.id, path)
        return Moment(one.id, one.id[:10], one.date, one.author, one.subject) if one else None

    def data_of(self, moments: Iterable[Moment]) -> dict[str, str]:
        """Return the id of the tree that data/ is at each moment, by the moment's id."""
        from pilotkit.git.objects import trees  # noqa: PLC0415

        return trees(self.checkout, [one.id for one in moments], f"{self.checkout.prefix}data")

    def read(self, revision: str) -> Reading:
        """Read one of them."""
        from pilotkit.git.checkout import read_commit  # noqa: PLC0415

        commit = read_commit(self.checkout, revision)
        return self._read(commit.id, commit.short, commit.date)

    def read_at(self, moment: Moment) -> Reading:
        """Read what had landed at a moment."""
        return self._read(moment.id, moment.short, moment.date)

    def _read(self, commit: str, short: str, day: date) -> Reading:
        from pilotkit.git.revision import read_files  # noqa: PLC0415

        with PROGRESS.step(Sentence(f"读取提交 {short}", f"reading {short}")):
            files = read_files(self.checkout, commit)
        committed = AsOf(day, DaySource.COMMIT)
        return Reading(replace(files, bundled=self._bundled), committed, short)


def read(root: Path, revision: str | None = None) -> Reading:
    """Read a workspace: its folder, or one of its commits without touching the folder."""
    if revision is not None:
        return Revisions(root).read(revision)
    today = AsOf(date.today(), DaySource.TODAY)  # noqa: DTZ011 - the day on the office's wall
    with PROGRESS.step(Sentence(f"读取 {root}", f"reading {root}")):
        files = read_worktree(root)
    return Reading(replace(files, bundled=_shipped()), today)


def merge_base(root: Path, base: str, tip: str | None) -> str:
    """Return the commit where a revision (else what is checked out) left another."""
    from pilotkit.git import checkout  # noqa: PLC0415 - only where a revision is asked for

    return checkout.merge_base(checkout.find_checkout(root), base, tip or "HEAD")


def _shipped() -> dict[str, bytes]:
    return {path: content for part in _READ for path, content in read_bundled(part).items()}
