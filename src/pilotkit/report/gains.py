"""What a new record does to the score, for people at a terminal."""

from collections.abc import Iterator

from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore, Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible

_INDENT = "  "


def render(before: Score, after: Score, lang: Lang) -> Iterator[str]:
    """Yield the total before and after, then each criterion whose supported points move."""
    old, new = points_text(before.supported), points_text(after.supported)
    day = after.as_of.day
    moved = tuple(_moved(before, after))
    if not moved:
        yield Sentence(
            f"截至 {day} 有据得分不变：{new}", f"as of {day} the supported score stays {new}"
        ).to(lang)
        return
    yield Sentence(f"截至 {day} 有据得分 {old} → {new}", f"as of {day} supported {old} → {new}").to(
        lang
    )
    for was, now in moved:
        points = f"{points_text(was.supported)} → {points_text(now.supported)}"
        yield visible(f"{_INDENT}{now.id}  {points}  {now.criterion.text}")


def _moved(before: Score, after: Score) -> Iterator[tuple[CriterionScore, CriterionScore]]:
    was = {one.id: one for one in before.criteria}
    for now in after.criteria:
        if was[now.id].supported != now.supported:
            yield was[now.id], now
