"""PK903 contradicting-values.

What
    zh: 同一事项的时限、收费、电话、地址、材料，各项标准的文本之间、文本与事项数据之间要一致。
    en: Limits, fee, telephones, address, materials of an item agree in all texts and data.
Why
    zh: 灞政办发〔2021〕48号 阶段五：消除矛盾；群众按哪一个值办，窗口就可能按另一个值拒。
    en: The plan, phase five: no contradictions; the public and the window would go by two values.
Bad
    失物认领应自受理之日起 7 个工作日内办结。
Good
    失物认领应在 5 个工作日内办结，送达应在 1 个工作日内完成。
Mend
    zh: 以事项清单确认的值为准修订；两个值都对的，写明各自适用的情形。
    en: Write the value of the confirmed list; where both hold, write when each does.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。
    en: Not waived: a decision in data/integration/ takes its place.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import compared, element_name, issued_with_text, pairs
from pilotkit.check.decided import Decided
from pilotkit.check.item_values import Held, agree, of_item, of_text
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.values import About

_NAME = "contradicting-values"
_KINDS = frozenset({"矛盾"})
_Said = set[tuple[str, str, About]]
# A procedure may speak of some materials only: what texts list is held against the data alone.
_BETWEEN_TEXTS = tuple(one for one in About if one is not About.MATERIALS)


def check(repository: Repository) -> Iterator[Finding]:
    """Yield values against another text's, then those against the data that are not yet said."""
    decided = Decided(repository, _KINDS, _NAME)
    said: _Said = set()
    for pair in pairs(repository):
        if not decided.on(pair.earlier.id, pair.later.id):
            for element in pair.elements:
                yield from _between(repository, pair.earlier, pair.later, element, said)
    for standard in issued_with_text(repository):
        for element in dict.fromkeys(standard.covers):
            item = repository.items_by_id.get(element)
            if isinstance(item, ServiceItem) and not decided.on(standard.id, item.id):
                yield from _against(repository, standard, item, said)


def _between(
    repository: Repository, earlier: Standard, later: Standard, element: str, said: _Said
) -> Iterator[Finding]:
    first, second = (of_text(repository, one, element) for one in (earlier, later))
    for about in _BETWEEN_TEXTS:
        one, other = first.get(about), second.get(about)
        if one and other and not agree(one, other):
            said |= {(earlier.id, element, about), (later.id, element, about)}
            item = repository.items_by_id.get(element)
            known = of_item(item).get(about) if isinstance(item, ServiceItem) else None
            # The one that the data support is right; of two others the later has to give way.
            if known and agree(other, known):
                one, other, earlier_id, wrong = other, one, later.id, earlier
            else:
                earlier_id, wrong = earlier.id, later
            yield _finding(repository, (wrong.id, earlier_id), element, other, one)


def _against(
    repository: Repository, standard: Standard, item: ServiceItem, said: _Said
) -> Iterator[Finding]:
    known = of_item(item)
    found = of_text(repository, standard, item.id)
    for about, held in found.items():
        if about not in known or (standard.id, item.id, about) in said:
            continue
        if not agree(held, known[about]):
            ids = (standard.id, item.id)
            yield _finding(repository, ids, item.id, held, known[about])


def _finding(
    repository: Repository, ids: tuple[str, str], element: str, held: Held, right: Held
) -> Finding:
    name, about = element_name(repository, element), held.about
    place = right.place_against(held)
    shown, there = held.shown_against(right), right.shown_against(held)
    return Finding(
        held.place_against(right),
        Sentence(
            f"“{name}”的{about}这里是“{shown}”，另一处是“{there}”",
            f"{about} of {name}: {shown!r} here, {there!r} elsewhere",
        ),
        Sentence(f"另一处写在 {place}", f"the other is at {place}"),
        repository.owner_of(repository.standards_by_id[ids[0]]),
        ids,
    )


RULE = Rule("PK903", _NAME, Severity.WARNING, check, rests_on=compared)
