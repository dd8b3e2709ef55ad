"""PK712 leader-not-principal.

What
    zh: 领导小组的组长、副组长里，没有承担单位或本区域的主要负责人。
    en: Neither leader nor deputy leader of the group heads the undertaking unit or the region.
Why
    zh: 计分表 C1-2 要“试点单位或区域主要负责人”任职；副区长、副局长、指导单位的局长都不算。
    en: C1-2 wants the head of the unit or region; a deputy, or the guiding bureau's head, is none.
Bad
    appoints: [{person: 甲, unit: scj, post: 局长, role: 副组长, principal: true}]
Good
    appoints: [{person: 乙, unit: spj, post: 局长, role: 副组长, principal: true}]
Mend
    zh: 请区长或承担单位的局长任组长或副组长，重新发文，在 appoints 里写 principal: true。
    en: Have the head appointed by a new document, with `principal: true` in `appoints`.
Waive
    zh: 领导小组正在调整的，写明理由和到期日；评分仍不认。
    en: While the group is being changed, with an expiry; the score does not follow.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.naming import unit_called
from pilotkit.model.repository import Repository
from pilotkit.model.roster import Appointment
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit

_LEADING = ("组长", "副组长")
_HEADED = frozenset({"牵头", "区域"})


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield the leading group once if none of its leaders is such a head."""
    repository = appraisal.repository
    leaders = [
        one for one in repository.roster if one.role in _LEADING and one.holds_on(repository.day)
    ]
    if not leaders or _is_headed(repository):
        return
    leaders.sort(key=lambda one: _LEADING.index(one.role))
    said = "、".join(f"{one.role}{one.person}（{_post(repository, one)}）" for one in leaders)
    yield Finding(
        leaders[0].at("post"),
        Sentence(
            f"没有材料写明组长、副组长中有承担单位或本区域的主要负责人：{said}",
            f"no document shows that a leader heads the undertaking unit or the region: {said}",
        ),
        Sentence(
            "请区长或承担单位局长任职并发文，任命里写 principal: true",
            "have such a head appointed, with `principal: true` in the document's `appoints`",
        ),
    )


def _is_headed(repository: Repository) -> bool:
    """Say whether a document of the day puts such a head to the top of the group."""
    return any(
        one.principal and one.role in _LEADING and _is_headed_unit(repository, one.unit)
        for record in repository.evidence
        if isinstance(record, OfficialDocument) and record.date <= repository.day
        for one in record.appoints
    )


def _is_headed_unit(repository: Repository, name: str) -> bool:
    unit = repository.unit(name)
    return unit is not None and not _HEADED.isdisjoint(unit.roles)


def _post(repository: Repository, one: Appointment) -> str:
    return f"{unit_called(repository, one.unit)}{one.post}"


RULE = Rule("PK712", "leader-not-principal", Severity.WARNING, check, needs=(Evidence, Unit))
