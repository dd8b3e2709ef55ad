"""政务服务事项 (service items) and 管理事项 (management items): `data/items/<unit>/<id>.yaml`."""

from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Entity, Part, Timed
from pilotkit.model.unit import Level
from pilotkit.model.values import Count, Day, Id, Several, Text, Truth


class Confirmation(Part):
    """Who confirmed or authorized, when, and the evidence for it."""

    on: Day
    by: Text
    evidence: Text | None = None


class TimeLimit(Part):
    """How long a decision may take."""

    days: Count
    unit: Literal["工作日", "自然日", "月", "年"] = "工作日"


class Step(Part):
    """A step of handling: its name, the post that does it, how long, what it leaves behind."""

    name: Text
    post: Text | None = None
    limit: TimeLimit | None = None
    record: Text | None = None


class Material(Part):
    """What an applicant hands in."""

    name: Text
    form: Literal["原件", "复印件", "原件和复印件", "电子"] | None = None
    copies: Count | None = None
    required: Truth | None = None
    source: Text | None = None


class Fee(Part):
    """What is charged, and on which ground."""

    charged: Truth
    amount: Text | None = None
    basis: Text | None = None


class Ground(Part):
    """What an item is set up by: a law record, its article, and whether anybody read it."""

    law: Text | None = None
    title: Text | None = None
    article: Text | None = None
    certainty: Literal["查证", "待核"] = "待核"


ItemType = Literal[
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
    "行政备案",
    "其他行政权力",
    "公共服务",
]


class ServiceItem(Entity, Timed):
    """One thing that the public may apply for.

    `same_as` names the district's record of an item that a street or a community also handles;
    such a record is no element of its own. Field names of the national 实施清单: domain.md §3.4.
    """

    id: Id
    name: Text
    class_: Literal["service"] = Field(alias="class")
    area: Literal["政务服务", "便民服务", "中介服务"] = "政务服务"
    subsystem: Text | None = None
    unit: Text
    levels: Several[Level] = ()
    same_as: Text | None = None
    type: ItemType | None = None
    code: Text | None = None
    local_code: Text | None = None
    handling: Literal["即办件", "承诺件"] | None = None
    serves: Several[Text] = ()
    grounds: Several[Ground] = ()
    accepted_at: Several[Text] = ()
    conditions: Several[Text] = ()
    legal_limit: TimeLimit | None = None
    promised_limit: TimeLimit | None = None
    steps: Several[Step] = ()
    materials: Several[Material] = ()
    visits: Count | None = None
    channels: Several[Literal["窗口办理", "网上办理", "快递申请"]] = ()
    fee: Fee | None = None
    result: Text | None = None
    place: Text | None = None
    hours: Text | None = None
    phone: Text | None = None
    complaints: Text | None = None
    confirmed: Confirmation | None = None
    authorized: Confirmation | None = None
    certainty: Literal["查证", "待核"] | None = None
    source: Text | None = None
    note: Text | None = None


class ManagementItem(Entity, Timed):
    """One thing that the centre itself must manage: people, money, goods or matters."""

    id: Id
    name: Text
    class_: Literal["management"] = Field(alias="class")
    object: Literal["人", "财", "物", "事"]
    subsystem: Text
    unit: Text
    levels: Several[Level] = ()
    steps: Several[Step] = ()
    confirmed: Confirmation | None = None
    certainty: Literal["查证", "待核"] | None = None
    source: Text | None = None
    note: Text | None = None


Item = ServiceItem | ManagementItem
ITEM_CLASSES: dict[str, type[ServiceItem] | type[ManagementItem]] = {
    "service": ServiceItem,
    "management": ManagementItem,
}
