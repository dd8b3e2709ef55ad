"""What a PDF is made of, read so that nothing in a hostile one is taken on trust."""

from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import UnusableFileError

_MOST_PAGES = 1000
_MOST_NODES = 5000
_HIDDEN = 0b100010
_NOT_DRAWN = {"/Popup", "/Link"}
# Letters of Helvetica are about so wide, in parts of their size.
_ADVANCE = 0.56


class Stamp(NamedTuple):
    """A line of Latin letters on white, at a margin of a page."""

    text: str
    size: int

    def drawn(self, x: float, y: float, font: str) -> str:
        """Return what draws it, its right end at x."""
        wide = self.width
        left, low = x - wide - 2, y - self.size * 0.25
        words = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return (
            f"1 g {left:.2f} {low:.2f} {wide + 4:.2f} {self.size * 1.1:.2f} re f 0 g"
            f" BT {font} {self.size} Tf {x - wide:.2f} {y:.2f} Td ({words}) Tj ET"
        )

    @property
    def width(self) -> float:
        """About how wide it is, in points."""
        return len(self.text) * self.size * _ADVANCE


def stream(content: bytes) -> StreamObject:
    """Make a stream of drawing."""
    made = DecodedStreamObject()
    made.set_data(content)
    return made


def reference(one: PdfObject) -> IndirectObject:
    """Return how an object that has been added is referred to."""
    if one.indirect_reference is None:
        raise UnusableFileError(Sentence("PDF 结构有误", "the PDF is out of order"))
    return one.indirect_reference


def dictionary(above: DictionaryObject, key: str) -> DictionaryObject:
    """Return a dictionary in another; whatever else stands there is replaced by an empty one."""
    found = above.get(key)
    inner = found.get_object() if found is not None else None
    if not isinstance(inner, DictionaryObject):
        inner = DictionaryObject()
        above[NameObject(key)] = inner
    return inner


def check_tree(reader: PdfReader) -> None:
    """Walk the tree of pages before pypdf does: it must be a tree, and end.

    Raises:
        UnusableFileError: it is none, or has more pages than a volume takes from one file.
    """
    seen: set[int] = set()
    pages = 0
    waiting = [reader.root_object["/Pages"].get_object()]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            raise UnusableFileError(
                Sentence("PDF 页面结构有误", "the pages of the PDF are out of order")
            )
        seen.add(id(node))
        kids = node.get("/Kids")
        if kids is None:
            pages += 1
        else:
            inner = kids.get_object()
            waiting += [one.get_object() for one in inner] if isinstance(inner, ArrayObject) else []
        if pages > _MOST_PAGES or len(seen) + len(waiting) > _MOST_NODES:
            raise UnusableFileError(
                Sentence(
                    f"PDF 超过 {_MOST_PAGES} 页，不拼入本卷",
                    f"the PDF has more than {_MOST_PAGES} pages, not bound in",
                )
            )


class Look(NamedTuple):
    """What an annotation looks like, and the matrix that puts it where it stands."""

    form: StreamObject
    matrix: str


def look_of(annotation: PdfObject | None) -> Look | None:
    """Return what is to be drawn of an annotation; None where nothing is."""
    if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") in _NOT_DRAWN:
        return None
    flags = annotation.get("/F", 0)
    if isinstance(flags, int) and flags & _HIDDEN:
        return None
    form = dictionary(annotation, "/AP").get("/N")
    look = form.get_object() if form is not None else None
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        state = look.get(str(annotation.get("/AS", "/Off")))
        look = state.get_object() if state is not None else None
    rectangle = _numbers(annotation.get("/Rect"), 4)
    if not isinstance(look, StreamObject) or rectangle is None:
        return None
    return _placed(look, rectangle)


def _placed(form: StreamObject, rectangle: list[float]) -> Look | None:
    """Fit the box of a form into the rectangle of its annotation (ISO 32000-1, 12.5.5)."""
    box = _numbers(form.get("/BBox"), 4)
    if box is None:
        return None
    a, b, c, d, e, f = _numbers(form.get("/Matrix"), 6) or [1, 0, 0, 1, 0, 0]
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    upward = [b * x + d * y + f for x, y in corners]
    wide, high = max(across) - min(across), max(upward) - min(upward)
    if wide <= 0 or high <= 0:
        return None
    left, right = sorted((rectangle[0], rectangle[2]))
    bottom, top = sorted((rectangle[1], rectangle[3]))
    x, y = (right - left) / wide, (top - bottom) / high
    moved = f"{left - x * min(across):.4f} {bottom - y * min(upward):.4f}"
    return Look(form, f"{x:.6f} 0 0 {y:.6f} {moved}")


def _numbers(found: PdfObject | None, count: int) -> list[float] | None:
    given = found.get_object() if found is not None else None
    if not isinstance(given, ArrayObject) or len(given) != count:
        return None
    return [float(one.get_object()) for one in given]
