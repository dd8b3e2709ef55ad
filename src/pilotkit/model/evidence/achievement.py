"""业绩: what the pilot achieved beyond itself (C26, C27)."""

from typing import Literal

from pydantic import Field

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Day, Text


class Achievement(Evidence):
    """One achievement. Of 主持制定标准 the level is computed from `number`, never written."""

    kind: Literal["业绩"]
    aspect: Literal["科研项目", "主持制定标准", "秘书处", "委员", "全省推广", "全国推广"]
    level_: Literal["市级", "省级", "国家级"] | None = Field(None, alias="level")
    role: Text | None = None
    number: Text | None = None
    issued: Day | None = None
