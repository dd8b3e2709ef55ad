"""PK203 unknown-standard.

What
    zh: 记录按编号引用的标准，必须在 data/standards/ 里。
    en: A standard that a record names by id must stand in data/standards/.
Why
    zh: 编号写错的，实施、检查和考核记录都算不到任何标准上（design §3）。
    en: With a misspelt id, records of use, checks and examinations count for no standard.
Bad
    standard: hunyin-dengj
Good
    standard: hunyin-dengji
Mend
    zh: 改正编号；写的是标准号的，换成它的编号（文件名去掉后缀）。
    en: Mend the id; in place of a number write the id, the name of the file.
Waive
    zh: 不宜豁免：这条记录证明不了任何标准。
    en: Better not: the record proves nothing about any standard.
"""

from collections.abc import Iterator

from pilotkit.check.references import naming_standards, standards_in
from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.standard import AdoptedStandard, Standard


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of a standard that no standard has."""
    known = one.repository.standards_by_id
    for route, name in standards_in(one.record):
        if name not in known:
            numbered = one.repository.standard_by_number(name)
            yield Finding(
                one.record.at(*route),
                Sentence(f"没有标准“{name}”", f"no standard {name!r}"),
                _by_id(numbered.id) if numbered else did_you_mean(name, tuple(known)),
                one.unit,
            )


def _rests_on(repository: Repository) -> object:
    return repository.all_standards


def _by_id(name: str) -> Sentence:
    return Sentence(f"按编号写：{name}", f"write its id: {name}")


RULE = RecordRule(
    "PK203",
    "unknown-standard",
    Severity.ERROR,
    check,
    ("implementation", "conformity"),
    rests_on=_rests_on,
    looks_up=(Standard, AdoptedStandard),
    records=naming_standards,
)
