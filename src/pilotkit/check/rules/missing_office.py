"""PK304 missing-office.

What
    zh: 截至日期要有设立标准化工作机构（办公室）的文件。
    en: By the day a document has set up the office of the pilot (工作机构).
Why
    zh: 灞政办发〔2021〕48号 四：领导小组下设办公室；计分表 C2-1、任务 P1-1 要求有工作机构。
    en: The plan, 四, gives the leading group an office; criterion C2-1 and task P1-1 ask for it.
Bad
    doc_types: [实施方案]
Good
    doc_types: [实施方案, 工作机构]
Mend
    zh: 把设立办公室的文件登记为证明材料，doc_types 写“工作机构”。
    en: Register the document that sets it up as evidence, with 工作机构 among `doc_types`.
Waive
    zh: 正在报批的，写明理由和到期日。
    en: While its approval is pending: with a reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield one finding where no document of the day sets up an office."""
    pilot = repository.pilot
    if pilot is None:
        return
    if not any(_sets_up_office(record, repository) for record in repository.evidence):
        yield Finding(
            pilot.at("undertaking"),
            Sentence("没有设立标准化工作机构的文件", "no document sets up the office"),
            Sentence(
                "登记该文件，doc_types 写“工作机构”",
                "register it as evidence with 工作机构 among doc_types",
            ),
            repository.undertaker,
        )


def _sets_up_office(record: Evidence, repository: Repository) -> bool:
    return (
        isinstance(record, OfficialDocument)
        and "工作机构" in record.doc_types
        and record.date <= repository.day
    )


RULE = Rule("PK304", "missing-office", Severity.WARNING, check, needs=(Evidence,))
