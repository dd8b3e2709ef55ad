"""Decisions of phase five: `data/integration/<id>.yaml`."""

from typing import Literal

from pilotkit.model.entity import Entity, Part
from pilotkit.model.values import Day, Id, Several, Sha256, Text


class Side(Part):
    """One of the texts that a decision is about; the hash is of its meaning when decided."""

    standard: Text
    clause: Text | None = None
    sha256: Sha256 | None = None


class Decision(Entity):
    """What was decided on a duplicate, an overlap, a contradiction or a gap.

    `subject` is what it is on besides texts, several with 、 between them. `rule` names what found
    it: of an item or post that lacks two things, one may be decided.
    """

    id: Id
    kind: Literal["重复", "交叉", "矛盾", "缺失"]
    sides: Several[Side] = ()
    subject: Text | None = None
    rule: Id | None = None
    decision: Literal["合并", "引用", "修订", "废止", "补充", "保留"]
    by: Text
    date: Day
    owner: Text | None = None
    reason: Text

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it is on besides texts: ids, or in words what the matter is."""
        return tuple(self.subject.split("、")) if self.subject else ()
