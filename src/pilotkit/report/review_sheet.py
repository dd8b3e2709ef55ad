"""The reviewers' sheet: a document to look at and sign, a table to fill in and read back."""

import csv
from collections.abc import Iterator
from io import StringIO

from pilotkit.model.csv_cell import guarded
from pilotkit.model.review_sheet import (
    DAY,
    PERSON,
    QUESTION,
    SEED,
    STANDARD,
    UNIT,
    ReviewSheet,
)
from pilotkit.model.reviews import text_hash
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    row,
)

_TITLE = Sentence("标准体系和标准文本专家评审表", "Expert review sheet")
_BLANK = Cell("")


def build(case: Case, sheet: ReviewSheet) -> Document:
    """Build the sheet as a document."""
    return document(case, "review-sheet", _TITLE, _blocks(case, sheet), landscape=True)


def _blocks(case: Case, sheet: ReviewSheet) -> Iterator[Block]:
    yield Heading(1, case.say("看什么", "What to look at"))
    yield Bullets(
        (
            case.say(
                "标准体系框架：data/framework.yaml；发展规划和任务书：见资料汇编。",
                "The framework: data/framework.yaml; plan and targets: see the binder.",
            ),
            case.say(
                f"抽到的标准 {len(sheet.sample)} 项：逐项读原文；文本须与下表的校验值相同。",
                f"The {len(sheet.sample)} standards drawn: read each text; its hash stands below.",
            ),
            case.say(
                "每个问题给 0 到 100 分，没有把握的留空；每位专家各填一列并签名。",
                "Rate each question from 0 to 100, leave blank what you cannot say; sign below.",
            ),
        )
    )
    yield Heading(1, case.say("抽样", "The sample"))
    yield Paragraph(
        case.say(
            f"种子 {sheet.seed}：在 {sheet.day} 已发布的自编标准中（不含专家所在单位的），"
            "按 SHA-256（种子:编号）从小到大取前若干项；任何人可以重抽核对。",
            f"Seed {sheet.seed}: of the own standards issued on {sheet.day}, without those of the"
            " reviewers' units, the first by SHA-256 (seed:id); anybody can draw them again.",
        )
    )
    yield _sample(case, sheet)
    yield Heading(1, case.say("问题和打分", "Questions and ratings"))
    yield _questions(case, sheet)
    yield Heading(1, case.say("签字", "Signatures"))
    yield _signatures(case, sheet)


def _sample(case: Case, sheet: ReviewSheet) -> Table:
    columns = (
        Column(case.say("编号", "Id"), "code", 12),
        Column(case.say("标准编号", "Number"), "code", 14),
        Column(case.say("名称", "Title"), width=24),
        Column(case.say("单位", "Unit"), width=12),
        Column(case.say("文件", "File"), "code", 18),
        Column("SHA-256", "code", 24),
    )
    rows = (
        row(one.id, one.number, one.title, case.unit_name(one.unit), one.path, text_hash(one))
        for one in sheet.sample
    )
    return Table(case.say("抽到的标准", "Standards drawn"), columns, tuple(rows))


def _questions(case: Case, sheet: ReviewSheet) -> Table:
    columns = (
        Column(case.say("问题", "Question"), "code", 8),
        Column(case.say("评分标准", "Criterion"), width=24),
        Column(case.say("问什么", "Asked"), width=34),
        *(Column(one, width=8) for one in _seats(case, sheet)),
    )
    blanks = (_BLANK,) * len(sheet.seats)
    rows = (
        Row((*row(question.id, question.words or one.text, question.text).cells, *blanks))
        for one, question in sheet.questions
    )
    return Table(case.say("评分（0–100）", "Ratings (0–100)"), columns, tuple(rows))


def _signatures(case: Case, sheet: ReviewSheet) -> Table:
    columns = (
        Column(case.say("姓名", "Name")),
        Column(case.say("单位", "Unit")),
        Column(case.say("签名", "Signature"), width=20),
        Column(case.say("日期", "Date")),
    )
    rows = (
        Row((Cell(one.person if one else ""), Cell((one and one.unit) or ""), _BLANK, _BLANK))
        for one in sheet.seats
    )
    return Table("", columns, tuple(rows))


def _seats(case: Case, sheet: ReviewSheet) -> Iterator[str]:
    for place, one in enumerate(sheet.seats, 1):
        yield one.person if one else case.say(f"专家{place}", f"Reviewer {place}")


def table(sheet: ReviewSheet) -> bytes:
    """Write the table that is filled in: CSV in UTF-8 with a mark, as Excel and WPS open it."""
    written = StringIO()
    lines = csv.writer(written)
    lines.writerows([guarded(field) for field in line] for line in _lines(sheet))
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _lines(sheet: ReviewSheet) -> Iterator[list[str]]:
    seats = sheet.seats
    blanks = [""] * len(seats)
    yield [SEED, sheet.seed, "", "", *blanks]
    yield [DAY, sheet.day.isoformat(), "", "", *blanks]
    yield [PERSON, "", "", "", *(one.person if one else "" for one in seats)]
    yield [UNIT, "", "", "", *((one and one.unit) or "" for one in seats)]
    for standard in sheet.sample:
        yield [STANDARD, standard.id, standard.title, text_hash(standard), *blanks]
    for criterion, question in sheet.questions:
        yield [QUESTION, question.id, criterion.id, question.text, *blanks]
