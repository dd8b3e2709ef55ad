"""PK902 overlapping-clauses.

What
    zh: 同一事项（岗位）的同一要求，只在一项标准里规定，另一项引用它。
    en: A requirement on one item or post stands in one standard; the other cites it.
Why
    zh: 灞政办发〔2021〕48号 阶段五：整合优化，消除交叉；两处规定，改了一处就矛盾。
    en: The plan, phase five: overlaps are removed; of two places one will be changed alone.
Bad
    受理岗应在收到申请后 20 min 内一次告知申请人所缺材料的名称。
Good
    一次告知按Q/BQZW TG 1执行。
Mend
    zh: 保留一处，另一处改为引用；同类标准三分之一以上都有的条款是通用写法，不算。
    en: Keep one and cite it in the other; what a third of a kind shares is its template.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。
    en: Not waived: a decision in data/integration/ takes its place.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from pilotkit.check.conflicts import Pair, decided, element_name, issued_with_text, pairs
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import Requirement, alike, normal, requirements_of, shingles

_KINDS = frozenset({"重复", "交叉"})
_AT_LEAST = Fraction(4, 5)
_OF_A_FAMILY = 3  # more than a third of the texts of a kind have it, and at least so many
_SHORT = 10  # words of fewer characters are alike by chance


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every requirement of a later standard that an earlier one states as well."""
    templates: frozenset[tuple[str, str]] | None = None
    for pair in pairs(repository):
        ids = frozenset({pair.earlier.id, pair.later.id})
        # Of two standards of one kind the whole is double: that is said once.
        if pair.earlier.kind == pair.later.kind or decided(repository, _KINDS, ids):
            continue
        if templates is None:
            templates = _templates(repository)
        yield from _overlaps(repository, pair, templates)


def _overlaps(
    repository: Repository, pair: Pair, templates: frozenset[tuple[str, str]]
) -> Iterator[Finding]:
    first = _own(repository, pair.earlier, templates)
    second = _own(repository, pair.later, templates)
    sets = [shingles(one.words) for one in (*first, *second)]
    said: set[int] = set()
    for found in alike(sets, _AT_LEAST):
        at = found.second - len(first)
        if found.first < len(first) <= found.second and at not in said:
            said.add(at)
            yield _finding(repository, pair, first[found.first], second[at], found.share)


def _own(
    repository: Repository, standard: Standard, templates: frozenset[tuple[str, str]]
) -> list[Requirement]:
    return [
        one
        for one in requirements_of(standard.text)
        if len(one.words) >= _SHORT
        and (standard.kind, _without_names(repository, standard, one.words)) not in templates
    ]


def _templates(repository: Repository) -> frozenset[tuple[str, str]]:
    """Return what more than a third of the texts of a kind require, names left out."""
    sizes: Counter[str] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    for standard in issued_with_text(repository):
        sizes[standard.kind] += 1
        spread.update(
            {
                (standard.kind, _without_names(repository, standard, one.words))
                for one in requirements_of(standard.text)
            }
        )
    return frozenset(
        key
        for key, count in spread.items()
        if count >= _OF_A_FAMILY and count * _OF_A_FAMILY > sizes[key[0]]
    )


def _without_names(repository: Repository, standard: Standard, words: str) -> str:
    for element in standard.covers:
        words = words.replace(normal(element_name(repository, element)), "")
    return words


def _finding(
    repository: Repository, pair: Pair, first: Requirement, second: Requirement, share: Fraction
) -> Finding:
    place = pair.earlier.at_line(first.line, first.column)
    percent = f"{share.numerator * 100 // share.denominator}%"
    return Finding(
        pair.later.at_line(second.line, second.column),
        Sentence(
            f"这条要求在《{pair.earlier.title}》{first.clause}中已有规定（相同 {percent}）",
            f"{pair.earlier.id} {first.clause} already states this requirement ({percent} alike)",
        ),
        Sentence(f"另一处写在 {place}", f"the other is at {place}"),
        repository.owner_of(pair.later),
        (pair.earlier.id, pair.later.id),
    )


RULE = Rule("PK902", "overlapping-clauses", Severity.WARNING, check)
