"""What records are called where people read."""

import re

from pilotkit.model.repository import AnyStandard, Repository

_JOINED = re.compile("([/→ ])")


def called(repository: Repository, id_: str) -> str:
    """Write an id as people call it; of `a/b` and `a→b` each part; what has no name stays.

    After a standard may stand a record that its use leaves behind.
    """
    names: list[str] = []
    before: AnyStandard | None = None
    for part in _JOINED.split(id_):
        names.append(_name(repository, part, before))
        before = repository.standards_by_id.get(part) or before
    return "".join(names)


def unit_called(repository: Repository, name: str) -> str:
    """Return the name of a unit that is named by id, name or alias; as written if unknown."""
    unit = repository.unit(name)
    return unit.name if unit else name


def _name(repository: Repository, id_: str, before: AnyStandard | None) -> str:
    for required in before.records if before else ():
        if required.id == id_:
            return required.name
    if unit := repository.unit(id_):
        return unit.name
    if standard := repository.standards_by_id.get(id_):
        return standard.title
    if named := repository.items_by_id.get(id_) or repository.posts_by_id.get(id_):
        return named.name
    record = repository.evidence_by_id.get(id_) or repository.documents_by_id.get(id_)
    people = (one for staff in repository.staff for one in staff.people if one.person == id_)
    return record.title if record else next((one.name for one in people if one.name), id_)
