"""For a web page or a README: the supported points as a small sign."""

from decimal import Decimal

from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.badge import Badge, Tone, draw
from pilotkit.score.targets import pass_mark_of

_HALF = 2


def render(repository: Repository, score: Score, lang: Lang) -> str:
    """Draw the points and their maximum, in the colour of how near the pass mark is."""
    label = Sentence("有据得分", "supported").to(lang)
    value = f"{points_text(score.supported)} / {points_text(score.table.total)}"
    return draw(Badge(label, value, _tone(repository, score)))


def _tone(repository: Repository, score: Score) -> Tone:
    mark = pass_mark_of(repository.pilot, score.table)
    if mark is None:
        return "plain"
    if score.supported >= mark.value:
        return "good"
    return "fair" if score.supported * _HALF >= Decimal(mark.value) else "poor"
