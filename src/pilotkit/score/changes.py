"""How the table, its proofs and the windows differ from the official ones (design §5)."""

from collections.abc import Iterator

from pilotkit.model.pilot import Windows
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Criterion, Scoring
from pilotkit.model.sentence import Sentence

_OFFICIAL = ("points", "text", "group", "prov")
_OURS = ("proof", "award", "questions")


def changes_of(repository: Repository) -> tuple[Sentence, ...]:
    """Return every difference; empty where all is official and unchanged."""
    own, official = repository.scoring, repository.official
    found = [*_of_windows(repository)]
    if own is not None and own is not official:
        found += [*_of_table(own, official), *_of_criteria(own, official)]
    return tuple(found)


def _of_windows(repository: Repository) -> Iterator[Sentence]:
    windows = repository.pilot.windows if repository.pilot else Windows()
    for key in ("implementation", "inspection", "survey"):
        written, usual = getattr(windows, key), getattr(Windows(), key)
        if written != usual:
            yield Sentence(
                f"窗口期 {key} 改为 {written} 个月（通用 {usual} 个月）",
                f"window {key} is {written} months instead of {usual}",
            )


def _of_table(own: Scoring, official: Scoring) -> Iterator[Sentence]:
    for key in ("total", "step", "thresholds", "code_sets"):
        if getattr(own, key) != getattr(official, key):
            yield Sentence(f"计分表的 {key} 与官方的不同", f"{key} of the table is changed")
    mine = {one.id: (one.name, one.points) for one in own.every_indicator()}
    theirs = {one.id: (one.name, one.points) for one in official.every_indicator()}
    for id_ in sorted(mine.keys() | theirs.keys()):
        if mine.get(id_) != theirs.get(id_):
            yield Sentence(f"指标 {id_} 与官方的不同", f"indicator {id_} is changed")


def _of_criteria(own: Scoring, official: Scoring) -> Iterator[Sentence]:
    mine = {criterion.id: criterion for _, criterion in own.criteria()}
    theirs = {criterion.id: criterion for _, criterion in official.criteria()}
    for id_ in sorted(mine.keys() | theirs.keys()):
        if id_ not in mine:
            yield Sentence(f"少了评分条目 {id_}", f"criterion {id_} is missing")
        elif id_ not in theirs:
            yield Sentence(f"官方计分表没有 {id_}", f"criterion {id_} is not official")
        else:
            yield from _of_criterion(mine[id_], theirs[id_])


def _of_criterion(mine: Criterion, theirs: Criterion) -> Iterator[Sentence]:
    for key in _OFFICIAL:
        if getattr(mine, key) != getattr(theirs, key):
            yield Sentence(f"{mine.id} 的官方内容 {key} 被改动", f"{key} of {mine.id} is changed")
    for key in _OURS:
        if getattr(mine, key) != getattr(theirs, key):
            yield Sentence(f"{mine.id} 的评分依据 {key} 被改动", f"{key} of {mine.id} is changed")
