"""PK215 ambiguous-alias.

What
    zh: 一个名称或别名只能属于一个单位，也不能是另一个单位的编号。
    en: A name or an alias belongs to one unit only, and is no other unit's id.
Why
    zh: 记录里可以写单位的名称或别名；两个单位都叫这个名字，就分不清是谁（design §2）。
    en: Records may name a unit by its name or alias; with two of them nobody knows which.
Bad
    - {id: shichang, name: 区市场监管局, aliases: [审批局], level: 区}
Good
    - {id: shichang, name: 区市场监管局, aliases: [市场监管局], level: 区}
Mend
    zh: 从其中一个单位删去这个别名；机构改革前后重名的，给旧单位的名称加“原”。
    en: Take the alias from one of them; put 原 before the name of a unit that is no more.
Waive
    zh: 不宜豁免：记录会算到另一个单位头上。
    en: Better not: records would be counted for the other unit.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every name that another unit has; equal ids are another rule's."""
    first = {unit.id: unit for unit in reversed(repository.units)}
    for unit in repository.units:
        for route, name in _names(unit):
            earlier = first.setdefault(name, unit)
            if earlier.id != unit.id:
                yield Finding(
                    unit.at(*route),
                    Sentence(
                        f"“{name}”也指{earlier.name}（{earlier.id}）",
                        f"{name!r} also means {earlier.name} ({earlier.id})",
                    ),
                    unit=unit.id,
                    subjects=(unit.id, earlier.id),
                )


def _names(unit: Unit) -> Iterator[tuple[Route, str]]:
    yield ("name",), unit.name
    for index, alias in enumerate(unit.aliases):
        yield ("aliases", index), alias


RULE = Rule("PK215", "ambiguous-alias", Severity.ERROR, check)
