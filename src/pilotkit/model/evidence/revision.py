"""标准制修订: a step in the life of one standard."""

from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Several, Text


class Comment(Part):
    """An opinion on a draft and what became of it."""

    clause: Text | None = None
    opinion: Text
    party: Literal["服务对象", "单位", "专家", "社会"]
    handling: Text | None = None
    reason: Text | None = None


class Revision(Evidence):
    """A stage that a standard went through; `from` and `to` are its numbers before and after."""

    kind: Literal["标准制修订"]
    standard: Text
    stage: Literal["立项", "征求意见", "审查", "批准发布", "宣贯", "复审", "修订", "废止"]
    from_: Text | None = Field(None, alias="from")
    to: Text | None = None
    reason: Text | None = None
    comments: Several[Comment] = ()
