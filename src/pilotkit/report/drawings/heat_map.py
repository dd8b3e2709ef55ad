"""A matrix of parts, unit by element: the fuller a field, the darker."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.figures import quotient
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, balanced, largest, wrap
from pilotkit.report.drawings.palette import FAINT, INK, MUTED, PAPER, RED, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, lines, text

_LEAST_WIDTH, _LABEL_MOST, _ROW = 720, 220, 28
_FIELD_LEAST, _FIELD_MOST = 68, 130
_SPACE = 2
_NAME, _HEAD = Letters(13), Letters(12, INK, "middle")
_DARK, _LIGHT = Letters(12, INK, "middle"), Letters(12, PAPER, "middle")
_NONE_OF_IT, _NOTHING = Letters(12, RED, "middle", bold=True), Letters(12, MUTED, "middle")
_NONE, _UNASKED = Paint(PAPER, RED, Fraction(3, 2), "4 3"), Paint(FAINT)
# From a little to nearly all in even steps, then all; each takes its letters along.
_STEPS = (
    (Paint("#e4edf6", RULE), _DARK),
    (Paint("#bcd3e9", RULE), _DARK),
    (Paint("#8fb4d9", RULE), _DARK),
    (Paint("#2f6aa8"), _LIGHT),
)
_ALL = (Paint("#143a5e"), _LIGHT)


class Field(NamedTuple):
    """How many are there of how many that should be; of 0 nothing is asked."""

    counted: int
    total: int


class Row(NamedTuple):
    """A unit with a field an element."""

    label: str
    fields: Sequence[Field]


class HeatMap(NamedTuple):
    """Rows of as many fields as there are columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]


def draw(heat: HeatMap, lang: Lang) -> str:
    """Draw the names above and at the left, a field with its fraction where they meet."""
    label = _label_width(heat)
    field = _field_width(heat, label)
    width = largest(_LEAST_WIDTH, 2 * MARGIN + label + field * len(heat.columns))
    heads = [balanced(name, _HEAD, field - 8) for name in heat.columns]
    y: Length = MARGIN + _HEAD.leading * largest(0, *map(len, heads)) + 6
    shapes: list[str] = []
    for number, head in enumerate(heads):
        x = MARGIN + label + field * number + field / 2
        shapes += lines(Point(x, y - 4 - _HEAD.leading * len(head) / 2), head, _HEAD)
    for row in heat.rows:
        name = wrap(row.label, _NAME, label - 10, most=3)
        height = largest(_ROW, _NAME.leading * len(name) + 4)
        shapes += lines(Point(MARGIN, y + height / 2), name, _NAME)
        for number, each in enumerate(row.fields):
            frame = Frame(MARGIN + label + field * number, y, field, height)
            shapes += _field(each, frame)
        y += height
    keys, below = legend(Point(MARGIN, y + 8), width - 2 * MARGIN, _keys(lang))
    about = About(heat.title, _in_words(heat, lang))
    return picture(width, y + 8 + below + 8, [*shapes, *keys], about)


def _label_width(heat: HeatMap) -> Fraction:
    longest = largest(0, *(_NAME.width(row.label) for row in heat.rows))
    return min(longest + 14, Fraction(_LABEL_MOST))


def _field_width(heat: HeatMap, label: Fraction) -> Fraction:
    even = (_LEAST_WIDTH - 2 * MARGIN - label) / max(len(heat.columns), 1)
    longest = largest(0, *(_DARK.width(_words(f)) for row in heat.rows for f in row.fields))
    return largest(min(even, Fraction(_FIELD_MOST)), _FIELD_LEAST, longest + 10)


def _field(field: Field, frame: Frame) -> Iterator[str]:
    paint, letters = _shade(field)
    inner = Frame(
        frame.x + _SPACE, frame.y + _SPACE, frame.width - 2 * _SPACE, frame.height - 2 * _SPACE
    )
    yield box(inner, paint, 2)
    yield text(inner.middle, _words(field), letters)


def _words(field: Field) -> str:
    return f"{field.counted}/{field.total}" if field.total else "—"


def _shade(field: Field) -> tuple[Paint, Letters]:
    if not field.total:
        return _UNASKED, _NOTHING
    if not field.counted:
        return _NONE, _NONE_OF_IT
    if field.counted >= field.total:
        return _ALL
    return _STEPS[field.counted * len(_STEPS) // field.total]


def _keys(lang: Lang) -> Iterator[Key]:
    yield Key("box", _NONE, Sentence("全缺", "none").to(lang))
    for step, (paint, _) in enumerate(_STEPS, start=1):
        rate = f"{step * 100 // len(_STEPS)} %"
        yield Key("box", paint, Sentence(f"不足 {rate}", f"below {rate}").to(lang))
    yield Key("box", _ALL[0], Sentence("齐全", "all").to(lang))
    yield Key("box", _UNASKED, Sentence("— 不要求", "— not asked").to(lang))


def _in_words(heat: HeatMap, lang: Lang) -> str:
    rows = (
        f"{row.label} {name} {quotient(*field, lang)}"
        for row in heat.rows
        for name, field in zip(heat.columns, row.fields, strict=True)
        if field.total
    )
    return Sentence("；", "; ").to(lang).join(rows)
