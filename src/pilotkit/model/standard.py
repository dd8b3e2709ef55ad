"""Standards: the pilot's own (自编) with their text, and the families that it adopts (采用).

Status is computed for a day, never stored (design §3). Number and level: `model.number`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pilotkit.model.day import is_in_force
from pilotkit.model.entity import Entity, Part
from pilotkit.model.location import Location
from pilotkit.model.number import Rank, parse, same_key
from pilotkit.model.paths import leaves_its_folder
from pilotkit.model.values import Ccs, Day, Ics, Id, Several, Text

Status = Literal["待制定", "制定中", "征求意见", "审查", "批准", "已发布", "现行", "废止"]
Every = Literal["办件", "月", "季", "年"]
ORIGINS = ("自编", "采用")
# The dates of a standard in the order in which they must come, each with the status it begins.
STAGES: tuple[tuple[str, Status], ...] = (
    ("planned", "待制定"),
    ("drafted", "制定中"),
    ("circulated", "征求意见"),
    ("examined", "审查"),
    ("approved", "批准"),
    ("issued", "已发布"),
    ("effective", "现行"),
    ("withdrawn", "废止"),
)


class RequiredRecord(Part):
    """What the use of a standard must leave behind."""

    id: Id
    name: Text
    every: Every
    retention: Text | None = None
    keeper: Text | None = None


class Standard(Entity):
    """One of the pilot's own standards: `data/standards/<pillar>/<id>.md`.

    `ics` and `ccs` are its classes, which stand on its cover.
    """

    id: Id
    number: Text | None = None
    title: Text
    kind: Text
    subsystem: Text
    unit: Text
    collected_by: Several[Text] = ()
    covers: Several[Text] = ()
    proposed_level: Text | None = None
    ics: Several[Ics] = ()
    ccs: Ccs | None = None
    records: Several[RequiredRecord] = ()
    citations: Several[Text] = ()
    planned: Day | None = None
    drafted: Day | None = None
    circulated: Day | None = None
    examined: Day | None = None
    approved: Day | None = None
    issued: Day | None = None
    effective: Day | None = None
    rechecked: Day | None = None
    withdrawn: Day | None = None
    replaces: Several[Text] = ()
    replaced_by: Text | None = None
    note: Text | None = None
    # The body of the file and the line it begins on; put there by the loader, never written.
    text: str = ""
    text_line: int = 1

    @property
    def pictures_folder(self) -> str:
        """The folder that the pictures of its text lie in, and nowhere else."""
        return self.path.removesuffix(".md")

    def picture_at(self, written: str) -> str | None:
        """Return where a picture of its text lies; None where its path leads anywhere else."""
        folder, _, inside = written.partition("/")
        own = self.pictures_folder
        is_inside = folder == own.rpartition("/")[2] and not leaves_its_folder(inside)
        return f"{own}/{inside}" if is_inside else None

    @property
    def origin(self) -> str:
        """自编: it is the pilot's own."""
        return "自编"

    @property
    def level(self) -> Rank:
        """The level that its number says; 内部 where it has none yet."""
        number = parse(self.number) if self.number else None
        return number.rank if number else "内部"

    def status_on(self, day: date) -> Status:
        """Say how far it is on a day."""
        status: Status = "待制定"
        for key, begins in STAGES:
            since: date | None = getattr(self, key)
            if since and since <= day:
                status = begins
        return status

    def known_on(self, day: date) -> bool:
        """Say whether any of its dates has come by a day; without dates it is only planned."""
        dates = [when for key, _ in STAGES if (when := getattr(self, key))]
        return not dates or min(dates) <= day

    def issued_on(self, day: date) -> bool:
        """Say whether it is issued and not withdrawn on a day."""
        return bool(self.issued and self.issued <= day) and not self.withdrawn_on(day)

    def withdrawn_on(self, day: date) -> bool:
        """Say whether it is withdrawn on a day."""
        return bool(self.withdrawn and self.withdrawn <= day)

    def at_line(self, line: int, column: int = 1) -> Location:
        """Place a line of its text; the first is 1."""
        return Location(self.path, self.text_line + line - 1, column)


class Edition(Part):
    """One edition of an adopted standard; `certainty` says whether its facts were looked up."""

    number: Text
    title: Text | None = None
    issued: Day | None = None
    effective: Day | None = None
    withdrawn: Day | None = None
    replaced_by: Text | None = None
    certainty: Literal["查证", "待核"] = "待核"
    source: Text | None = None

    def in_force_on(self, day: date) -> bool:
        """Say whether it is in force on a day; an edition without dates is taken to be."""
        return is_in_force(day, self.effective, self.withdrawn)


class AdoptedStandard(Entity):
    """A family of editions that the pilot takes over: `data/standards/adopted/<id>.yaml`."""

    id: Id
    number: Text
    title: Text
    kind: Text | None = None
    subsystem: Text
    collected_by: Several[Text] = ()
    covers: Several[Text] = ()
    records: Several[RequiredRecord] = ()
    editions: Several[Edition]
    note: Text | None = None

    @property
    def origin(self) -> str:
        """采用: somebody else wrote it."""
        return "采用"

    @property
    def level(self) -> Rank | None:
        """The level that its number says; None where the number follows no grammar."""
        number = parse(self.number)
        return number.rank if number else None

    def edition_on(self, day: date) -> Edition | None:
        """Return the newest edition in force on a day."""
        in_force = [edition for edition in self.editions if edition.in_force_on(day)]
        return max(in_force, key=lambda one: one.effective or date.min, default=None)

    def issued_on(self, day: date) -> bool:
        """Say whether an edition of it is in force on a day."""
        return self.edition_on(day) is not None


def by_number(
    standards: Sequence[Standard | AdoptedStandard],
) -> dict[str, Standard | AdoptedStandard]:
    """Return standards by every number that they bear, replace or had, with its year and without.

    Of equal numbers the first one has it.
    """
    found: dict[str, Standard | AdoptedStandard] = {}
    for standard in reversed(standards):
        if isinstance(standard, Standard):
            numbers = [standard.number, *standard.replaces]
        else:
            numbers = [standard.number, *(edition.number for edition in standard.editions)]
        for number in filter(None, numbers):
            found[same_key(number)] = standard
            if parsed := parse(number):
                found[parsed.family] = standard
    return found
