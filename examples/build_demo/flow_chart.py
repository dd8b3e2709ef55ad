"""A flow chart as an SVG, made without any library: steps one under the other, and a way back."""

from collections.abc import Sequence
from html import escape

_WIDE, _BOX, _HIGH, _GAP = 460, 180, 44, 26
_LEFT, _SIDE = 40, 270
_LOOK = 'fill="#ffffff" stroke="#000000" stroke-width="1.2"'
_LINE = 'fill="none" stroke="#000000" stroke-width="1.2" marker-end="url(#tip)"'


def flow_chart(title: str, steps: Sequence[str], asked: str, otherwise: str) -> bytes:
    """Draw steps; behind the second it is asked whether to go on, or back by what happens then."""
    centre, shapes, y = _LEFT + _BOX // 2, [], 10
    for index, step in enumerate(steps):
        ends = index in {0, len(steps) - 1}
        shapes.append(_box(_LEFT, y, step, round_by=_HIGH // 2 if ends else 0))
        y += _HIGH
        if index == 1:
            shapes += _question(centre, y, asked, otherwise)
            y += _GAP + 2 * _HIGH
        if index + 1 < len(steps):
            shapes.append(f'<path d="M{centre} {y}V{y + _GAP}" {_LINE}/>')
            y += _GAP
    size = f'width="{_WIDE}" height="{y + 10}" viewBox="0 0 {_WIDE} {y + 10}"'
    letters = 'font-family="SimSun, serif" font-size="15" text-anchor="middle"'
    tip = (
        '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {letters}>',
        f"<title>{escape(title)}</title>",
        f"<defs>{tip}</defs>",
        *shapes,
        "</svg>",
        "",
    ]
    return "\n".join(lines).encode()


def _question(centre: int, y: int, asked: str, otherwise: str) -> list[str]:
    """Draw a rhombus below `y`, and to its right what happens where the answer is no."""
    top, middle = y + _GAP, y + _GAP + _HIGH
    half, above = _BOX // 2, y - _HIGH // 2
    rhombus = f"M{centre} {top}l{half} {_HIGH}l{-half} {_HIGH}l{-half} {-_HIGH}z"
    back = f"M{_SIDE + half} {middle - _HIGH // 2}V{above}H{_LEFT + _BOX}"
    return [
        f'<path d="M{centre} {y}V{top}" {_LINE}/>',
        f'<path d="{rhombus}" {_LOOK}/>',
        _said(centre, middle, asked),
        f'<path d="M{centre + half} {middle}H{_SIDE}" {_LINE}/>',
        _said((centre + half + _SIDE) // 2, middle - 12, "否"),
        _said(centre + 14, middle + _HIGH + 10, "是"),
        _box(_SIDE, middle - _HIGH // 2, otherwise),
        f'<path d="{back}" {_LINE}/>',
    ]


def _box(x: int, y: int, said: str, round_by: int = 0) -> str:
    place = f'x="{x}" y="{y}" width="{_BOX}" height="{_HIGH}" rx="{round_by}"'
    return f"<rect {place} {_LOOK}/>\n{_said(x + _BOX // 2, y + _HIGH // 2, said)}"


def _said(x: int, y: int, said: str) -> str:
    return f'<text x="{x}" y="{y + 5}">{escape(said)}</text>'
