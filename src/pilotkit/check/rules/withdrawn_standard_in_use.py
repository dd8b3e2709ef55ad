"""PK413 withdrawn-standard-in-use.

What
    zh: 岗位执行的、事项靠它覆盖的标准，在截至日期没有废止。
    en: What a post works by, or what alone covers an item, is not withdrawn on the day.
Why
    zh: 灞政办发〔2021〕48号 五（四）：事项、岗位都要有现行的标准；废止的不再是依据。
    en: The plan, 五（四）: items and posts have standards in force; a withdrawn one is none.
Bad
    standards: [jiu-guifan]
Good
    standards: [xin-guifan]
Mend
    zh: 改用代替它的标准；没有代替的，补编。
    en: Name the standard that replaces it; write one where there is none.
Waive
    zh: 过渡期内的，写明新标准的实施日期。
    en: During a transition: until the new one is in force.
"""

from collections.abc import Iterator
from datetime import date

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.location import Route
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every use of a withdrawn standard by a post, an item or a post that it covers."""
    withdrawn = {
        standard.id: standard
        for standard in repository.all_standards
        if _is_withdrawn(standard, repository.day)
    }
    if not withdrawn:
        return
    for post in repository.living_posts:
        for index, name in enumerate(post.standards):
            if name in withdrawn:
                yield _finding(repository, post, ("standards", index), withdrawn[name])
    for standard in withdrawn.values():
        for index, name in enumerate(standard.covers):
            if _lives(repository, name) and not _is_covered(repository, name, standard):
                yield _finding(repository, standard, ("covers", index), standard)


def _is_withdrawn(standard: AnyStandard, day: date) -> bool:
    if isinstance(standard, Standard):
        return standard.withdrawn_on(day)
    ended = [one.withdrawn is not None and one.withdrawn <= day for one in standard.editions]
    return bool(ended) and all(ended)


def _lives(repository: Repository, name: str) -> bool:
    element = repository.items_by_id.get(name) or repository.posts_by_id.get(name)
    return element is not None and element.holds_on(repository.day)


def _is_covered(repository: Repository, name: str, by: AnyStandard) -> bool:
    """Say whether another standard of the same kind covers it on the day."""
    others = repository.covering.get(name, ())
    return any(one.kind == by.kind and one.issued_on(repository.day) for one in others)


def _finding(repository: Repository, record: Entity, route: Route, used: AnyStandard) -> Finding:
    number = used.number or used.title
    return Finding(
        record.at(*route),
        Sentence(f"标准 {number} 已经废止", f"the standard {number} is withdrawn"),
        unit=repository.owner_of(record),
    )


RULE = Rule("PK413", "withdrawn-standard-in-use", Severity.WARNING, check)
