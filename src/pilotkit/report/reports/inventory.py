"""现有文件目录及转化情况: what was there before, and what becomes of it."""

from collections import Counter
from collections.abc import Iterator

from pilotkit.model.document import CollectedDocument, DocumentClass
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document, numbered_title
from pilotkit.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    merged,
    row,
)
from pilotkit.report.live import Lighting
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.guides import standards_guide, units_guide, words_guide
from pilotkit.report.tables.laws import laws_table

_TITLE = Sentence("现有文件目录及转化情况", "Existing documents and what becomes of them")
_PURPOSE = Sentence(
    "现有制度、标准、表格，每一份留、改、废",
    "the existing documents, and what becomes of each",
)
_DECIDED = ("保留", "废止")


def build(case: Case) -> Document:
    """Build the list of existing documents, then that of laws."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    documents = case.repository.documents
    yield Heading(1, case.say("现有文件", "Existing documents"))
    if documents:
        yield Paragraph(_counts(case))
        yield _documents_table(case)
    else:
        yield Paragraph(
            case.say(
                "现有的管理制度、标准、办事须知、表格、记录还没有收集登记。收集后逐份写明保留、"
                "废止或转化为哪项标准。",
                "No existing document is on record yet. Of each will be said whether it stays, goes"
                " or becomes a standard.",
            )
        )
    yield Heading(1, case.say("法律法规和政策文件", "Laws and policies"))
    if case.repository.laws:
        yield laws_table(case)
    else:
        yield Paragraph(case.say("法律法规和政策文件还没有收集登记。", "None on record yet."))


def _counts(case: Case) -> str:
    documents = case.repository.documents
    states = Counter(_state(case, one) for one in documents)
    counted = (case.say(f"{state}{n}", f"{state} {n}") for state, n in sorted(states.items()))
    listed = case.say("，", ", ").join(counted)
    return case.say(
        f"共登记现有文件{len(documents)}份：{listed}。",
        f"Documents on record: {len(documents)} ({listed}).",
    )


def _state(case: Case, one: CollectedDocument) -> str:
    if one.becomes is None:
        return _undecided(case)
    return one.becomes if one.becomes in _DECIDED else case.say("转化为标准", "standard")


def _documents_table(case: Case) -> Table:
    say = case.say
    guides = (standards_guide(case, *_DECIDED), Lighting(bad=("废止",), open=(_undecided(case),)))
    columns = (
        Column(say("单位", "Unit"), width=14, guides=(units_guide(case),)),
        Column(say("类别", "Class"), "code", 9, guides=(words_guide(DocumentClass),)),
        Column(say("文件名称", "Title"), width=28),
        Column(say("文号", "Number"), width=12),
        Column(say("日期", "Date"), "day", 9),
        Column(say("处理", "Becomes"), width=24, guides=guides),
        Column(say("理由", "Why"), width=18),
    )
    ordered = sorted(
        case.repository.documents, key=lambda one: (case.unit_name(one.unit), one.class_, one.id)
    )
    rows = merged([_document(case, one) for one in ordered], 2)
    return Table(say("现有文件目录", "Existing documents"), columns, rows, ledger=True)


def _undecided(case: Case) -> str:
    return case.say("待定", "open")


def _document(case: Case, one: CollectedDocument) -> Row:
    standard = case.repository.standards_by_id.get(one.becomes or "")
    becomes = Cell(one.becomes or _undecided(case), tone="plain" if one.becomes else "open")
    if standard:
        becomes = Cell(numbered_title(standard.number, standard.title), tone="good")
    unit = case.unit_name(one.unit)
    return row(unit, one.class_, one.title, one.number, one.date, becomes, one.reason)


REPORT = Report("inventory", _TITLE, _PURPOSE, build, WITH_SHEETS)
