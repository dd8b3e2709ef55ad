"""Who cites whom: those that cite on the left, those that are cited on the right, lines between.

Standards that cite the same stand for one another in one box, so that a system of hundreds stays
readable; the cited ones are put near those that cite them.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, fit, largest
from pilotkit.report.drawings.palette import FAINT, INK, MUTED, NAVY, PAPER, RED, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, curve, text

_WIDTH, _SIDE = 1120, 400
_LEFT, _RIGHT = MARGIN, _WIDTH - MARGIN - _SIDE
_ROW, _HEAD, _BETWEEN = 22, 28, 10
_COUNT_ROOM, _COLUMNS = 44, 3
_GROUP, _NAME = Letters(13, NAVY, bold=True), Letters(12, INK)
_COUNT = Letters(12, MUTED, "end")
_BOX, _GONE = Paint(FAINT, RULE), Paint(PAPER, RED, Fraction(3, 2), "4 3")
# One colour a group on the left, over again where there are more; light enough to lie on others.
_LINES = ("#4f7fb0", "#5a9a76", "#b3882f", "#93679f", "#a9605a", "#6b7a88")
_THICKEST = Fraction(4)


class Node(NamedTuple):
    """A standard, or several that cite the same; `number` is how many it stands for or cite it."""

    key: str
    label: str
    number: int = 1
    is_gone: bool = False


class Group(NamedTuple):
    """Nodes under a common name."""

    name: str
    nodes: Sequence[Node]


class Edge(NamedTuple):
    """How many standards of a node on the left cite one on the right."""

    citing: str
    cited: str
    number: int = 1


class References(NamedTuple):
    """Both sides and the lines; `apart` names what neither cites nor is cited."""

    title: str
    citing: Sequence[Group]
    cited: Sequence[Group]
    edges: Sequence[Edge]
    apart: Sequence[str] = ()
    note: str = ""


def draw(references: References, lang: Lang) -> str:
    """Draw the lines first, then both columns over them, then what stands apart."""
    left = _placed(references.citing, MARGIN)
    right = _placed([_near(each, references.edges, left) for each in references.cited], MARGIN)
    shapes = list(_lines(references, left, right))
    shapes += _column(references.citing, _LEFT, left, lang)
    shapes += _column(references.cited, _RIGHT, right, lang)
    under = largest(_bottom(left), _bottom(right)) + _BETWEEN
    beside, y = _apart(references.apart, under, lang)
    keys, below = legend(Point(MARGIN, y), _WIDTH - 2 * MARGIN, _keys(references, lang))
    about = About(references.title, _in_words(references, lang), references.note)
    return picture(_WIDTH, y + below + 8, [*shapes, *beside, *keys], about)


def _placed(groups: Sequence[Group], top: int) -> dict[str, Fraction]:
    """Put the nodes of a side one under the other; return the middles of their rows."""
    middles: dict[str, Fraction] = {}
    for group in groups:
        top += _HEAD
        for node in group.nodes:
            middles[node.key] = top + Fraction(_ROW, 2)
            top += _ROW
        top += _BETWEEN
    return middles


def _near(group: Group, edges: Sequence[Edge], left: Mapping[str, Fraction]) -> Group:
    """Sort the cited ones of a group by the middle of those that cite them."""
    heights: dict[str, list[Fraction]] = {}
    for edge in edges:
        if edge.citing in left:
            heights.setdefault(edge.cited, []).append(left[edge.citing])

    def middle(node: Node) -> Fraction:
        found = heights.get(node.key, ())
        return sum(found, Fraction(0)) / len(found) if found else Fraction(0)

    return group._replace(nodes=sorted(group.nodes, key=lambda one: (middle(one), one.key)))


def _bottom(middles: Mapping[str, Fraction]) -> Fraction:
    return largest(MARGIN, *middles.values()) + _ROW


def _lines(
    references: References, left: Mapping[str, Fraction], right: Mapping[str, Fraction]
) -> Iterator[str]:
    colours = {
        node.key: _LINES[number % len(_LINES)]
        for number, group in enumerate(references.citing)
        for node in group.nodes
    }
    for edge in references.edges:
        if edge.citing in left and edge.cited in right:
            thick = min(_THICKEST, 1 + Fraction(max(edge.number, 1) - 1, 8))
            start = Point(_LEFT + _SIDE, left[edge.citing])
            end = Point(_RIGHT, right[edge.cited])
            yield curve(start, end, Paint("none", colours[edge.citing], thick))


def _column(
    groups: Sequence[Group], x: int, middles: Mapping[str, Fraction], lang: Lang
) -> Iterator[str]:
    y = Fraction(MARGIN)
    for group in groups:
        name = fit(group.name, _GROUP, _SIDE)
        yield text(Point(x, y + Fraction(_HEAD, 2)), name, _GROUP)
        y += _HEAD + _ROW * len(group.nodes) + _BETWEEN
        for node in group.nodes:
            yield from _node(node, Point(x, middles[node.key]), lang)


def _node(node: Node, left: Point, lang: Lang) -> Iterator[str]:
    frame = Frame(left.x, left.y - Fraction(_ROW, 2) + 1, _SIDE, _ROW - 2)
    yield box(frame, _GONE if node.is_gone else _BOX, 2)
    label = fit(node.label, _NAME, _SIDE - _COUNT_ROOM - 12)
    yield text(Point(left.x + 6, left.y), label, _NAME)
    if node.number > 1:
        count = Sentence(f"{node.number}项", f"{node.number}").to(lang)
        yield text(Point(frame.right - 6, left.y), fit(count, _COUNT, _COUNT_ROOM), _COUNT)


def _apart(names: Sequence[str], top: Length, lang: Lang) -> tuple[list[str], Length]:
    """List the standards without lines in columns; return the shapes and where they end."""
    if not names:
        return [], top
    head = Sentence(
        f"没有引用关系的标准 {len(names)} 项", f"standards without references: {len(names)}"
    ).to(lang)
    y = top + Fraction(_HEAD, 2)
    shapes = [text(Point(MARGIN, y), head, _GROUP)]
    width = Fraction(_WIDTH - 2 * MARGIN, _COLUMNS)
    y = Fraction(top + _HEAD)
    for number, name in enumerate(names):
        row, column = divmod(number, _COLUMNS)
        at = Point(MARGIN + column * width, y + _ROW * row + Fraction(_ROW, 2))
        shapes.append(text(at, fit(name, _NAME, width - 16), _NAME))
    rows = -(-len(names) // _COLUMNS)
    return shapes, y + _ROW * rows + _BETWEEN


def _keys(references: References, lang: Lang) -> Iterator[Key]:
    for number, group in enumerate(references.citing):
        paint = Paint("none", _LINES[number % len(_LINES)], 2)
        words = Sentence(f"{group.name}引用", f"cited by {group.name}").to(lang)
        yield Key("line", paint, words)
    yield Key("box", _GONE, Sentence("没有现行版本", "no edition in force").to(lang))


def _in_words(references: References, lang: Lang) -> str:
    rows = (
        Sentence(f"{node.label}：被引用 {node.number} 次", f"{node.label}: cited {node.number}").to(
            lang
        )
        for group in references.cited
        for node in group.nodes
    )
    return Sentence("；", "; ").to(lang).join(rows)
