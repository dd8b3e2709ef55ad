"""Existing documents collected in phase two: `data/documents/<unit>/<id>.yaml`."""

from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Entity
from pilotkit.model.values import Day, Id, Text

DocumentClass = Literal["管理制度", "标准", "办事须知", "表格", "记录", "其他"]


class CollectedDocument(Entity):
    """A rule, form or notice that was there before, and what becomes of it.

    `becomes` is 保留, 废止 or the id of the standard that takes it over.
    """

    id: Id
    title: Text
    class_: DocumentClass = Field(alias="class")
    area: Literal["政务服务", "便民服务", "中介服务"] | None = None
    unit: Text
    number: Text | None = None
    date: Day | None = None
    becomes: Text | None = None
    reason: Text | None = None
