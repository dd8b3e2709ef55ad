"""文件: an official document."""

from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Count, Day, Id, Number, Several, Text, Truth


class Appointed(Part):
    """A person whom the document puts into a role; `principal`: 主要负责人 of `unit` itself."""

    person: Text
    unit: Text
    post: Text
    role: Text
    principal: Truth = False


class Signer(Part):
    """Who signed a 批示."""

    person: Text
    unit: Text
    post: Text
    principal: Truth = False


class Passage(Part):
    """The place in the document that says it, and its words."""

    at: Text
    text: Text


class Planned(Part):
    """A line of a plan: what is to be held by when, and by whom."""

    id: Id
    due: Day
    unit: Text | None = None


class RecordedCounts(Part):
    """The figures that a list or summary of the system states about itself."""

    subsystems: Count | None = None
    rows: Count | None = None
    totals: dict[str, Count] = {}


class OfficialDocument(Evidence):
    """A document that somebody issued, and what it settles."""

    kind: Literal["文件"]
    number: Text | None = None
    doc_types: Several[Text]
    appoints: Several[Appointed] = ()
    signer: Signer | None = None
    passages: Several[Passage] = ()
    schedule: Several[Planned] = ()
    every: Literal["月", "季", "年"] | None = None
    duties: Several[Text] = ()
    mechanisms: Several[Literal["制修订", "培训", "监督检查", "考核奖惩", "持续改进"]] = ()
    aspects: Several[Literal["符合性", "实施效果"]] = ()
    year: Count | None = None
    amount: Number | None = None
    counts: RecordedCounts | None = None
