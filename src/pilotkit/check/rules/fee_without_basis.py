"""PK336 fee-without-basis.

What
    zh: 收费的事项要写明收费依据和标准。
    en: An item that charges a fee says on which ground and how much.
Why
    zh: 服务指南必须公开收费依据及标准（GB/T 36114—2018）；没有依据不得收费。
    en: A service guide names the ground and the amount (GB/T 36114—2018); without one no fee.
Bad
    fee: {charged: true, amount: 每证 10 元}
Good
    fee: {charged: true, amount: 每证 10 元, basis: 陕价费发〔2005〕1号}
Mend
    zh: 补写 basis（文号）和 amount；已取消收费的，写 charged: false。
    en: Add `basis` (a document's number) and `amount`; `charged: false` where it is abolished.
Waive
    zh: 不宜豁免：没有依据就不能收费。
    en: Better not: without a ground there is no fee.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every fee without a ground or an amount."""
    for item in repository.living_service_records:
        fee = item.fee
        if fee and fee.charged and not (fee.basis and fee.amount):
            zh, en = ("标准", "an amount") if fee.basis else ("依据", "a ground")
            yield Finding(
                item.at("fee"),
                Sentence(f"收费没有写{zh}", f"the fee lacks {en}"),
                unit=repository.owner_of(item),
            )


RULE = Rule("PK336", "fee-without-basis", Severity.ERROR, check)
