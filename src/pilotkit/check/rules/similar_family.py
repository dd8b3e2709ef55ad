"""PK904 similar-family.

What
    zh: 几项同类标准覆盖不同的事项（岗位），正文却大半相同：可合并为通用标准 + 事项附录。
    en: Texts of one kind on different elements that say nearly the same may become one standard.
Why
    zh: 灞政办发〔2021〕48号 阶段五：整合优化；同一句话写在十项标准里，改一次要改十处。
    en: The plan, phase five: what stands in ten standards has to be changed ten times.
Bad
    covers: [renling]
Good
    covers: [renling, jicun, tingche]
Mend
    zh: 通用部分写成一项标准，各事项的条件、材料、时限写成它的附录；不合并也不算错。
    en: Write one general standard with an annex for each item; to leave them apart is no fault.
Waive
    zh: 只是提示，不影响得分，不必豁免。
    en: A note only, without effect on the score.
"""

from collections.abc import Iterator
from fractions import Fraction

from pilotkit.check.conflicts import compared, issued_with_text
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.families import families
from pilotkit.text.likeness import own_words

_NAME = "similar-family"
_KINDS = frozenset({"重复", "交叉"})
_AT_LEAST = Fraction(13, 20)


def check(repository: Repository) -> Iterator[Finding]:
    """Yield one note for every family of texts of one kind that are nearly equal."""
    decided = Decided(repository, _KINDS, _NAME)
    by_kind: dict[str, list[Standard]] = {}
    for standard in issued_with_text(repository):
        if standard.covers and own_words(standard.text):
            by_kind.setdefault(standard.kind, []).append(standard)
    for kind in sorted(by_kind):
        standards = by_kind[kind]
        words = [own_words(one.text) for one in standards]
        # Two on one element are a duplicate, and said as such.
        for found in families(words, [one.covers for one in standards], _AT_LEAST):
            family = [standards[one] for one in found.members]
            if not decided.on(*(one.id for one in family)):
                yield _finding(repository, family, found.share)


def _finding(repository: Repository, family: list[Standard], share: Fraction) -> Finding:
    first = family[0]
    size, percent = len(family), f"{share.numerator * 100 // share.denominator}%"
    rest = "、".join(f"《{one.title}》" for one in family[1:])
    return Finding(
        first.at("title"),
        Sentence(
            f"{size} 项{first.kind}的正文相近（{percent} 以上），可合并为通用标准 + 事项附录",
            f"{size} standards of one kind are alike ({percent} or more): may become one",
        ),
        Sentence(f"还有{rest}", f"with {', '.join(one.id for one in family[1:])}"),
        repository.owner_of(first),
        tuple(one.id for one in family),
        "/".join(one.id for one in family),
    )


RULE = Rule("PK904", _NAME, Severity.NOTE, check, rests_on=compared)
