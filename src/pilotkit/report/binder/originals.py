"""The originals of a binder in an archive: unique, safe names, and a list with their hashes."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pilotkit.model.csv_cell import guarded
from pilotkit.model.paths import is_unholdable
from pilotkit.report.binder.content import Original, UnusableFileError
from pilotkit.report.binder.pieces import Piece
from pilotkit.report.case import Case
from pilotkit.report.escape import one_line

# An archive is made in memory: a larger one is parted.
MOST_BYTES = 96 << 20
_LONGEST_NAME = 120
_UNIX = 3


class Entry(NamedTuple):
    """A file in the archive: its name there, and what it is."""

    name: str
    label: str
    original: Original


def entries(pieces: Iterable[Piece]) -> list[Entry]:
    """Name the files of all pieces: the number, its place in the record, the name it has."""
    found: list[Entry] = []
    counts: dict[str, int] = {}
    for piece in pieces:
        if piece.original:
            counts[piece.label] = serial = counts.get(piece.label, 0) + 1
            name = f"{piece.label}/{serial:02}_{_safe(piece.original.name)}"
            found.append(Entry(name, piece.label, piece.original))
    return found


def archives(case: Case, pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Yield the archives, each with its own list; those of more bytes than fit into one follow."""
    batch: list[Entry] = []
    size = 0
    for one in entries(pieces):
        taken = min(one.original.size, MOST_BYTES)
        if batch and size + taken > MOST_BYTES:
            yield _archive(case, batch)
            batch, size = [], 0
        batch.append(one)
        size += taken
    if batch:
        yield _archive(case, batch)


def _archive(case: Case, batch: Iterable[Entry]) -> bytes:
    """Store the files as they are: packed, their bytes would differ by machine."""
    packed = BytesIO()
    lines: list[tuple[str, ...]] = []
    with ZipFile(packed, "w", ZIP_STORED) as target:
        for one in batch:
            said = case.say("已收入", "included")
            try:
                _store(case, target, one.name, one.original.read(MOST_BYTES))
            except UnusableFileError as error:
                said = error.sentence.to(case.lang)
            original = one.original
            lines.append(
                (
                    one.label,
                    one.name,
                    original.file.path,
                    f"{original.size}",
                    original.file.sha256,
                    said,
                )
            )
        _store(case, target, case.say("清单.csv", "files.csv"), _list(case, lines))
    return packed.getvalue()


def _store(case: Case, target: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, (case.day.year, case.day.month, case.day.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = 0o644 << 16
    target.writestr(entry, content)


def _list(case: Case, lines: Iterable[tuple[str, ...]]) -> bytes:
    say = case.say
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(
        (
            say("编号", "number"),
            say("包内名称", "name here"),
            say("登记名称", "recorded name"),
            say("字节", "bytes"),
            "SHA-256",
            say("状态", "state"),
        )
    )
    table.writerows(tuple(guarded(one_line(field)) for field in line) for line in lines)
    return written.getvalue().encode("utf-8-sig")


def _safe(name: str) -> str:
    """Keep letters, Chinese ones too, digits and a few marks; every other character is a line."""
    kept = "".join(one if one.isalnum() or one in "-_.〔〕（）()" else "_" for one in name)
    stem, dot, ending = kept.rpartition(".")
    if dot and len(ending) <= 10:  # noqa: PLR2004 - a longer one is no ending
        kept = f"{stem[: _LONGEST_NAME - len(ending)]}.{ending}"
    kept = kept[-_LONGEST_NAME:].strip(". ")
    return f"_{kept}" if not kept or is_unholdable(kept) else kept
