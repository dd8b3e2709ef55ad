"""PK512 replaced-edition-in-text.

What
    zh: 文本里注日期引用的版本，在截至日期没有废止、没有被代替。
    en: A dated citation in a text is of an edition that holds on the day.
Why
    zh: 注日期的引用只适用那一版（按GB/T 1.1—2020惯例）；那一版废止了，条款就没有了依据。
    en: A dated citation applies to that edition only; with it the ground of the clause is gone.
Bad
    体系应符合GB/T 24421.2—2009的规定。
Good
    体系应符合GB/T 24421.2—2021的规定。
Mend
    zh: 核对新版后改引新版；不依赖某一版的，不注日期。
    en: Compare with the new edition and cite it; leave the year away where none is meant.
Waive
    zh: 确实只适用旧版的，写明理由和到期日。
    en: Where only the old edition applies: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.editions import outdated
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every dated citation in list and provisions of an edition that no longer holds."""
    for own in own_texts(repository):
        for one in own.citations:
            # What a short name stands for is said where it is introduced.
            is_dated = one.cited.number.year and not one.cited.is_short
            counts = is_dated and (one.is_in_body or one.is_listed)
            found = outdated(repository, one.cited.number) if counts else None
            if found:
                written, (since, instead) = one.cited.written, found
                yield own.says(
                    one.line,
                    Sentence(
                        f"“{written}”已于 {since} 废止" if since else f"“{written}”已被代替",
                        f"{written!r} was withdrawn on {since}"
                        if since
                        else f"{written!r} was replaced",
                    ),
                    Sentence(f"现行的是 {instead}", f"in force is {instead}") if instead else None,
                    one.cited.column,
                )


RULE = Rule("PK512", "replaced-edition-in-text", Severity.WARNING, check)
