"""PK408 date-order.

What
    zh: 标准的日期依次是：立项、起草、征求意见、审查、批准、发布、实施、废止；法规和版本也一样。
    en: In order: planned, drafted, circulated, examined, approved, issued, effective, withdrawn.
Why
    zh: GB/T 1.1—2020 8.1：实施日期不早于发布日期；次序颠倒，制修订程序就不成立（计分表 C10-1）。
    en: GB/T 1.1—2020, 8.1; out of order, the procedure that C10-1 asks for did not take place.
Bad
    effective: 2021-10-31
Good
    effective: 2021-11-01
Mend
    zh: 照批准发布的文件改正写错的那个日期。
    en: Mend the wrong one of the two dates from the papers.
Waive
    zh: 不宜豁免：两个日期有一个是错的。
    en: Better not: one of the two dates is wrong.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity, Part
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard

_CHINESE = {
    "planned": "立项",
    "drafted": "起草",
    "circulated": "征求意见",
    "examined": "审查",
    "approved": "批准",
    "issued": "发布",
    "effective": "实施",
    "withdrawn": "废止",
}
_PUBLISHED = ("issued", "effective", "withdrawn")


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every date that is before the one it has to follow."""
    if isinstance(one.record, AdoptedStandard):
        for index, edition in enumerate(one.record.editions):
            yield from _disorder(one, edition, _PUBLISHED, "editions", index)
    else:
        keys = tuple(_CHINESE) if isinstance(one.record, Standard) else _PUBLISHED
        yield from _disorder(one, one.record, keys)


def _disorder(
    one: OneRecord, dated: Part, keys: tuple[str, ...], *route: str | int
) -> Iterator[Finding]:
    before: str | None = None
    latest: date | None = None
    for key in keys:
        when: date | None = getattr(dated, key)
        if when is None:
            continue
        if before and latest and when < latest:
            yield Finding(
                one.record.at(*route, key),
                Sentence(
                    f"{_CHINESE[key]}日期 {when} 早于{_CHINESE[before]}日期 {latest}",
                    f"{key} {when} is before {before} {latest}",
                ),
                unit=one.unit,
            )
        else:
            before, latest = key, when


def _records(repository: Repository) -> Iterable[Entity]:
    return chain(repository.all_standards, repository.laws)


RULE = RecordRule("PK408", "date-order", Severity.ERROR, check, records=_records)
