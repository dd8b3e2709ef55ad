"""Points by indicator: what the records support, what is claimed, what can be had."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.figures import Number, plain
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, largest, wrap
from pilotkit.report.drawings.palette import BLUE, FAINT, INK, MUTED, NAVY, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, line, lines, text

_WIDTH, _BAR, _GAP = 720, 16, 14
_LABEL = 210
_COLUMN = 76
_TRACK = _WIDTH - _LABEL - 3 * _COLUMN - 2 * MARGIN - 16
_NAME = Letters(13)
_HEAD = Letters(12, MUTED, "end")
_VALUE = Letters(13, INK, "end")
_SUPPORTED, _CLAIMED = Paint(NAVY), Paint("none", BLUE, 2)
_MAX = Paint(FAINT, RULE)


class Bar(NamedTuple):
    """One indicator; `claimed` is None where nobody has claimed."""

    label: str
    supported: Number
    claimed: Number | None
    maximum: Number


class ScoreBars(NamedTuple):
    """A row an indicator, in the order given."""

    title: str
    bars: Sequence[Bar]


def draw(score: ScoreBars, lang: Lang) -> str:
    """Draw a row an indicator: name, bar on the scale of the largest, three figures."""
    most = max((Fraction(bar.maximum) for bar in score.bars), default=Fraction(0)) or Fraction(1)
    shapes = list(_head(lang))
    y: Length = MARGIN + 22
    for bar in score.bars:
        name = wrap(bar.label, _NAME, _LABEL - 12)
        height = largest(_NAME.leading * len(name), _BAR) + _GAP
        middle = y + height / 2
        shapes += lines(Point(MARGIN, middle), name, _NAME)
        shapes += _track(bar, middle, _TRACK / most)
        shapes += _figures(bar, middle)
        y += height
    keys, below = legend(Point(MARGIN, y + 8), _WIDTH - 2 * MARGIN, _keys(lang))
    about = About(score.title, _in_words(score, lang))
    return picture(_WIDTH, y + 8 + below + 8, [*shapes, *keys], about)


def _head(lang: Lang) -> Iterator[str]:
    for number, words in enumerate(_columns(lang)):
        yield text(Point(_right(number), MARGIN + 10), words, _HEAD)
    y = MARGIN + 22
    yield line((Point(MARGIN, y), Point(_WIDTH - MARGIN, y)), Paint("none", RULE))


def _columns(lang: Lang) -> tuple[str, str, str]:
    return (
        Sentence("有据得分", "supported").to(lang),
        Sentence("自评得分", "claimed").to(lang),
        Sentence("满分", "maximum").to(lang),
    )


def _right(column: int) -> int:
    return _WIDTH - MARGIN - (2 - column) * _COLUMN


def _track(bar: Bar, middle: Length, scale: Fraction) -> Iterator[str]:
    top = middle - _BAR // 2
    left = MARGIN + _LABEL
    yield box(Frame(left, top, Fraction(bar.maximum) * scale, _BAR), _MAX)
    yield box(Frame(left, top + 4, Fraction(bar.supported) * scale, _BAR - 8), _SUPPORTED)
    if bar.claimed is not None:
        yield box(Frame(left, top, Fraction(bar.claimed) * scale, _BAR), _CLAIMED)


def _figures(bar: Bar, middle: Length) -> Iterator[str]:
    claimed = "—" if bar.claimed is None else plain(bar.claimed)
    for number, words in enumerate((plain(bar.supported), claimed, plain(bar.maximum))):
        letters = _VALUE._replace(bold=number == 0)
        yield text(Point(_right(number), middle), words, letters)


def _keys(lang: Lang) -> tuple[Key, ...]:
    paints = (_SUPPORTED, _CLAIMED, _MAX)
    return tuple(Key("box", *pair) for pair in zip(paints, _columns(lang), strict=True))


def _in_words(score: ScoreBars, lang: Lang) -> str:
    return Sentence("；", "; ").to(lang).join(_row_in_words(bar).to(lang) for bar in score.bars)


def _row_in_words(bar: Bar) -> Sentence:
    supported, maximum = plain(bar.supported), plain(bar.maximum)
    if bar.claimed is None:
        return Sentence(
            f"{bar.label} 有据 {supported} 分，未自评，满分 {maximum} 分",
            f"{bar.label}: supported {supported}, not claimed, maximum {maximum}",
        )
    claimed = plain(bar.claimed)
    return Sentence(
        f"{bar.label} 有据 {supported} 分，自评 {claimed} 分，满分 {maximum} 分",
        f"{bar.label}: supported {supported}, claimed {claimed}, maximum {maximum}",
    )
