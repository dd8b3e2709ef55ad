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
from typing import Any

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that lies in a folder of another unit or pillar."""
    yield from _of_units(repository)
    yield from _of_staff(repository)
    for standard in repository.standards:
        pillar = repository.pillar_of(standard)
        if pillar and pillar != standard.folder:
            yield Finding(
                standard.at("subsystem"),
                Sentence(
                    f"文件夹是 {standard.folder}，子体系“{standard.subsystem}”属于 {pillar}",
                    f"the folder is {standard.folder}, {standard.subsystem!r} is of {pillar}",
                ),
                Sentence(f"移到 data/standards/{pillar}/", f"move it to data/standards/{pillar}/"),
                repository.owner_of(standard),
            )


def _of_units(repository: Repository) -> Iterator[Finding]:
    kinds: tuple[tuple[str, Iterable[Any]], ...] = (
        ("tasks", repository.tasks),
        ("items", repository.items),
        ("posts", repository.posts),
        ("documents", repository.documents),
        ("evidence", repository.evidence),
    )
    for kind, records in kinds:
        for record in records:
            unit = repository.owner_of(record)
            if unit and unit != record.folder:
                yield Finding(
                    record.at("unit"),
                    Sentence(
                        f"文件夹是 {record.folder}，单位却是 {unit}",
                        f"the folder is {record.folder}, the unit is {unit}",
                    ),
                    Sentence(f"移到 data/{kind}/{unit}/", f"move it to data/{kind}/{unit}/"),
                    unit,
                )


def _of_staff(repository: Repository) -> Iterator[Finding]:
    for staff in repository.staff:
        unit = repository.owner_of(staff)
        if unit and unit != staff.stem:
            yield Finding(
                staff.at("unit"),
                Sentence(
                    f"文件名是 {staff.stem}，单位却是 {unit}",
                    f"the file is called {staff.stem}, the unit is {unit}",
                ),
                Sentence(f"改名为 data/staff/{unit}.yaml", f"call it data/staff/{unit}.yaml"),
                unit,
            )


RULE = Rule("PK216", "folder-mismatch", Severity.ERROR, check)
