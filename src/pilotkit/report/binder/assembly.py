"""A volume put together: files appended, our sheets set in two runs, pages counted and stamped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pikepdf import Page

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder import lists, sheets
from pilotkit.report.binder.bound import OFFICE, PICTURES, TEXTS, pages_of_picture, sheet_of_text
from pilotkit.report.binder.content import Original, UnusableFileError
from pilotkit.report.binder.leaves import Leaves, Mark
from pilotkit.report.binder.lists import Unbound
from pilotkit.report.binder.pieces import Piece
from pilotkit.report.case import Case
from pilotkit.report.escape import one_line
from pilotkit.report.typesetting.compiler import typeset_sheets
from pilotkit.report.typesetting.fonts import Letters
from pilotkit.report.typesetting.plain import Plain
from pilotkit.report.typesetting.widths import Widths

# Of many sheets in one run each takes longer; every run has letters of its own in the file.
_AT_ONCE = 24
# Office files as PDF by the SHA-256 of what they were.
Converted = Mapping[str, bytes]


@dataclass(frozen=True)
class Part:
    """A volume, or a part of one that would be too large: its name, its title, what it holds.

    One for use inside is `internal`, and may hold what is.
    """

    name: str
    title: str
    pieces: tuple[Piece, ...]
    internal: bool = False


class Bound(NamedTuple):
    """A part as a file, how many pages it has, and the files that stand as a sheet only."""

    content: bytes
    pages: int
    unbound: tuple[Unbound, ...]


@dataclass
class _Placed:
    """A piece and its pages; those of a sheet of ours come when all sheets are set."""

    piece: Piece
    sheet: Plain | None = None
    pages: list[Page] = field(default_factory=list)


class Assembly:
    """Puts one part together."""

    def __init__(self, case: Case, letters: Letters, widths: Widths, converted: Converted) -> None:
        self.case, self.letters, self.converted = case, letters, converted
        self.widths = widths
        self.leaves = Leaves()
        self.unbound: list[Unbound] = []

    def put_together(self, part: Part, step: Callable[[], None]) -> Bound:
        """Return the file of a part; `step` is called for each piece."""
        placed: list[_Placed] = []
        for piece in part.pieces:
            placed.append(self._place(piece))
            step()
        if files := lists.manifest(self.case, part.pieces, self.widths):
            placed.append(_Placed(Piece(0, self.case.say("文件清单", "Files")), files))
        self._set([one for one in placed if one.sheet])
        first = self._stamp(placed)
        front = [
            _Placed(part.pieces[0], one)
            for one in (
                sheets.cover(self.case, part.name, part.title, internal=part.internal),
                lists.contents(self.case, first, self.widths),
                lists.closing(
                    self.case, part.pieces, sum(len(one.pages) for one in placed), self.unbound
                ),
            )
        ]
        self._set(front)
        content = self._finish(part, placed, front)
        pages = sum(len(one.pages) for one in (*placed, *front))
        return Bound(content, pages, tuple(self.unbound))

    def _place(self, piece: Piece) -> _Placed:
        if piece.original is None:
            return _Placed(piece, piece.sheet)
        try:
            return self._bind(piece, piece.original)
        except UnusableFileError as error:
            self.unbound.append(Unbound(piece, error.sentence))
            stands = sheets.stand_in(self.case, piece.title, piece.original, error.sentence)
            return _Placed(piece, stands)

    def _bind(self, piece: Piece, original: Original) -> _Placed:
        ending = original.ending
        content = original.read()
        if ending == "pdf":
            return _Placed(piece, pages=self.leaves.append(content))
        if ending in PICTURES:
            picture = pages_of_picture(content, original.name, self.letters)
            return _Placed(piece, pages=self.leaves.append_own(picture))
        if ending in TEXTS:
            title = f"{piece.title}  {original.name}" if piece.depth == 1 else piece.title
            return _Placed(piece, sheet_of_text(title, original, content))
        if ending in OFFICE and (found := self.converted.get(original.file.sha256)):
            return _Placed(piece, pages=self.leaves.append(found))
        if ending in OFFICE:
            raise UnusableFileError(
                Sentence(
                    "本机没有 LibreOffice，或转换失败",
                    "LibreOffice is not here, or could not convert it",
                )
            )
        raise UnusableFileError(Sentence("这种格式不拼入本卷", "this format is not bound in"))

    def _set(self, placed: Sequence[_Placed]) -> None:
        """Set sheets, and give each its pages."""
        for begin in range(0, len(placed), _AT_ONCE):
            some = placed[begin : begin + _AT_ONCE]
            data = {
                "lang": self.case.lang,
                "title": self.case.say("资料汇编", "Binder"),
                "sheets": [one.sheet for one in some],
            }
            made = typeset_sheets(data, self.case.day, self.letters)
            pages = self.leaves.append_own(made.content)
            ends = (*made.starts[1:], len(pages))
            for one, start, end in zip(some, made.starts, ends, strict=True):
                one.pages = pages[start:end]

    def _stamp(self, placed: Sequence[_Placed]) -> list[tuple[Piece, int]]:
        """Stamp all pages; return the page that each piece begins on."""
        first: list[tuple[Piece, int]] = []
        number = 1
        for one in placed:
            first.append((one.piece, number))
            for index, page in enumerate(one.pages, start=1):
                label = one.piece.label
                if label and len(one.pages) > 1:
                    label = f"{label}  {index}/{len(one.pages)}"
                self.leaves.stamp(page, label, number)
                number += 1
        return first

    def _finish(self, part: Part, placed: Sequence[_Placed], front: Sequence[_Placed]) -> bytes:
        cover, contents, closing = front
        inside = [cover, contents, *placed, closing]
        say = self.case.say
        heads = [(0, part.name), (0, say("卷内目录", "Contents"))]
        heads += [(one.piece.depth, one.piece.title) for one in placed]
        heads.append((0, say("备考表", "Remarks on this volume")))
        marks = [
            Mark(depth, one_line(title), one.pages[0])
            for (depth, title), one in zip(heads, inside, strict=True)
        ]
        title = f"{self.case.pilot_name} {say('资料汇编', 'Binder')} {part.name} {part.title}"
        order = [page for one in inside for page in one.pages]
        return self.leaves.finish(order, marks, one_line(title), self.case.day)
