"""PK550 alias-in-text.

What
    zh: 标准文本里写单位和分体系的全称，不写登记的简称；先写明“以下简称”的除外。
    en: Texts have the full names of bodies and systems, not an alias that they do not introduce.
Why
    zh: 一个概念用一个名称；简称各写各的，检索不到，换了单位也改不全。
    en: One thing, one name; where each text shortens it otherwise, nobody finds them all.
Bad
    家庭收入由区民政局核查。
Good
    家庭收入由虚构区民政局核查。
Mend
    zh: 写全称，或在第一次出现处写“（以下简称“区民政局”）”。
    en: Write the full name, or introduce the short one where it first stands.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.full_names import FullNames

_SHORTEST = 3  # signs of an alias that is no everyday word, such as 中心
_SYSTEM = "体系"  # what the alias of a subsystem ends in where it is no everyday word


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every alias in a text; the lists of references and what is quoted are left out."""
    names = _names(repository)
    for own in own_texts(repository):
        for short in names.short_in(own.standard.text):
            full = names.full_names[short.name]
            yield own.says(
                short.line,
                Sentence(
                    f"“{short.name}”应写全称“{full}”",
                    f"{short.name!r} has the full name {full!r}",
                ),
                column=short.column,
            )


def _names(repository: Repository) -> FullNames:
    """Collect the aliases; one that is also somebody's full name is none."""
    pairs = [(alias, unit.name) for unit in repository.units for alias in unit.aliases]
    full = {unit.name for unit in repository.units}
    framework = repository.framework
    if framework:
        full |= {framework.name}
        for pillar in framework.pillars:
            full.add(pillar.name)
            pairs += [(alias, pillar.name) for alias in pillar.aliases]
        for _, subsystem in framework.subsystems():
            full.add(subsystem.name)
            pairs += [
                (alias, subsystem.name) for alias in subsystem.aliases if alias.endswith(_SYSTEM)
            ]
    known = {alias: name for alias, name in reversed(pairs) if alias not in full and _is_one(alias)}
    return FullNames(known, sorted(full))


def _is_one(alias: str) -> bool:
    return len(alias) >= _SHORTEST


RULE = Rule("PK550", "alias-in-text", Severity.WARNING, check)
