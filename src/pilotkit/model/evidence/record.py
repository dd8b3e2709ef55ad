"""What every piece of evidence says of itself (design §3): `data/evidence/<unit>/<id>.yaml`."""

import datetime as dt
from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Entity, Part
from pilotkit.model.period import Period
from pilotkit.model.values import Day, Id, Several, Sha256, Text, Truth


class EvidenceFile(Part):
    """An attachment: its path from the record's own folder `data/evidence/<unit>/<id>/`."""

    path: Text
    sha256: Sha256


class Archive(Part):
    """Where the original lies when it is not in the repository (原件在档)."""

    place: Text
    box: Text | None = None
    number: Text | None = None
    sha256: Sha256 | None = None


class Signature(Part):
    """Who signed, and when."""

    person: Text | None = None
    unit: Text | None = None
    on: Day | None = None


class Evidence(Entity):
    """The base of all kinds: what happened, when, whose it is, and the files that show it."""

    id: Id
    title: Text
    kind: Text
    date: Day
    unit: Text
    files: Several[EvidenceFile] = ()
    copy_: Literal["原件", "扫描", "转录"] = Field("原件", alias="copy")
    archive: Archive | None = None
    signed: Several[Signature] = ()
    standards: Several[Text] = ()
    items: Several[Text] = ()
    posts: Several[Text] = ()
    task: Text | None = None
    criteria: Several[Text] = ()
    valid_until: Day | None = None
    standing: Truth = False
    confidentiality: Literal["公开", "内部", "不入库"] = "公开"
    note: Text | None = None

    @property
    def attachments_folder(self) -> str:
        """The folder that its attachments lie in, and nowhere else."""
        return self.path.removesuffix(".yaml")

    @property
    def is_internal(self) -> bool:
        """Whether reports keep its title and what it contains to themselves."""
        return self.confidentiality == "内部"

    @property
    def stretch(self) -> Period | None:
        """The days that it speaks of, in the kinds that have a `period`."""
        period = getattr(self, "period", None)
        return period if isinstance(period, Period) else None

    @property
    def time(self) -> dt.date:
        """When it counts: the end of its period, else its date."""
        return self.stretch.to if self.stretch else self.date
