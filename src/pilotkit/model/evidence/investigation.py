"""调研: an investigation."""

from typing import Literal

from pydantic import Field

from pilotkit.model.evidence.record import Evidence


class Investigation(Evidence):
    """An analysis of the present state, of what is needed, or a visit to see how others do it."""

    kind: Literal["调研"]
    type_: Literal["现状分析", "需求调研", "现场考察"] = Field(alias="type")
