"""PK214 duplicate-number.

What
    zh: 标准号不能重复；写法不同（空格、横线、全半角）但指同一号的，算重复。
    en: No two standards may have one number, however it is spelt: spaces, dashes, widths.
Why
    zh: 文本按标准号引用标准，一号两用就不知道引的是哪一个（GB/T 1.1—2020）。
    en: Texts cite standards by number; with one number for two nobody knows which is meant.
Bad
    number: Q/BQZW TG 201-2022
Good
    number: Q/BQZW TG 202-2022
Mend
    zh: 给后编的标准换一个号；同一标准登记了两次的，删去一条。
    en: Give the later standard another number; remove one of two records of the same standard.
Waive
    zh: 不宜豁免：引用会指错。
    en: Better not: citations would point to the wrong standard.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Route
from pilotkit.model.number import same_key
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every number that an earlier standard or edition has."""
    first: dict[str, tuple[AnyStandard, Route]] = {}
    # What others have issued comes first: it is the own number that has to give way.
    standards: tuple[AnyStandard, ...] = (*repository.adopted, *repository.standards)
    for standard in standards:
        for route, number in _numbers(standard):
            here = (standard, route)
            held = first.setdefault(same_key(number), here)
            if held is here or _is_family_of(held, here):
                continue
            place = held[0].at(*held[1])
            yield Finding(
                standard.at(*route),
                Sentence(f"标准号“{number}”重复", f"duplicate number {number!r}"),
                Sentence(f"已用于 {place}", f"used at {place}"),
                repository.owner_of(standard),
            )


def _numbers(standard: AnyStandard) -> Iterator[tuple[Route, str]]:
    if standard.number is not None:
        yield ("number",), standard.number
    if isinstance(standard, AdoptedStandard):
        for index, edition in enumerate(standard.editions):
            yield ("editions", index, "number"), edition.number


def _is_family_of(held: tuple[AnyStandard, Route], here: tuple[AnyStandard, Route]) -> bool:
    """Say whether it is a family and one of its own editions, whose year nobody wrote."""
    return held[0] is here[0] and len(held[1]) != len(here[1])


def _rests_on(repository: Repository) -> object:
    return repository.all_standards, repository.unit_ids


RULE = Rule("PK214", "duplicate-number", Severity.ERROR, check, rests_on=_rests_on)
