"""PK216 folder-mismatch.

What
    zh: 记录所在的文件夹（人员是文件名）要与记录里的单位相同；标准的文件夹要是它的支柱体系。
    en: The folder of a record (of staff: the file) is its unit; that of a standard its pillar.
Why
    zh: 各单位只改自己的文件夹，审查和责任都按文件夹分（design §2）。
    en: Units change only their own folders, and reviews go by folder.
Bad
    unit: gongan
Good
    unit: minzheng
Mend
    zh: 把文件移到提示的文件夹，或改正记录里的单位、子体系。
    en: Move the file to the folder that is suggested, or mend the unit or subsystem in it.
Waive
    zh: 不宜豁免：归属和统计会对不上。
    en: Better not: ownership and figures would not agree.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.staff import Staff
from pilotkit.model.standard import Standard


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield what places a record in another folder than the one it lies in."""
    if isinstance(one.record, Standard):
        yield from _of_pillar(one.record, one)
    elif one.unit and isinstance(one.record, Staff):
        yield from _of_staff(one.record, one.unit)
    elif one.unit:
        yield from _of_unit(one.record, one.unit)


def _of_pillar(standard: Standard, one: OneRecord) -> Iterator[Finding]:
    pillar = one.repository.pillar_of(standard)
    if pillar and pillar != standard.folder:
        yield Finding(
            standard.at("subsystem"),
            Sentence(
                f"文件夹是 {standard.folder}，子体系“{standard.subsystem}”属于 {pillar}",
                f"the folder is {standard.folder}, {standard.subsystem!r} is of {pillar}",
            ),
            Sentence(f"移到 data/standards/{pillar}/", f"move it to data/standards/{pillar}/"),
            one.unit,
        )


def _of_unit(record: Entity, unit: str) -> Iterator[Finding]:
    if unit != record.folder:
        kind = record.path.split("/")[1]
        yield Finding(
            record.at("unit"),
            Sentence(
                f"文件夹是 {record.folder}，单位却是 {unit}",
                f"the folder is {record.folder}, the unit is {unit}",
            ),
            Sentence(f"移到 data/{kind}/{unit}/", f"move it to data/{kind}/{unit}/"),
            unit,
        )


def _of_staff(staff: Staff, unit: str) -> Iterator[Finding]:
    if unit != staff.stem:
        yield Finding(
            staff.at("unit"),
            Sentence(
                f"文件名是 {staff.stem}，单位却是 {unit}",
                f"the file is called {staff.stem}, the unit is {unit}",
            ),
            Sentence(f"改名为 data/staff/{unit}.yaml", f"call it data/staff/{unit}.yaml"),
            unit,
        )


def _records(repository: Repository) -> Iterable[Entity]:
    return chain(
        repository.tasks,
        repository.items,
        repository.posts,
        repository.documents,
        repository.evidence,
        repository.staff,
        repository.standards,
    )


def _rests_on(repository: Repository) -> object:
    return repository.framework


RULE = RecordRule(
    "PK216", "folder-mismatch", Severity.ERROR, check, rests_on=_rests_on, records=_records
)
