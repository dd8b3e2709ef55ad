"""PK342 item-list-differs.

What
    zh: 签发的事项清单，items 要正好是清单日期当天已确认的全部政务服务事项。
    en: A signed 事项清单 names exactly the service items that were confirmed on its date.
Why
    zh: 计分表 C7-1 要求覆盖“全部事项”；清单与数据不一致，就证明不了全部。
    en: Criterion C7-1 asks for all items; a list that differs from the data does not prove all.
Bad
    items: [laonianzheng]
Good
    items: [laonianzheng, hunyin]
Mend
    zh: 照签发的清单核对：漏录的事项补确认，清单漏列的重新印发；不要为了一致改日期。
    en: Compare with the signed list: confirm what is missing, or issue a new list.
Waive
    zh: 不宜豁免：这份清单不计入评分。
    en: Better not: the list counts for nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_SHOWN = 5


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every signed list that is not that of its date."""
    for record in repository.evidence:
        if not isinstance(record, OfficialDocument) or not _is_signed_list(record):
            continue
        if record.date > repository.day:
            continue
        listed, confirmed = set(record.items), _confirmed(repository, record.date)
        missing, extra = confirmed - listed, listed - confirmed
        if missing or extra:
            yield Finding(
                record.at("items") if record.items else record.at("doc_types"),
                Sentence(
                    "事项清单与当天已确认的事项不一致：" + _zh(missing, extra),
                    "the list is not that of the items confirmed on its date: "
                    f"{len(missing)} missing, {len(extra)} too many",
                ),
                unit=repository.owner_of(record),
            )


def _is_signed_list(record: OfficialDocument) -> bool:
    return bool(record.signed) and "事项清单" in record.doc_types


def _confirmed(repository: Repository, day: date) -> set[str]:
    return {
        item.id
        for item in repository.service_records
        if not item.same_as and item.confirmed and item.confirmed.on <= day and item.holds_on(day)
    }


def _zh(missing: Iterable[str], extra: Iterable[str]) -> str:
    said = [("缺", sorted(missing)), ("多", sorted(extra))]
    return "；".join(
        f"{word} {len(ids)} 项（{'、'.join(ids[:_SHOWN])}{'……' if len(ids) > _SHOWN else ''}）"
        for word, ids in said
        if ids
    )


RULE = Rule(
    "PK342",
    "item-list-differs",
    Severity.ERROR,
    check,
    ("coverage_items",),
    needs=(ServiceItem, ManagementItem),
)
