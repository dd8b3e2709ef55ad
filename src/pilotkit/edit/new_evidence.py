"""A new evidence record: its id, its place and its text."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pilotkit.check.references import units_in
from pilotkit.edit.new_ids import fresh_id
from pilotkit.edit.yaml_text import block
from pilotkit.load.validation import choose
from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.entity import Origin, fields_by_key
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.fault import Fault
from pilotkit.model.field_type import choices_of, type_at
from pilotkit.model.location import Route, Source
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean

# What ids of each kind begin with: the kind in pinyin.
BEGINNINGS = {
    "文件": "wenjian",
    "会议": "huiyi",
    "培训": "peixun",
    "岗位考核": "kaohe",
    "宣传": "xuanchuan",
    "调研": "diaoyan",
    "标准制修订": "xiuding",
    "实施记录": "shishi",
    "监督检查": "jiancha",
    "内部审核": "neishen",
    "不合格项": "buhege",
    "满意度调查": "manyidu",
    "意见投诉": "tousu",
    "信息公开": "gongkai",
    "效能对比": "xiaoneng",
    "专家评审": "pingshen",
    "业绩": "yeji",
}
# What the command line has options for.
OWN_OPTIONS = ("id", "title", "kind", "date", "unit", "files", "criteria")


class Draft(NamedTuple):
    """What is to be recorded; `unit` by id, name or alias; `files` maps names to SHA-256."""

    kind: str
    title: str
    date: date
    unit: str
    files: Mapping[str, str]
    criteria: Sequence[str]
    fields: Mapping[str, Any]
    id: str | None = None


class Record(NamedTuple):
    """A record to write: its path, its id, its bytes, and what is wrong with it by itself."""

    path: str
    id: str
    content: bytes
    faults: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> str:
        """Where its attachments go."""
        return self.path.removesuffix(".yaml")


class Wanted(NamedTuple):
    """A field that a kind must have, and the words that it allows."""

    key: str
    choices: tuple[str, ...]


class UnknownNameError(Fault):
    """A kind or a unit that there is not."""


def model_of(kind: str) -> type[Evidence]:
    """Return the class of a kind.

    Raises:
        UnknownNameError: there is no such kind.
    """
    if kind not in EVIDENCE_KINDS:
        every = "、".join(EVIDENCE_KINDS)
        raise UnknownNameError(
            Sentence(f"没有证据种类“{kind}”", f"no kind of evidence {kind!r}"),
            did_you_mean(kind, list(EVIDENCE_KINDS))
            or Sentence(f"可选：{every}", f"kinds: {every}"),
        )
    return EVIDENCE_KINDS[kind]


def wanted_by(kind: str) -> tuple[Wanted, ...]:
    """Return what a kind must say of itself beyond what all evidence says."""
    return tuple(_wanted(model_of(kind), (), OWN_OPTIONS))


def _wanted(model: Any, route: Route, known: Container[str]) -> Iterator[Wanted]:
    for key, name in fields_by_key(model).items():
        if key not in known and model.model_fields[name].is_required():
            below = (*route, key)
            kind = type_at(model, (key,))
            inside = tuple(_wanted(kind, below, ())) if hasattr(kind, "model_fields") else ()
            yield from inside or (Wanted(".".join(map(str, below)), choices_of(kind)),)


def new_evidence(draft: Draft, repository: Repository, taken: Container[str] = ()) -> Record:
    """Write a record as its file will be: units by id, an id of its own unless one is given.

    `taken` are ids that others have got meanwhile.

    Raises:
        UnknownNameError: the kind or the unit is unknown, or a given id is taken.
    """
    model_of(draft.kind)
    unit = repository.unit(draft.unit)
    if unit is None:
        raise UnknownNameError(
            Sentence(f"没有单位“{draft.unit}”", f"no unit {draft.unit!r}"),
            did_you_mean(draft.unit, repository.unit_names),
        )
    id_ = _id(draft, unit.id, repository, taken)
    path = f"data/evidence/{unit.id}/{id_}.yaml"
    data = _data(draft, id_, unit.id)
    made = _made(path, data)
    if not isinstance(made, Evidence):
        return Record(path, id_, _text(data), tuple(made))
    for route, name in units_in(made):
        _set(data, route, repository.unit_id(name))
    return Record(path, id_, _text(data))


def _data(draft: Draft, id_: str, unit: str) -> dict[str, Any]:
    head = {"id": id_, "title": draft.title, "kind": draft.kind, "date": draft.date, "unit": unit}
    keys = list(fields_by_key(model_of(draft.kind)))
    order = sorted(draft.fields, key=lambda key: keys.index(key) if key in keys else len(keys))
    tail = {
        "criteria": list(draft.criteria),
        "files": [{"path": name, "sha256": hash_} for name, hash_ in sorted(draft.files.items())],
    }
    return head | {key: draft.fields[key] for key in order} | tail


def _made(path: str, data: Mapping[str, Any]) -> Evidence | list[Diagnostic]:
    content = _text(data)
    document = read_yaml(path, content)
    if document.refused:
        return document.refused
    return choose(
        EVIDENCE_KINDS, "kind", document.data, Origin(Source(path, content, places_of), ())
    )


def _text(data: Mapping[str, Any]) -> bytes:
    return block(data).encode(errors="surrogateescape")


def _set(data: Any, route: Route, value: str) -> None:
    *above, last = route
    for step in above:
        data = data[step]
    data[last] = value


def _id(draft: Draft, unit: str, repository: Repository, taken: Container[str]) -> str:
    """Make an id that no other branch makes of something else: it ends in a hash of the content."""
    if draft.id is not None:
        if _is_taken(draft.id, unit, repository, taken):
            raise UnknownNameError(
                Sentence(f"编号“{draft.id}”已有", f"the id {draft.id!r} is taken"),
                Sentence("换一个 --id，或不写", "give another --id, or none"),
            )
        return draft.id
    beginning = f"{BEGINNINGS[draft.kind]}-{draft.date:%Y%m%d}"
    said = [unit, draft.title, dict(draft.files), dict(draft.fields)]
    return fresh_id(beginning, said, lambda id_: _is_taken(id_, unit, repository, taken))


def _is_taken(id_: str, unit: str, repository: Repository, taken: Container[str]) -> bool:
    folder = f"data/evidence/{unit}/{id_}"
    return (
        id_ in taken
        or id_ in repository.evidence_by_id
        or f"{folder}.yaml" in repository.files.texts
        or any(path.startswith(f"{folder}/") for path in repository.files.attachments)
    )
