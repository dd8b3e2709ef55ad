"""PK629 complaints-do-not-add-up.

What
    zh: 投诉台账：收到 = 办结 + 未结；按期办结不多于办结；分类、分渠道合计等于收到。
    en: Received = resolved + open, in time ≤ resolved; types and channels sum to received.
Why
    zh: 数字对不上的台账说明不了办结率，所以不计分（计分表 C23）。
    en: A ledger that does not add up shows nothing: it does not count (C23).
Bad
    received: 10
    resolved: 8
    resolved_in_time: 8
    open: 1
Good
    received: 10
    resolved: 8
    resolved_in_time: 8
    open: 2
Mend
    zh: 照台账逐条核对。
    en: Count again from the ledger.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield everything that does not add up in a ledger of complaints."""
    for ledger in recorded(repository, Complaints):
        for key, wrong in _wrong(ledger):
            owner = repository.owner_of(ledger)
            yield Finding(ledger.at(key), wrong, unit=owner, about=f"{ledger.id}/{key}")


def _wrong(ledger: Complaints) -> Iterator[tuple[str, Sentence]]:
    received, resolved, still = ledger.received, ledger.resolved, ledger.open
    if received != resolved + still:
        yield (
            "received",
            Sentence(
                f"收到 {received} 件，办结 {resolved} 件加未结 {still} 件是 {resolved + still} 件",
                f"received {received}, but resolved {resolved} and open {still}",
            ),
        )
    if ledger.resolved_in_time > resolved:
        yield (
            "resolved_in_time",
            Sentence(
                f"按期办结 {ledger.resolved_in_time} 件，多于办结 {resolved} 件",
                f"{ledger.resolved_in_time} in time, but only {resolved} resolved",
            ),
        )
    for key, called, counts in (
        ("by_type", "分类", ledger.by_type),
        ("by_channel", "分渠道", ledger.by_channel),
    ):
        if counts and sum(counts.values()) != received:
            total = sum(counts.values())
            yield (
                key,
                Sentence(
                    f"{called}合计 {total} 件，收到 {received} 件",
                    f"`{key}` sums to {total}, received {received}",
                ),
            )


RULE = Rule("PK629", "complaints-do-not-add-up", Severity.ERROR, check)
