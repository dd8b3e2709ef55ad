"""PK636 unsigned-record.

What
    zh: 检查要写检查人，内审要写内审组，领导批示要写批示人。
    en: An inspection names its inspectors, an audit its team, a 领导批示 who wrote it.
Why
    zh: 谁做的说不清，检查、批示就没有人负责；C5-1 只认主要负责人的批示。
    en: Nobody answers for what nobody signed; C5-1 takes the word of a head only.
Bad
    doc_types: [领导批示]
    number: 1 号
Good
    signer: {person: 甲, unit: spj, post: 局长}
Mend
    zh: 照原件补写 inspectors、team 或 signer。
    en: Add `inspectors`, `team` or `signer` from the original.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that does not say whose act it is."""
    for record, wrong in _unsigned(repository):
        yield Finding(record.at("id"), wrong, unit=repository.owner_of(record))


def _unsigned(repository: Repository) -> Iterator[tuple[Evidence, Sentence]]:
    for inspection in recorded(repository, Inspection):
        if not inspection.inspectors:
            yield inspection, Sentence("没有写检查人", "no inspector is named")
    for audit in recorded(repository, Audit):
        if not audit.team:
            yield audit, Sentence("没有写内审组", "no audit team is named")
    for document in recorded(repository, OfficialDocument):
        if "领导批示" in document.doc_types and document.signer is None:
            yield document, Sentence("没有写批示人", "who wrote the 批示 is not named")


RULE = Rule("PK636", "unsigned-record", Severity.WARNING, check)
