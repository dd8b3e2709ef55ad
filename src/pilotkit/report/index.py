"""The page to begin with: every report of a folder, what it is for, and where its files are."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Cell, Column, Heading, Note, Paragraph, Row, Table, row
from pilotkit.report.format import Format
from pilotkit.report.formats import FORMATS, html
from pilotkit.report.report import Report
from pilotkit.report.runner import Made

_NAME = "index.html"
_TITLE = Sentence("报告目录", "Index of reports")
# Markdown stands last: it is for git and for pasting, seldom for who opens this page.
_FORMATS = sorted(FORMATS.values(), key=lambda one: one.name == "md")


class Written(NamedTuple):
    """A report: the names of its files, or why there is none."""

    report: Report
    files: tuple[str, ...] = ()
    reason: Sentence | None = None


def index_of(case: Case, written: Sequence[Written], also: Sequence[Sentence] = ()) -> Made:
    """Make the page; `also` is what else is to be said of the folder."""
    page = document(case, "index", _TITLE, _blocks(case, written, also))
    return Made(_NAME, html.render(page))


def _blocks(case: Case, written: Sequence[Written], also: Sequence[Sentence]) -> Iterator[Block]:
    there = [one for one in written if one.files]
    missing = [one for one in written if not one.files]
    files = sum(len(one.files) for one in there)
    yield Paragraph(
        case.say(
            f"共{len(there)}份报告，{files}个文件，都在本页所在的文件夹里，点格式名打开；"
            "对外报送用 Word 或 PDF，继续填算用 Excel。",
            f"{len(there)} reports, {files} files, all in the folder of this page: click a format.",
        )
    )
    if there:
        yield Heading(1, case.say("写出的报告", "What was written"), counted=False)
        yield _table(case, there)
    if missing:
        yield Heading(1, case.say("没有写出的", "What was not, and why"), counted=False)
        yield _missing(case, missing)
    for one in also:
        yield Note(one.to(case.lang))


def _table(case: Case, there: Sequence[Written]) -> Table:
    endings = {PurePosixPath(name).suffix for one in there for name in one.files}
    shown = [form for form in _FORMATS if form.ending in endings]
    columns = (
        Column(case.say("报告", "Report"), width=24),
        Column(case.say("谁看、看什么", "What it is for"), width=44),
        *(Column(form.title.to(case.lang), "code", 8) for form in shown),
    )
    return Table("", columns, tuple(_row(case, one, shown) for one in there))


def _row(case: Case, one: Written, shown: Sequence[Format]) -> Row:
    by_ending = {PurePosixPath(name).suffix: name for name in one.files}
    links = (_link(form.title.to(case.lang), by_ending.get(form.ending)) for form in shown)
    first = next(by_ending[form.ending] for form in shown if form.ending in by_ending)
    title = Cell(one.report.title.to(case.lang), link=first)
    return row(title, one.report.purpose.to(case.lang), *links)


def _link(words: str, name: str | None) -> Cell | None:
    return Cell(words, link=name) if name else None


def _missing(case: Case, missing: Sequence[Written]) -> Table:
    columns = (
        Column(case.say("报告", "Report"), width=24),
        Column(case.say("原因", "Reason"), width=60),
    )
    rows = (
        row(one.report.title.to(case.lang), one.reason.to(case.lang) if one.reason else None)
        for one in missing
    )
    return Table("", columns, tuple(rows))
