"""PK211 unknown-law.

What
    zh: 事项的设定依据和试点的依据按编号引用的法规，必须在 data/laws/ 里。
    en: A law that an item or the pilot rests on, named by id, must stand in data/laws/.
Why
    zh: 法规是否现行按 data/laws/ 判断（计分表 C8-1）；编号写错就无从判断。
    en: Whether a law is in force is read from data/laws/; a misspelt id cannot be judged.
Bad
    - {law: xuke, article: 第十二条}
Good
    - {law: xuke-fa, article: 第十二条}
Mend
    zh: 改正编号；还没有收集的，在 data/laws/ 建文件，或只写 title。
    en: Mend the id; add the law to data/laws/, or write its `title` only.
Waive
    zh: 不宜豁免：只写 title 即可。
    en: Better not: writing the `title` only is enough.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.law import Law
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every id of a law that no law has."""
    laws = repository.laws_by_id
    known = tuple(laws)
    for record, route, name in _named(repository):
        if name not in laws:
            yield Finding(
                record.at(*route),
                Sentence(f"没有法规“{name}”", f"no law {name!r}"),
                did_you_mean(name, known),
                repository.owner_of(record),
            )


def _named(repository: Repository) -> Iterator[tuple[Entity, Route, str]]:
    if pilot := repository.pilot:
        for index, basis in enumerate(pilot.basis):
            if basis.law is not None:
                yield pilot, ("basis", index, "law"), basis.law
    for item in repository.service_records:
        for index, ground in enumerate(item.grounds):
            if ground.law is not None:
                yield item, ("grounds", index, "law"), ground.law


RULE = Rule("PK211", "unknown-law", Severity.ERROR, check, looks_up=(Law,))
