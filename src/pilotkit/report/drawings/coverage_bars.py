"""How much of what is required is there: a bar a pillar, with its fraction in full."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.measurement import cut_percent
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.figures import quotient
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, largest, wrap
from pilotkit.report.drawings.palette import FAINT, INK, MUTED, NAVY, RED, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, line, lines, text

_WIDTH, _BAR, _GAP = 720, 18, 16
_LABEL, _FIGURES = 190, 170
_TRACK = _WIDTH - _LABEL - _FIGURES - 2 * MARGIN
_NAME = Letters(13)
_FIGURE, _WAITING = Letters(13, INK, bold=True), Letters(11, MUTED)
_FILLED, _EMPTY = Paint(NAVY), Paint(FAINT, RULE)
_TARGET = Paint("none", RED, 2, "5 3")


class Coverage(NamedTuple):
    """What counts of a total; `unconfirmed` is shown beside it and in neither."""

    label: str
    counted: int
    total: int
    unconfirmed: int = 0


class CoverageBars(NamedTuple):
    """A row a part, in the order given; the target is a share from 0 to 1."""

    title: str
    parts: Sequence[Coverage]
    target: Fraction | None = None


def draw(coverage: CoverageBars, lang: Lang) -> str:
    """Draw a row a part: name, bar, `41/50 = 82.0 %`, and the target across all of them."""
    shapes: list[str] = []
    y: Length = MARGIN
    for part in coverage.parts:
        name = wrap(part.label, _NAME, _LABEL - 12)
        height = largest(_NAME.leading * len(name), 2 * _BAR) + _GAP // 2
        middle = y + height / 2
        shapes += lines(Point(MARGIN, middle), name, _NAME)
        shapes += _bar(part, middle)
        shapes += _figure(part, middle, lang)
        y += height
    if coverage.target is not None:
        shapes.append(_target(coverage.target, y))
    keys, below = legend(Point(MARGIN, y + 8), _WIDTH - 2 * MARGIN, _keys(coverage, lang))
    about = About(coverage.title, _in_words(coverage, lang))
    return picture(_WIDTH, y + 8 + below + 8, [*shapes, *keys], about)


def _bar(part: Coverage, middle: Length) -> Iterator[str]:
    frame = Frame(MARGIN + _LABEL, middle - _BAR // 2, _TRACK, _BAR)
    if part.total:
        yield box(frame, _EMPTY)
        filled = Fraction(part.counted * _TRACK, part.total)
        yield box(frame._replace(width=filled), _FILLED)
    else:
        yield box(frame, _EMPTY._replace(dash="4 3"))


def _figure(part: Coverage, middle: Length, lang: Lang) -> Iterator[str]:
    x = MARGIN + _LABEL + _TRACK + 14
    waiting = _waiting(part)
    lift = 8 if waiting else 0
    yield text(Point(x, middle - lift), quotient(part.counted, part.total, lang), _FIGURE)
    if waiting:
        yield text(Point(x, middle + lift), waiting.to(lang), _WAITING)


def _waiting(part: Coverage) -> Sentence | None:
    if not part.unconfirmed:
        return None
    return Sentence(f"另有待确认 {part.unconfirmed}", f"besides, unconfirmed {part.unconfirmed}")


def _target(target: Fraction, bottom: Length) -> str:
    x = MARGIN + _LABEL + target * _TRACK
    return line((Point(x, MARGIN), Point(x, bottom)), _TARGET)


def _keys(coverage: CoverageBars, lang: Lang) -> Iterator[Key]:
    yield Key("box", _FILLED, Sentence("已有", "there").to(lang))
    yield Key("box", _EMPTY, Sentence("应有", "required").to(lang))
    if coverage.target is not None:
        rate = cut_percent(coverage.target)
        yield Key("line", _TARGET, Sentence(f"目标 {rate}", f"target {rate}").to(lang))


def _in_words(coverage: CoverageBars, lang: Lang) -> str:
    rows = (f"{part.label} {quotient(part.counted, part.total, lang)}" for part in coverage.parts)
    return Sentence("；", "; ").to(lang).join(rows)
