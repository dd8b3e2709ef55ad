"""Where two files of one report differ, each difference a sentence: 表2第5行第3列：90.1 % → 91.0 %.

Places are counted in the first of the two, the one that somebody has worked on.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pilotkit.model.column_letters import letters_of
from pilotkit.model.sentence import Sentence
from pilotkit.report.comparison.alignment import aligned
from pilotkit.report.comparison.excerpts import excerpts
from pilotkit.report.comparison.parts import Drawing, Grid, Line, Part
from pilotkit.report.escape import one_line


def differences(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Sentence]:
    """Yield where the words, the fields and the pictures of two files differ."""
    yield from _of_lines(
        [one.text for one in old if isinstance(one, Line)],
        [one.text for one in new if isinstance(one, Line)],
    )
    yield from _of_grids(
        [one for one in old if isinstance(one, Grid)],
        [one for one in new if isinstance(one, Grid)],
    )
    yield from _of_drawings(
        [one for one in old if isinstance(one, Drawing)],
        [one for one in new if isinstance(one, Drawing)],
    )


def _of_lines(old: list[str], new: list[str]) -> Iterator[Sentence]:
    for at, to in aligned(old, new):
        was, now = excerpts("" if at is None else old[at], "" if to is None else new[to])
        if at is None:
            place = (to or 0) + 1
            yield Sentence(
                f"后者第{place}段是多出来的：{now}",
                f"paragraph {place} of the second is not in the first: {now}",
            )
        elif to is None:
            yield Sentence(
                f"第{at + 1}段只在前者：{was}", f"paragraph {at + 1} is only in the first: {was}"
            )
        elif old[at] != new[to]:
            yield Sentence(f"第{at + 1}段：{was} → {now}", f"paragraph {at + 1}: {was} → {now}")


def _of_drawings(old: list[Drawing], new: list[Drawing]) -> Iterator[Sentence]:
    for at, to in aligned(old, new):
        if at is None:
            yield Sentence(
                f"图{(to or 0) + 1}只在后者", f"picture {(to or 0) + 1} only in the second"
            )
        elif to is None:
            yield Sentence(f"图{at + 1}只在前者", f"picture {at + 1} only in the first")
        elif old[at] != new[to]:
            yield Sentence(f"图{at + 1}不同", f"picture {at + 1} differs")


def _of_grids(old: list[Grid], new: list[Grid]) -> Iterator[Sentence]:
    for at, to in aligned([_key(one) for one in old], [_key(one) for one in new]):
        if at is None:
            lone = _named(new[to or 0], to or 0)
            yield Sentence(f"{lone.zh}只在后者", f"{lone.en} only in the second")
        elif to is None:
            lone = _named(old[at], at)
            yield Sentence(f"{lone.zh}只在前者", f"{lone.en} only in the first")
        else:
            yield from _of_rows(_named(old[at], at), old[at], new[to])


def _key(grid: Grid) -> tuple[str, ...]:
    """Return what tells a table from others: the name of its sheet, else its heads."""
    return (grid.name,) if grid.name else grid.rows[0] if grid.rows else ()


def _named(grid: Grid, index: int) -> Sentence:
    if grid.name:
        name = one_line(grid.name)
        return Sentence(f"工作表“{name}”", f"sheet {name!r} ")
    return Sentence(f"表{index + 1}", f"table {index + 1} ")


def _of_rows(where: Sentence, old: Grid, new: Grid) -> Iterator[Sentence]:
    for at, to in aligned(old.rows, new.rows):
        if at is None:
            row = (to or 0) + 1
            _, now = excerpts("", " | ".join(new.rows[row - 1]))
            yield Sentence(
                f"{where.zh}：后者第{row}行是多出来的：{now}",
                f"{where.en}row {row} of the second is not in the first: {now}",
            )
        elif to is None:
            was, _ = excerpts(" | ".join(old.rows[at]), "")
            yield Sentence(
                f"{where.zh}第{at + 1}行只在前者：{was}",
                f"{where.en}row {at + 1} is only in the first: {was}",
            )
        elif old.rows[at] != new.rows[to]:
            fields = zip_longest(old.rows[at], new.rows[to], fillvalue="")
            for column, (one, other) in enumerate(fields, start=1):
                if one != other:
                    said = " → ".join(text or "（空）" for text in excerpts(one, other))
                    place = _field(at + 1, column, sheet=bool(old.name))
                    yield Sentence(f"{where.zh}{place.zh}：{said}", f"{where.en}{place.en}: {said}")


def _field(row: int, column: int, *, sheet: bool) -> Sentence:
    """Say where a field is: as a sheet has it, C5, else by row and column."""
    if not sheet:
        return Sentence(f"第{row}行第{column}列", f"row {row} column {column}")
    name = f"{letters_of(column - 1)}{row}"
    return Sentence(name, name)
