"""Case → volumes → files, one after the other, so that only one is in memory at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pilotkit.report.binder.assembly import Assembly, Bound, Part
from pilotkit.report.binder.bound import OFFICE
from pilotkit.report.binder.content import MOST_BYTES, Original, UnusableFileError
from pilotkit.report.binder.originals import archives
from pilotkit.report.binder.pieces import Piece, pieces
from pilotkit.report.binder.volumes import volumes
from pilotkit.report.case import Case
from pilotkit.report.runner import Made
from pilotkit.report.typesetting.fonts import Letters
from pilotkit.report.typesetting.ruled import SIZE
from pilotkit.report.typesetting.widths import Widths

# So many bytes of others' files, or so many pieces, are one file; a larger volume is parted.
_MOST_PIECES = 1500

# Turns files with their endings into PDF; None where that is not possible.
Converter = Callable[[Sequence[tuple[str, bytes]]], Sequence[bytes | None]]


@dataclass
class Tally:
    """What has been bound so far."""

    volumes: int = 0
    pages: int = 0
    unbound: int = 0

    def add(self, bound: Bound) -> None:
        """Count a file."""
        self.volumes += 1
        self.pages += bound.pages
        self.unbound += len(bound.unbound)


@dataclass(frozen=True)
class Binder:
    """All parts of the binder of a case."""

    case: Case
    letters: Letters
    parts: tuple[Part, ...]
    internal: bool = False

    @property
    def name(self) -> str:
        """What its files begin with: one for use inside cannot be taken for the other."""
        say, day = self.case.say, self.case.day
        inside = say("（内部）", "-internal") if self.internal else ""
        return say(f"资料汇编{inside}-{day}", f"binder{inside}-{day}")

    @property
    def records(self) -> int:
        """How many records it holds."""
        pieces = (piece for part in self.parts for piece in part.pieces)
        return sum(1 for one in pieces if one.label and one.line)

    @property
    def missing(self) -> int:
        """How many criteria that lose points have nothing to show."""
        return sum(one.missing for part in self.parts for one in part.pieces)

    @property
    def steps(self) -> int:
        """How many pieces there are in all."""
        return sum(len(part.pieces) for part in self.parts)

    @property
    def has_office_files(self) -> bool:
        """Whether any file is to be converted before it is bound in."""
        return any(
            piece.original and piece.original.ending in OFFICE
            for part in self.parts
            for piece in part.pieces
        )

    def make(self, convert: Converter, step: Callable[[], None], tally: Tally) -> Iterator[Made]:
        """Yield every file; `step` is called for each piece, `tally` kept."""
        case, start = self.case, self.name
        widths = Widths(self.letters, SIZE)
        for part in self.parts:
            converted = _converted(part, convert)
            bound = Assembly(case, self.letters, widths, converted).put_together(part, step)
            tally.add(bound)
            yield Made(f"{start}-{part.name}{case.say('', ' ')}{part.title}.pdf", bound.content)
        every = (piece for part in self.parts for piece in part.pieces)
        for serial, content in enumerate(archives(case, every), start=1):
            more = f"-{serial}" if serial > 1 else ""
            yield Made(f"{start}-{case.say('原件', 'originals')}{more}.zip", content)


def bind(case: Case, letters: Letters, *, internal: bool = False) -> Binder:
    """Lay out the binder of a case; what is `internal` stands in one for use inside only."""
    return Binder(case, letters, tuple(_parts(case, internal=internal)), internal)


def _parts(case: Case, *, internal: bool) -> Iterator[Part]:
    for volume in volumes(case.score.table):
        found = list(_parted(pieces(case, volume, internal=internal)))
        name, title = volume.name.to(case.lang), volume.title.to(case.lang)
        for serial, part in enumerate(found, start=1):
            several = case.say(f"（{serial}）", f" ({serial})") if len(found) > 1 else ""
            yield Part(f"{name}{several}", title, tuple(part), internal)


def _parted(found: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Part what is too large, never within a record."""
    part: list[Piece] = []
    size = 0
    for piece in found:
        taken = piece.original.size if piece.original else 0
        full = size + min(taken, MOST_BYTES) > MOST_BYTES or len(part) >= _MOST_PIECES
        if part and full and piece.line:
            yield part
            part, size = [], 0
        part.append(piece)
        size += taken if taken <= MOST_BYTES else 0
    if part:
        yield part


def _converted(part: Part, convert: Converter) -> dict[str, bytes]:
    """Convert the Office files of a part, all in one run of the program that does it."""
    found: dict[str, Original] = {}
    for piece in part.pieces:
        if piece.original and piece.original.ending in OFFICE:
            found.setdefault(piece.original.file.sha256, piece.original)
    given: list[tuple[str, str, bytes]] = []
    for digest, original in found.items():
        try:
            given.append((digest, original.ending, original.read()))
        except UnusableFileError:
            continue  # the sheet that stands for it says why
    if not given:
        return {}
    made = convert([(ending, content) for _, ending, content in given])
    return {digest: pdf for (digest, *_), pdf in zip(given, made, strict=True) if pdf}
