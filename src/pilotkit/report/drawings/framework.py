"""The 体系结构图: layers one under the other, pillars side by side, a numbered box a subsystem.

The widths are shared out here; `framework_boxes` draws a pillar and the boxes in it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.framework_boxes import EMPTY, Column, Pillar, Subsystem, columns
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, balanced, largest, wrap
from pilotkit.report.drawings.palette import FAINT, NAVY, PAPER, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import (
    Frame,
    Paint,
    Point,
    arrow_head,
    box,
    line,
    lines,
)

_WIDTH = 840
_STRIP, _PADDING, _GAP = 84, 6, 46
_TITLE = Letters(19, PAPER, "middle", bold=True)
_LAYER = Letters(14, PAPER, "middle", bold=True)
_TOTALS = Letters(13, NAVY, "middle")
_RELATION = Letters(13, NAVY)
_ARROW = Paint("none", NAVY, 2)
_INSIDE = _WIDTH - 2 * MARGIN - _STRIP - 2 * _PADDING


class Layer(NamedTuple):
    """A level of the system; `relation` says what it does to the next one."""

    label: str
    name: str
    pillars: Sequence[Pillar]
    relation: str = ""


class System(NamedTuple):
    """A whole system of standards, the layer that others rest on first."""

    title: str
    layers: Sequence[Layer]

    def subsystems(self) -> Iterator[Subsystem]:
        """Yield every subsystem, in the order drawn."""
        for layer in self.layers:
            for pillar in layer.pillars:
                yield from pillar.subsystems


def draw(system: System, lang: Lang) -> str:
    """Draw title, layers and the arrows between them."""
    shapes = _title(system, lang)
    y: Length = 2 * MARGIN + 56 + _TOTALS.leading * len(_totals_lines(system, lang))
    for number, layer in enumerate(system.layers):
        side_by_side = columns(layer.pillars, _INSIDE, lang)
        if number:
            above = system.layers[number - 1]
            from_ = _centres(columns(above.pillars, _INSIDE, lang))
            shapes += _arrow(y, from_, _centres(side_by_side), above.relation)
            y += _GAP
        tallest = largest(_strip_height(layer), *(column.height for column in side_by_side))
        height = tallest + 2 * _PADDING
        shapes += _band(layer, Frame(MARGIN, y, _WIDTH - 2 * MARGIN, height))
        for column in side_by_side:
            shapes += column.draw(Point(_left() + column.x, y + _PADDING), tallest)
        y += height
    bottom = y + 6
    keys, below = legend(Point(MARGIN, bottom), _WIDTH - 2 * MARGIN, _keys(lang))
    about = About(system.title, _in_words(system, lang))
    return picture(_WIDTH, bottom + below + 2, [*shapes, *keys], about)


def _left() -> int:
    return MARGIN + _STRIP + _PADDING


def _title(system: System, lang: Lang) -> list[str]:
    frame = Frame(150, MARGIN, _WIDTH - 300, 44)
    words = balanced(system.title, _TITLE, frame.width - 24, most=1)
    totals = _totals_lines(system, lang)
    below = Point(frame.middle.x, frame.bottom + 12 + _TOTALS.leading * len(totals) / 2)
    return [
        box(frame, Paint(NAVY), 4),
        *lines(frame.middle, words, _TITLE),
        *lines(below, totals, _TOTALS),
    ]


def _totals_lines(system: System, lang: Lang) -> list[str]:
    return balanced(_totals(system).to(lang), _TOTALS, _WIDTH - 2 * MARGIN)


def _band(layer: Layer, frame: Frame) -> list[str]:
    strip = frame._replace(width=_STRIP)
    return [
        box(frame, Paint(FAINT, RULE), 4),
        box(strip, Paint(NAVY), 4),
        *lines(strip.middle, _strip_lines(layer), _LAYER),
    ]


def _strip_lines(layer: Layer) -> list[str]:
    return [
        *balanced(layer.label, _LAYER, _STRIP - 12, most=2),
        *balanced(layer.name, _LAYER, _STRIP - 12),
    ]


def _strip_height(layer: Layer) -> Fraction:
    return _LAYER.leading * len(_strip_lines(layer))


def _centres(side_by_side: Sequence[Column]) -> list[Length]:
    return [_left() + column.x + column.width / 2 for column in side_by_side]


def _arrow(top: Length, above: list[Length], below: list[Length], relation: str) -> Iterator[str]:
    """Yield what leads from all pillars above to all below, by one bar between them."""
    bar, bottom = top + 22, top + _GAP
    for x in above:
        yield line((Point(x, top), Point(x, bar)), _ARROW)
    for x in below:
        yield line((Point(x, bar), Point(x, bottom - 6)), _ARROW)
        yield arrow_head(Point(x, bottom), 8, NAVY)
    ends = [*above, *below]
    if len(set(ends)) > 1:
        yield line((Point(min(ends), bar), Point(max(ends), bar)), _ARROW)
    if above and below:
        yield from _beside(above, below, top, relation)


def _beside(above: list[Length], below: list[Length], top: Length, words: str) -> list[str]:
    """Write what an arrow says beside the one stem it has, else beside the first."""
    stem = Point(above[0], top + 10) if len(above) == 1 else Point(below[0], top + 33)
    room = MARGIN + _STRIP + _INSIDE - stem.x - 14
    return lines(Point(stem.x + 14, stem.y), wrap(words, _RELATION, room, most=1), _RELATION)


def _keys(lang: Lang) -> tuple[Key, ...]:
    said = Sentence("虚线框：尚无标准的子体系", "dashed: a subsystem without any standard")
    return (Key("box", EMPTY, said.to(lang)),)


def _totals(system: System) -> Sentence:
    every = list(system.subsystems())
    pillars = sum(len(layer.pillars) for layer in system.layers)
    own, adopted = sum(each.own for each in every), sum(each.adopted for each in every)
    empty = sum(each.empty for each in every)
    return Sentence(
        f"{len(system.layers)} 个层次、{pillars} 个支柱、{len(every)} 个子体系；"
        f"标准 {own + adopted} 项：自编 {own} 项，采用 {adopted} 项；尚无标准的子体系 {empty} 个",
        f"layers {len(system.layers)}, pillars {pillars}, subsystems {len(every)}; standards"
        f" {own + adopted}: own {own}, adopted {adopted}; subsystems without any: {empty}",
    )


def _in_words(system: System, lang: Lang) -> str:
    pillars = (
        f"{layer.label} {pillar.number} {pillar.name} {pillar.totals().to(lang)}"
        for layer in system.layers
        for pillar in layer.pillars
    )
    return Sentence("；", "; ").to(lang).join([_totals(system).to(lang), *pillars])
