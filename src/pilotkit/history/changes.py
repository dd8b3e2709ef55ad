"""What changed between two repositories, in the field's words: records, not lines."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from pilotkit.load.sheet_rows import heads_of
from pilotkit.model.entity import fields_by_key
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.identified import Identified, by_id
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.structure import parse

_MOST_VALUE = 40
# The text is compared clause by clause; where it begins depends on the head above it.
_NOT_COMPARED = frozenset({"text", "text_line"})


class Action(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    CHANGED = "changed"


class Change(NamedTuple):
    """One record that is not what it was; `details` say which fields, old → new."""

    kind: Sentence
    action: Action
    id: str
    title: str
    unit: str | None
    location: Location
    details: tuple[Sentence, ...] = ()


_COLLECTIONS: tuple[tuple[str, Sentence], ...] = (
    ("standards", Sentence("自编标准", "own standard")),
    ("adopted", Sentence("采用标准", "adopted standard")),
    ("laws", Sentence("法规政策", "law")),
    ("items", Sentence("事项", "item")),
    ("posts", Sentence("岗位", "post")),
    ("units", Sentence("单位", "unit")),
    ("documents", Sentence("现有文件", "document")),
    ("tasks", Sentence("单位任务", "unit's task")),
    ("evidence", Sentence("证据", "evidence")),
    ("assessments", Sentence("评估", "assessment")),
    ("decisions", Sentence("整合决定", "decision")),
)


def changes_between(base: Repository, head: Repository) -> Iterator[Change]:
    """Yield every change, kind by kind, in the order of ids."""
    for name, kind in _COLLECTIONS:
        before: dict[str, Identified] = by_id(getattr(base, name))
        after: dict[str, Identified] = by_id(getattr(head, name))
        for id_ in sorted(before.keys() | after.keys()):
            if id_ not in before:
                yield _change(head, kind, Action.ADDED, after[id_])
            elif id_ not in after:
                yield _change(base, kind, Action.REMOVED, before[id_])
            else:
                yield from _changed(base, head, kind, before[id_], after[id_])


def _changed(
    base: Repository, head: Repository, kind: Sentence, before: Identified, after: Identified
) -> Iterator[Change]:
    if isinstance(before, Standard) and isinstance(after, Standard):
        if after.issued_on(head.day) and not before.issued_on(base.day):
            yield _change(head, kind, Action.ISSUED, after)
        if after.withdrawn_on(head.day) and not before.withdrawn_on(base.day):
            yield _change(head, kind, Action.WITHDRAWN, after)
        clauses = changed_clauses(before.text, after.text)
        if clauses:
            zh = Sentence(f"条款：{'、'.join(clauses)}", f"clauses: {', '.join(clauses)}")
            yield _change(head, kind, Action.REVISED, after, (zh,))
    details = tuple(_fields(before, after))
    if details:
        yield _change(head, kind, Action.CHANGED, after, details)


def _change(
    repository: Repository,
    kind: Sentence,
    action: Action,
    record: Identified,
    details: tuple[Sentence, ...] = (),
) -> Change:
    title = getattr(record, "title", None) or getattr(record, "name", None) or record.id
    owner = getattr(record, "unit", None) or getattr(record, "owner", None)
    unit = repository.unit_id(owner) if owner else None
    if isinstance(record, Evidence):
        kind = Sentence(f"{kind.zh}（{record.kind}）", f"{kind.en} ({record.kind})")
    return Change(kind, action, record.id, title, unit, record.at("id"), details)


def _fields(before: Identified, after: Identified) -> Iterator[Sentence]:
    if type(before) is not type(after):
        yield Sentence("种类改变", "another kind")
        return
    heads = heads_of(type(after))
    for key, name in fields_by_key(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if key not in _NOT_COMPARED and old != new:
            yield Sentence(
                f"{heads.get(key, key)}：{_shown(old, '无')} → {_shown(new, '无')}",
                f"{key}: {_shown(old, 'none')} → {_shown(new, 'none')}",
            )


def _shown(value: Any, nothing: str) -> str:
    if value is None or value == ():
        return nothing
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        said = "、".join(_shown(one, nothing) for one in value)
    elif hasattr(value, "model_dump"):
        written = value.model_dump(by_alias=True, exclude_none=True)
        said = ", ".join(f"{key}={one}" for key, one in written.items())
    else:
        said = str(value)
    return said if len(said) <= _MOST_VALUE else f"{said[:_MOST_VALUE]}…"


def changed_clauses(before: str, after: str) -> list[str]:
    """Name the clauses whose words are not the same; spaces and lines do not matter."""
    old, new = _by_clause(before), _by_clause(after)
    return [name for name in dict.fromkeys([*new, *old]) if old.get(name) != new.get(name)]


def _by_clause(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in parse(text).sections:
        name = section.number or section.title
        words = "".join(f"{one.label}{one.text}{one.rows}" for one in section.blocks)
        squeezed = "".join(f"{section.title}{words}".split())
        found[name] = found.get(name, "") + squeezed
    return found
