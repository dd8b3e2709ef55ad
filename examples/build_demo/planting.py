"""The ways in which a failing is planted in a finished pilot."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

from build_demo.state import Record, State

Plant = Callable[[State, Record], None]


def elsewhere(folder: str, id_: str, change: Plant) -> Plant:
    """Plant in another record than the one that the finding stands in."""

    def there(state: State, _: Record) -> None:
        change(state, state.find(folder, id_))

    return there


def both(*changes: Plant) -> Plant:
    """Plant one failing by several changes."""

    def change(state: State, record: Record) -> None:
        for one in changes:
            one(state, record)

    return change


def written(**fields: Any) -> Plant:
    """Write other values into a record."""

    def change(_: State, record: Record) -> None:
        record.update(fields)

    return change


def without(*keys: str) -> Plant:
    """Take keys out of a record."""

    def change(_: State, record: Record) -> None:
        for key in keys:
            del record[key]

    return change


def uncovered(*items: str) -> Plant:
    """Let a standard no longer cover some items."""

    def change(_: State, record: Record) -> None:
        record["covers"] = [one for one in record["covers"] if one not in items]

    return change


def said(before: str, after: str) -> Plant:
    """Say something else in the text of a standard."""

    def change(state: State, record: Record) -> None:
        path = state.path_of("standards", record["id"])
        if before not in state.bodies[path]:
            raise ValueError(before)
        state.bodies[path] = state.bodies[path].replace(before, after, 1)

    return change


def cited(what: str) -> Plant:
    """Let a standard cite something more."""

    def change(_: State, record: Record) -> None:
        record["citations"] = [*record["citations"], what]

    return change


def last_edition(**fields: Any) -> Plant:
    """Write other values into the last edition of an adopted standard."""

    def change(_: State, record: Record) -> None:
        record["editions"][-1].update(fields)

    return change


def works_by(standard: str) -> Plant:
    """Let a post work by one standard more."""

    def change(_: State, record: Record) -> None:
        record["standards"] = [*record["standards"], standard]

    return change


def dropped(id_: str) -> Plant:
    """Take a piece of evidence away, with its attachments."""

    def change(state: State, _: Record) -> None:
        path = state.path_of("evidence", id_)
        del state.records[path]
        folder = path.removesuffix(".yaml") + "/"
        for name in [name for name in state.attached if name.startswith(folder)]:
            del state.attached[name]

    return change


def unlinked(post: str) -> Plant:
    """Let a post no longer name a neighbour."""

    def change(_: State, record: Record) -> None:
        record["adjacent"] = [one for one in record["adjacent"] if one["post"] != post]

    return change


def other_type(_: State, record: Record) -> None:
    """Write a code that says another type."""
    record["code"] = f"{record['code'][:21]}20{record['code'][23:]}"


def has_left(_: State, record: Record) -> None:
    """Let the third of a unit's staff have left."""
    record["people"][2]["until"] = date(2023, 10, 31)


def own_words(_: State, record: Record) -> None:
    """Let the pilot have words, severities and a waiver of its own."""
    record["vocabulary"] = {"doc_types": ["服务承诺书", "授权书"]}
    lowered = ("post-adjacency", "same-item-differs", "efficiency-without-baseline")
    record["policy"] = dict.fromkeys(lowered, "warning")
    record["waivers"] = [
        {
            "rule": "unauthorized-item",
            "at": "yiliao-shengyu",
            "reason": "授权书已报批，等待印发",
            "until": date(2024, 1, 31),
        }
    ]


def without_clause(_: State, record: Record) -> None:
    """Let the first sampled case of a ledger name no clause."""
    for one in record["sample"][:1]:
        del one["clause"]


def same_photograph(state: State, record: Record) -> None:
    """Use the photograph of another record again."""
    folder = "data/evidence/spj"
    made = state.attached[f"{folder}/xc-neibu-3/shot.png"]
    state.attached[f"{folder}/{record['id']}/shot.png"] = made
    for file in record["files"]:
        if file["path"] == "shot.png":
            file["sha256"] = sha256(made).hexdigest()
