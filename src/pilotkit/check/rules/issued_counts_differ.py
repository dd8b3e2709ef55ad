"""PK343 issued-counts-differ.

What
    zh: 标准体系框架、明细表、汇总表、编制说明里写的数，要与当天的数据一致。
    en: The counts that the framework, list, summary and notes state are those of their date.
Why
    zh: 计分表 C6-1 要这四份文件；汇总表的数要等于明细表的行数（GB/T 13016—2018）。
    en: Criterion C6-1 asks for the four; totals equal the rows of the list (GB/T 13016—2018).
Bad
    counts: {rows: 3, totals: {国家: 1}}
Good
    counts: {subsystems: 1, rows: 2, totals: {国家: 1, 自编: 1, JC: 2, 合计: 2}}
Mend
    zh: 照文件核对录入的数；文件本身过时的，重新印发一份。
    en: Compare with the document what was typed; issue a new one where it is out of date.
Waive
    zh: 不宜豁免：这份文件不计入评分。
    en: Better not: the document counts for nothing.
"""

from collections import Counter
from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import OfficialDocument, RecordedCounts
from pilotkit.model.framework import Framework, Pillar, Subsystem
from pilotkit.model.location import Route
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.standard import ORIGINS, AdoptedStandard, Standard

_LISTS = {"标准体系框架", "标准明细表", "标准汇总表", "编制说明"}
_ALL = "合计"
_LEVELS = ("国家", "行业", "地方", "团体", "内部", "国际")


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every stated count that is not that of the date."""
    framework = repository.framework
    if framework is None:
        return
    for record in repository.evidence:
        if not isinstance(record, OfficialDocument) or record.counts is None:
            continue
        if _LISTS.isdisjoint(record.doc_types) or record.date > repository.day:
            continue
        rows = tuple(repository.listed_on(record.date))
        for route, message, help_ in _compared(record.counts, _actual(repository, rows), framework):
            place = record.at("counts", *route)
            yield Finding(place, message, help_, repository.owner_of(record))


def _actual(repository: Repository, rows: tuple[AnyStandard, ...]) -> Counter[str]:
    """Count the rows of the list by origin, level, pillar, subsystem and kind."""
    found = Counter({_ALL: len(rows)})
    for standard in rows:
        found[standard.origin] += 1
        placed = repository.subsystem(standard.subsystem)
        names = (placed[0].id, placed[1].id) if placed else ()
        found.update(filter(None, (standard.level, standard.kind, *names)))
    return found


def _compared(
    counts: RecordedCounts, actual: Counter[str], framework: Framework
) -> Iterator[tuple[Route, Sentence, Sentence | None]]:
    leaves = sum(not subsystem.subsystems for _, _, subsystem in framework.with_routes())
    for key, now in (("subsystems", leaves), ("rows", actual[_ALL])):
        stated = getattr(counts, key)
        if stated is not None and stated != now:
            yield (key,), _differs(stated, now), None
    ids = _ids(framework)
    for name, stated in counts.totals.items():
        key = ids.get(name, name)
        if key not in ids.values() and key not in actual:
            known = (_ALL, *ORIGINS, *_LEVELS, *ids)
            unknown = Sentence(f"不认识的合计项“{name}”", f"unknown total {name!r}")
            yield ("totals", name), unknown, did_you_mean(name, known)
        elif stated != actual[key]:
            yield ("totals", name), _differs(stated, actual[key]), None


def _ids(framework: Framework) -> dict[str, str]:
    """Map all that a total may be called to the key that is counted under."""
    found = {name: name for name in (_ALL, *ORIGINS, *_LEVELS)}
    every: list[Pillar | Subsystem] = list(framework.pillars)
    every += [subsystem for _, _, subsystem in framework.with_routes()]
    for one in reversed(every):
        found.update(dict.fromkeys((*one.aliases, one.name, one.id), one.id))
    return found


def _differs(stated: int, now: int) -> Sentence:
    return Sentence(
        f"写的是 {stated}，当天的数据是 {now}", f"stated {stated}, the data of the date say {now}"
    )


RULE = Rule(
    "PK343",
    "issued-counts-differ",
    Severity.ERROR,
    check,
    ("coverage_count",),
    needs=(Standard, AdoptedStandard),
)
