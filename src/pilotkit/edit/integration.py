"""A decision on an open matter of phase five → the text of its file."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pilotkit.edit.yaml_text import block
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.plan.integration import Matter
from pilotkit.text.likeness import meaning

_LONGEST = 100  # characters of an id
_UNSAFE = re.compile("[^a-z0-9._-]+")


class Resolution(NamedTuple):
    """What was decided, by whom, when, why, and who carries it out."""

    decision: str
    by: str
    date: date
    reason: str
    owner: str | None = None


def path_of(matter: Matter) -> str:
    """Return where the decision on a matter lies."""
    return f"data/integration/{_id(matter)}.yaml"


def new_decision(repository: Repository, matter: Matter, made: Resolution) -> bytes:
    """Write it, with a hash of what each text means: once that changes, it is open again."""
    texts = [one for one in matter.ids if isinstance(repository.standards_by_id.get(one), Standard)]
    others = [one for one in matter.ids if one not in texts]
    data = {
        "id": _id(matter),
        "kind": matter.kind,
        "sides": list(_sides(repository, texts)),
        "subject": "、".join(others) or None,
        "rule": matter.finding.name,
        "decision": made.decision,
        "by": made.by,
        "date": made.date,
        "owner": made.owner or matter.owner,
        "reason": made.reason,
    }
    return block(data).encode()


def _id(matter: Matter) -> str:
    """Name what it is between and the rule; where that is too long, a hash tells it from others."""
    rule, ids = matter.finding.name, "-".join(matter.ids)
    named = f"{_UNSAFE.sub('-', ids.lower()).strip('-._')}-{rule}".lstrip("-")
    if len(named) <= _LONGEST:
        return named
    end = f"-{hashlib.sha256(ids.encode()).hexdigest()[:8]}-{rule}"
    return named[: _LONGEST - len(end)].rstrip("-._") + end


def _sides(repository: Repository, texts: list[str]) -> Iterator[dict[str, Any]]:
    for name in texts:
        standard = repository.standards_by_id[name]
        if isinstance(standard, Standard):
            yield {"standard": name, "sha256": meaning(standard.text)}
