"""PK410 replaced-edition-cited.

What
    zh: 注日期引用的版本，在截至日期没有废止、没有被代替。
    en: A dated citation names an edition that is neither withdrawn nor replaced on the day.
Why
    zh: 注日期的引用只适用那一版（按GB/T 1.1—2020惯例）；那一版废止了，依据就没有了。
    en: A dated citation applies to that edition only: with it the ground is gone.
Bad
    citations: [GB/T 24421.2—2009]
Good
    citations: [GB/T 24421.2—2023]
Mend
    zh: 核对新版后改引新版；不依赖某一版的，不注日期。
    en: Compare with the new edition and cite it; leave the year away where none is meant.
Waive
    zh: 确实只适用旧版的，写明理由和到期日。
    en: Where only the old edition applies: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.cited import cited_numbers
from pilotkit.check.editions import outdated
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every dated citation of an edition that no longer holds."""
    for standard, route, cited in cited_numbers(repository):
        if standard.withdrawn_on(repository.day):
            continue
        number = parse(cited)
        found = outdated(repository, number) if number and number.year else None
        if found:
            since, instead = found
            yield Finding(
                standard.at(*route),
                Sentence(
                    f"“{cited}”已于 {since} 废止" if since else f"“{cited}”已被代替",
                    f"{cited!r} was withdrawn on {since}" if since else f"{cited!r} was replaced",
                ),
                Sentence(f"现行的是 {instead}", f"in force is {instead}") if instead else None,
                repository.owner_of(standard),
            )


RULE = Rule("PK410", "replaced-edition-cited", Severity.WARNING, check)
