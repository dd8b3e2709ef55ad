"""卷内目录, 清单 and 备考表: the lists of a volume, made when its pages are counted."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.pieces import Piece
from pilotkit.report.binder.sheets import sheet
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING, Column, Paragraph
from pilotkit.report.typesetting.plain import Plain
from pilotkit.report.typesetting.ruled import plain_list
from pilotkit.report.typesetting.widths import Widths


class Unbound(NamedTuple):
    """A file that stands as a sheet only, and why."""

    piece: Piece
    why: Sentence


def contents(case: Case, placed: Sequence[tuple[Piece, int]], widths: Widths) -> Plain:
    """List what stands in a volume, each with the page it begins on."""
    say = case.say
    columns = (
        Column(say("序号", "No."), "number", 8),
        Column(say("文号/编号", "Number"), "code", 31),
        Column(say("题名", "Title"), width=27),
        Column(say("责任者", "Unit"), width=15),
        Column(say("日期", "Date"), "day", 15),
        Column(say("页次", "Page"), "number", 8),
        Column(say("备注", "Remarks"), width=14),
    )
    listed = [(piece.line, page) for piece, page in placed if piece.line]
    rows = [
        (
            f"{serial}",
            line.number or NOTHING,
            line.title,
            line.unit or NOTHING,
            line.day.isoformat() if line.day else NOTHING,
            f"{page}",
            line.remark or NOTHING,
        )
        for serial, (line, page) in enumerate(listed, start=1)
    ]
    return plain_list(say("卷内目录", "Contents"), columns, rows, widths)


def manifest(case: Case, pieces: Sequence[Piece], widths: Widths) -> Plain | None:
    """List the files of a volume with their hashes; none where it has none."""
    say = case.say
    columns = (
        Column(say("序号", "No."), "number", 7),
        Column(say("编号", "Number"), "code", 17),
        Column(say("文件", "File"), width=23),
        Column(say("字节", "Bytes"), "number", 9),
        Column("SHA-256", width=46),
    )
    files = [(piece.label, piece.original) for piece in pieces if piece.original]
    if not files:
        return None
    rows = [
        (f"{serial}", label, one.file.path, f"{one.size}", one.file.sha256)
        for serial, (label, one) in enumerate(files, start=1)
    ]
    note = say(
        "随卷的原件包里每个文件的 SHA-256 应与本表相同。",
        "Each file in the archive beside the volumes has the SHA-256 of this list.",
    )
    return plain_list(say("文件清单", "Files"), columns, rows, widths, note)


def closing(case: Case, pieces: Sequence[Piece], pages: int, unbound: Sequence[Unbound]) -> Plain:
    """Say what a volume holds and what is missing, to be signed by hand (备考表)."""
    say = case.say
    count = sum(1 for one in pieces if one.label and one.line)
    missing = [one.line.number for one in pieces if one.missing and one.line]
    said = [
        say(
            f"本卷收材料{count}件，共{pages}页（封面、目录和本表不计）。",
            f"This volume holds {count} records on {pages} pages, without cover, contents and this"
            " sheet.",
        ),
    ]
    if missing:
        listed = case.joined(missing)
        said.append(say(f"暂缺：{listed}。", f"Missing: {listed}."))
    for one in unbound:
        name = f"{one.piece.label} {one.piece.original.name if one.piece.original else ''}"
        said.append(
            say(f"以说明页代替：{name}（{one.why.zh}）。", f"Not bound in: {name} ({one.why.en}).")
        )
    blank = [
        say("立卷人：", "Compiled by: "),
        say("检查人：", "Checked by: "),
        say("立卷时间：", "Date: "),
    ]
    lines = [*map(Paragraph, said), *map(Paragraph, blank)]
    return sheet(say("备考表", "Remarks on this volume"), lines)
