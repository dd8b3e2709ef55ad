"""How the table, its proofs and the windows differ from the official ones (design §5)."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.entity import Entity
from pilotkit.model.location import Route
from pilotkit.model.pilot import Pilot, Windows
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Criterion, Indicator, Scoring
from pilotkit.model.sentence import Sentence

_OFFICIAL = ("points", "text", "group", "prov")
_OURS = ("proof", "award", "questions")
# What is printed as the words of the source, and how far it is.
_WORDS = frozenset({"text", "prov"})


class Change(NamedTuple):
    """One difference, where it is written, and whether it is in words that pass for official."""

    entity: Entity
    route: Route
    said: Sentence
    of_words: bool = False


def changes_of(repository: Repository) -> tuple[Sentence, ...]:
    """Return every difference in words; empty where all is official and unchanged."""
    return tuple(change.said for change in placed_changes(repository))


def placed_changes(repository: Repository) -> Iterator[Change]:
    """Yield every difference with the place where it is written."""
    yield from _of_windows(repository)
    own, official = repository.scoring, repository.official
    if own is not None and own is not official:
        yield from _of_table(own, official)
        yield from _of_indicators(own, official)
        yield from _of_criteria(own, official)


def _of_windows(repository: Repository) -> Iterator[Change]:
    pilot = repository.pilot
    if pilot is None:
        return
    for key in ("implementation", "inspection", "survey"):
        written, usual = getattr(pilot.windows, key), getattr(Windows(), key)
        if written != usual:
            said = Sentence(
                f"窗口期 {key} 改为 {written} 个月（通用 {usual} 个月）",
                f"window {key} is {written} months instead of {usual}",
            )
            yield Change(pilot, ("windows", key), said)
    yield from _of_freshness(pilot)


def _of_freshness(pilot: Pilot) -> Iterator[Change]:
    """Yield the kinds of evidence that have a day after which they count no more."""
    for kind, fresh in sorted(pilot.windows.freshness.items()):
        if fresh.error_after is not None:
            said = Sentence(
                f"{kind}超过 {fresh.error_after} 个月不再计分（通用：不限）",
                f"{kind} older than {fresh.error_after} months counts no more (usual: no limit)",
            )
            yield Change(pilot, ("windows", "freshness", kind), said)


def _of_table(own: Scoring, official: Scoring) -> Iterator[Change]:
    for key in ("total", "step", "thresholds", "code_sets"):
        if getattr(own, key) != getattr(official, key):
            said = Sentence(f"计分表的 {key} 与官方的不同", f"{key} of the table is changed")
            yield Change(own, (key,), said)


def _of_indicators(own: Scoring, official: Scoring) -> Iterator[Change]:
    mine = {one.id: (route, one) for route, one in own.with_routes()}
    theirs = {one.id: one for one in official.every_indicator()}
    for id_ in sorted(mine.keys() | theirs.keys()):
        route, written = mine.get(id_, (("indicators",), None))
        if differs := _differs(written, theirs.get(id_)):
            said = Sentence(f"指标 {id_} 与官方的不同", f"indicator {id_} is changed")
            yield Change(own, (*route, differs), said, of_words=differs == "name")


def _differs(written: Indicator | None, official: Indicator | None) -> str | None:
    """Return the key in which two indicators differ; of one that is missing or new, its id."""
    if written is None or official is None:
        return "id"
    keys = ("name", "points")
    return next((key for key in keys if getattr(written, key) != getattr(official, key)), None)


def _of_criteria(own: Scoring, official: Scoring) -> Iterator[Change]:
    mine = {criterion.id: (route, criterion) for route, criterion in own.placed_criteria()}
    theirs = {criterion.id: criterion for _, criterion in official.criteria()}
    for id_ in sorted(mine.keys() | theirs.keys()):
        if id_ not in mine:
            said = Sentence(f"少了评分条目 {id_}", f"criterion {id_} is missing")
            yield Change(own, ("indicators",), said)
        elif id_ not in theirs:
            said = Sentence(f"官方计分表没有 {id_}", f"criterion {id_} is not official")
            yield Change(own, (*mine[id_][0], "id"), said)
        else:
            yield from _of_criterion(own, *mine[id_], theirs[id_])


def _of_criterion(
    own: Scoring, route: Route, mine: Criterion, theirs: Criterion
) -> Iterator[Change]:
    for key in _OFFICIAL:
        if getattr(mine, key) != getattr(theirs, key):
            zh = f"{mine.id} 的官方内容 {key} 被改动"
            said = Sentence(zh, f"{key} of {mine.id} is changed")
            yield Change(own, (*route, key), said, of_words=key in _WORDS)
    for key in _OURS:
        if getattr(mine, key) != getattr(theirs, key):
            zh = f"{mine.id} 的评分依据 {key} 被改动"
            yield Change(own, (*route, key), Sentence(zh, f"{key} of {mine.id} is changed"))
