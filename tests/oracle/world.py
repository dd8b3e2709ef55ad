"""A workspace from a folder, and which of its evidence counts."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from pilotkit.load.loader import load
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.files import Attachment, Files
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.standard import AdoptedStandard, Edition, Standard
from pilotkit.model.unit import Unit

OFFICIAL = Path(__file__).parents[2] / "src/pilotkit/official"
Kind = TypeVar("Kind", bound=Evidence)


class Found(NamedTuple):
    """A line of `pilot validate --format json`."""

    name: str
    severity: str
    path: str
    line: int
    column: int


def findings(printed: str) -> tuple[Found, ...]:
    """Read what `pilot validate --format json` printed."""
    found = json.loads(printed)["diagnostics"]
    return tuple(
        Found(one["name"], one["severity"], one["path"], one["line"], one["column"])
        for one in found
    )


@dataclass(frozen=True)
class World:
    """What is true on the day."""

    root: Path
    repository: Repository
    found: tuple[Found, ...]

    @property
    def day(self) -> date:
        return self.repository.day

    # Evidence

    @cached_property
    def counting(self) -> tuple[Evidence, ...]:
        return tuple(one for one in self.repository.evidence if self._counts(one))

    def of(self, kind: type[Kind]) -> list[Kind]:
        """Evidence of a kind that counts."""
        return [one for one in self.counting if isinstance(one, kind)]

    def trouble(self, kind: type[Kind]) -> list[Kind]:
        """Records of a kind of the day, also those that prove nothing: trouble stays trouble."""
        return [
            one
            for one in self.repository.evidence
            if isinstance(one, kind) and one.date <= self.day
        ]

    def _counts(self, record: Evidence) -> bool:
        period = self.repository.pilot.period if self.repository.pilot else None
        if record.date > self.day:
            return False
        if period and not record.standing and not period.since <= record.date <= period.until:
            return False
        if record.valid_until and record.valid_until < self.day:
            return False
        own = record.path.removesuffix(".yaml") + "/"
        for one in self.found:
            if one.severity == "error" and (one.path == record.path or one.path.startswith(own)):
                return False
        return bool(record.archive) or any(
            _hash(self.root / own / file.path) == file.sha256 for file in record.files
        )

    # Units, standards

    def unit(self, name: str | None) -> Unit | None:
        for one in self.repository.units:
            if name is not None and name in (one.id, one.name, *one.aliases):
                return one
        return None

    def unit_id(self, name: str) -> str:
        unit = self.unit(name)
        return unit.id if unit else name

    def exists(self, one: object, day: date | None = None) -> bool:
        """Whether what carries `since` and `until` holds on a day."""
        when = day or self.day
        since, until = getattr(one, "since", None), getattr(one, "until", None)
        return not (since and since > when) and not (until and until < when)

    @property
    def own(self) -> list[Standard]:
        """Own standards that are issued and not withdrawn."""
        return [one for one in self.repository.standards if self.in_use(one)]

    @property
    def every_standard(self) -> list[AnyStandard]:
        return [*self.repository.standards, *self.repository.adopted]

    def standard(self, id_: str | None) -> AnyStandard | None:
        return next((one for one in self.every_standard if one.id == id_), None)

    def in_use(self, one: AnyStandard) -> bool:
        if isinstance(one, AdoptedStandard):
            return self.edition(one) is not None
        issued = one.issued is not None and one.issued <= self.day
        return issued and not (one.withdrawn and one.withdrawn <= self.day)

    def edition(self, family: AdoptedStandard) -> Edition | None:
        """The newest edition in force."""
        best = None
        for one in family.editions:
            begun = one.effective is None or one.effective <= self.day
            ended = one.withdrawn is not None and one.withdrawn <= self.day
            newer = best is None or (one.effective or date.min) > (best.effective or date.min)
            if begun and not ended and newer:
                best = one
        return best


def back(day: date, months: int) -> date:
    """The same day so many months before; the last of a month that is too short."""
    year, month = day.year, day.month - months
    while month < 1:
        year, month = year - 1, month + 12
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


def read_world(root: Path, day: date, found: tuple[Found, ...]) -> World:
    """Read a workspace as of a day."""
    texts, attachments = {}, {}
    for place in sorted((root / "data").rglob("*"), key=lambda one: one.as_posix().encode()):
        path = place.relative_to(root).as_posix()
        if not place.is_file() or place.name in {".gitkeep", "README.md"}:
            continue
        if path.startswith("data/evidence/") and path.count("/") > len(("data", "evidence", "id")):
            attachments[path] = _attachment(place)
        else:
            texts[path] = place.read_bytes()
    bundled = {f"official/{one.name}": one.read_bytes() for one in OFFICIAL.glob("*.yaml")}
    files = Files(texts, attachments, bundled=bundled)
    repository, _ = load(files, day, AsOf(day, DaySource.OPTION))
    return World(root, repository, found)


def _attachment(place: Path) -> Attachment:
    content = place.read_bytes()
    return Attachment(len(content), lambda: sha256(content).hexdigest(), lambda n: content[:n])


def _hash(place: Path) -> str | None:
    if not place.is_file():
        return None
    content = place.read_bytes()
    if content.startswith(b"version https://git-lfs.github.com/spec/v1\n"):
        return content.partition(b"sha256:")[2][:64].decode()
    return sha256(content).hexdigest()
