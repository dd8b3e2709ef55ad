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

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from pilotkit.check.conflicts import Pair, compared, element_name, issued_with_text, pairs
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import normal
from pilotkit.text.repeats import repeats
from pilotkit.text.requirements import Requirement, requirements_of

_NAME = "overlapping-clauses"
_KINDS = frozenset({"重复", "交叉"})
_AT_LEAST = Fraction(4, 5)
_OF_A_FAMILY = 3  # more than a third of the texts of a kind have it, and at least so many
_SHORT = 10  # words of fewer characters are alike by chance
_Templates = dict[str, frozenset[str]]  # by kind


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every requirement of a later standard that an earlier one states as well."""
    decided = Decided(repository, _KINDS, _NAME)
    templates: _Templates | None = None
    for pair in pairs(repository):
        # Of two standards of one kind the whole is double: that is said once.
        if pair.earlier.kind == pair.later.kind or decided.on(pair.earlier.id, pair.later.id):
            continue
        if templates is None:
            templates = _templates(repository)
        first = _own(repository, pair.earlier, templates)
        second = _own(repository, pair.later, templates)
        words = ([one.words for one in first], [one.words for one in second])
        for found in repeats(*words, _AT_LEAST):
            earlier, later = first[found.first], second[found.second]
            yield _finding(repository, pair, earlier, later, found.share)


def _own(repository: Repository, standard: Standard, templates: _Templates) -> list[Requirement]:
    names, of_kind = _names(repository, standard), templates[standard.kind]
    return [
        one
        for one in requirements_of(standard.text)
        if len(one.words) >= _SHORT and _without(names, one.words) not in of_kind
    ]


def _templates(repository: Repository) -> _Templates:
    """Return what more than a third of the texts of a kind require, names left out."""
    by_kind: defaultdict[str, list[Standard]] = defaultdict(list)
    for standard in issued_with_text(repository):
        by_kind[standard.kind].append(standard)
    return {kind: _template(repository, standards) for kind, standards in by_kind.items()}


def _template(repository: Repository, standards: list[Standard]) -> frozenset[str]:
    spread: Counter[str] = Counter()
    for standard in standards:
        names = _names(repository, standard)
        spread.update({_without(names, one.words) for one in requirements_of(standard.text)})
    least = max(_OF_A_FAMILY, len(standards) // _OF_A_FAMILY + 1)
    return frozenset(words for words, count in spread.items() if count >= least)


def _names(repository: Repository, standard: Standard) -> list[str]:
    return [normal(element_name(repository, element)) for element in standard.covers]


def _without(names: list[str], words: str) -> str:
    for name in names:
        words = words.replace(name, "")
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


RULE = Rule("PK902", _NAME, Severity.WARNING, check, rests_on=compared)
