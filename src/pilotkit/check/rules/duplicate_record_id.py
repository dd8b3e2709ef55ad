"""PK415 duplicate-record-id.

What
    zh: 一项标准的 records 里，编号不重复。
    en: The ids in the `records` of a standard are unique.
Why
    zh: 实施记录按这个编号归到应有的记录（计分表 C17-1）；重复了就不知道归哪一条。
    en: Ledgers name the record they are by this id (C17-1); a double one names two.
Bad
    - {id: taizhang, name: 抽查表, every: 季}
Good
    - {id: choucha, name: 抽查表, every: 季}
Mend
    zh: 给后一条换编号。
    en: Give the second another id.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of a required record that stands twice in a standard."""
    seen: set[str] = set()
    for index, record in enumerate(one.record.records):
        if record.id in seen:
            yield Finding(
                one.record.at("records", index, "id"),
                Sentence(f"记录编号“{record.id}”重复", f"duplicate record id {record.id!r}"),
                unit=one.unit,
            )
        seen.add(record.id)


def _records(repository: Repository) -> tuple[AnyStandard, ...]:
    return repository.all_standards


RULE = RecordRule("PK415", "duplicate-record-id", Severity.ERROR, check, records=_records)
