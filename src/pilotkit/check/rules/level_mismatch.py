"""PK407 level-mismatch.

What
    zh: 自编标准用 Q/ 号；已立项升级的，在 proposed_level 写明级别，与标准号一致。
    en: Own standards are Q/…; one that is to rise says so in `proposed_level`, as its number does.
Why
    zh: 区级单位不能自己制定国家、行业、地方标准（《标准化法》第十一至十三条）；采用的标准不是自编。
    en: A district issues no national, industry or local standard (Standardization Law, art. 11–13).
Bad
    number: GB/T 36112—2018
Good
    number: Q/BQZW TG 206—2021
Mend
    zh: 收集来的标准移到 data/standards/adopted/；升级立项的补写 proposed_level。
    en: Move what was collected to data/standards/adopted/; `proposed_level` where it is to rise.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse_draft
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every own standard whose number is of a level that it does not have."""
    for standard in repository.standards:
        number = parse_draft(standard.number) if standard.number else None
        if number is None:
            continue
        allowed = (standard.proposed_level or "内部")[:2]
        if number.rank not in {"内部", allowed}:
            yield Finding(
                standard.at("number"),
                Sentence(
                    f"自编标准用了{number.rank}级的号“{standard.number}”",
                    f"an own standard has the number of another level, {standard.number!r}",
                ),
                unit=repository.owner_of(standard),
            )


RULE = Rule("PK407", "level-mismatch", Severity.WARNING, check)
