"""PK632 ledger-without-trace.

What
    zh: 实施记录要能追溯：写明是标准要求的哪种记录、哪个岗位，抽样的办件号和条款。
    en: A ledger can be followed: which required record, which post, sampled cases with clauses.
Why
    zh: 计分表 C17-2：标准实施记录可追溯，从办件号到记录、标准、条款、岗位。
    en: C17-2: records are traceable, from the case to record, standard, clause and post.
Bad
    sample: [{case: "20211101001"}]
Good
    sample: [{case: "20211101001", clause: "5.2"}]
Mend
    zh: 补写 record、post，抽几个办件写 sample。
    en: Add `record` and `post`, and a few cases as `sample`.
Waive
    zh: 没有办件的管理记录，写明理由和到期日。
    en: For a ledger without cases: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield what cuts the thread from a case to its clause, once a ledger."""
    for ledger in recorded(repository, PracticeRecord):
        wrong = _cut(repository, ledger)
        if wrong:
            key, said = wrong
            yield Finding(ledger.at(*key), said, unit=repository.owner_of(ledger))


def _cut(repository: Repository, ledger: PracticeRecord) -> tuple[Route, Sentence] | None:
    standard = repository.standards_by_id.get(ledger.standard)
    if ledger.record is None:
        return ("id",), Sentence(
            "没有写是标准要求的哪种记录", "it does not say which required record it is"
        )
    if standard and ledger.record not in {required.id for required in standard.records}:
        return ("record",), Sentence(
            f"标准没有要求记录“{ledger.record}”", f"the standard asks for no {ledger.record!r}"
        )
    if ledger.post is None:
        return ("id",), Sentence("没有写岗位", "no post is named")
    if not ledger.sample:
        return ("id",), Sentence("没有抽样的办件号", "no case is sampled")
    for index, case in enumerate(ledger.sample):
        if case.clause is None:
            return ("sample", index), Sentence(
                f"办件 {case.case} 没有写条款", f"the case {case.case} names no clause"
            )
    return None


RULE = Rule("PK632", "ledger-without-trace", Severity.NOTE, check)
