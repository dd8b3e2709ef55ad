"""PK217 stem-mismatch.

What
    zh: 一条一个文件的记录，编号要等于文件名（不含后缀）。
    en: Where a record is a file, its id is the name of the file without the ending.
Why
    zh: 按编号找得到文件，两个人建不出同号的两个文件，都靠这一条（design §2）。
    en: It is how a file is found by id, and why two people cannot both take one.
Bad
    id: shouli
Good
    id: zixun
Mend
    zh: 改文件名或改编号；别处已引用这个编号的，改文件名。
    en: Rename the file or mend the id; rename the file where others refer to the id.
Waive
    zh: 不宜豁免：改名即可。
    en: Better not: renaming is enough.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield the id of a record that is not the stem of its file."""
    id_, stem = one.record.id, one.record.stem
    if id_ != stem:
        yield Finding(
            one.record.at("id"),
            Sentence(
                f"编号“{id_}”与文件名“{stem}”不同",
                f"the id {id_!r} is not the file's name {stem!r}",
            ),
            unit=one.unit,
        )


def _records(repository: Repository) -> Iterable[Entity]:
    return chain(
        repository.tasks,
        repository.items,
        repository.posts,
        repository.all_standards,
        repository.laws,
        repository.documents,
        repository.evidence,
        repository.assessments,
        repository.decisions,
    )


RULE = RecordRule("PK217", "stem-mismatch", Severity.ERROR, check, records=_records)
