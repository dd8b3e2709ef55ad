"""What records are called where people read."""

import re

from pilotkit.model.repository import Repository

_JOINED = re.compile("([/→ ])")


def called(repository: Repository, id_: str) -> str:
    """Write an id as people call it; of `a/b` and `a→b` each part; what has no name stays."""
    return "".join(_name(repository, part) for part in _JOINED.split(id_))


def _name(repository: Repository, id_: str) -> str:
    if unit := repository.unit(id_):
        return unit.name
    if standard := repository.standards_by_id.get(id_):
        return standard.title
    if named := repository.items_by_id.get(id_) or repository.posts_by_id.get(id_):
        return named.name
    record = repository.evidence_by_id.get(id_)
    return record.title if record else id_
