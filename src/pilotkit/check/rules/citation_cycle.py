"""PK514 citation-cycle.

What
    zh: 自编标准之间不循环引用。
    en: The own standards do not cite each other in a ring.
Why
    zh: 甲按乙、乙又按甲，使用者找不到落脚的条款；改一个，另一个随之变（按GB/T 1.1—2020惯例）。
    en: Where each refers to the other, no clause is the ground, and a change of one changes all.
Bad
    投诉处理应按Q/BQZW TG 2执行。
Good
    投诉处理应符合GB/T 19012的规定。
Mend
    zh: 把共用的条款放到其中一个标准，其他标准引用它。
    en: Put the shared clauses into one of them, and have the others cite that.
Waive
    zh: 确需互相引用不同条款的，写明理由。
    en: Where different clauses are meant, with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pilotkit.check.cycles import rings
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import Citation


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every ring once, at the first standard in it."""
    texts = {own.standard.id: own for own in reversed([*own_texts(repository)])}
    links = {name: _cited_by(repository, own, texts) for name, own in sorted(texts.items())}
    for ring in rings(links):
        first = texts[ring[0]]
        inside = [one for name, one in links[ring[0]].items() if name in ring]
        place = inside[0]
        titles = "、".join(f"《{texts[name].standard.title}》" for name in ring)
        found = first.says(
            place.line,
            Sentence(f"循环引用：{titles}", f"these cite each other: {', '.join(ring)}"),
            column=place.cited.column,
        )
        yield replace(found, subjects=tuple(ring))


def _cited_by(
    repository: Repository, own: OwnText, texts: Mapping[str, OwnText]
) -> dict[str, Citation]:
    """Map the other own standards that the provisions cite to the first place of each."""
    found: dict[str, Citation] = {}
    for one in own.citations:
        if one.is_in_body and not one.is_note:
            cited = repository.standard_by_number(one.cited.number.dated)
            if cited and cited.id in texts and cited.id != own.standard.id:
                found.setdefault(cited.id, one)
    return found


RULE = Rule("PK514", "citation-cycle", Severity.WARNING, check)
