"""佐证材料清单: the evidence with its numbers, as it may be shown."""

from collections.abc import Iterator

from pilotkit.model.evidence.record import Evidence
from pilotkit.report.case import Case
from pilotkit.report.document import Block, Column, Note, Paragraph, Row, Table, row

_KEPT = "不入库"


def title_of(case: Case, record: Evidence) -> str:
    """Return the title of a record as a public report may show it."""
    if record.is_internal:
        return case.say("（内部资料，题名不公开）", "(internal, title withheld)")
    return record.title


def is_open(record: Evidence) -> bool:
    """Say whether what a record contains may be shown."""
    return not record.is_internal


def evidence_blocks(case: Case, *, captioned: bool = True) -> Iterator[Block]:
    """List what counts, in the order of the binder; say so where nothing does."""
    numbered = case.numbers.in_order()
    if not numbered:
        yield Paragraph(
            case.say(
                "截至目前没有计入得分的佐证材料。各条需要什么材料，见得分说明。",
                "No evidence counts yet. What each criterion needs stands in its explanation.",
            )
        )
        return
    caption = case.say("佐证材料清单", "Evidence") if captioned else ""
    yield Table(caption, _columns(case), tuple(_row(case, *one) for one in numbered))
    yield Note(
        case.say(
            "编号按三级指标内的日期先后排列；一份材料只有一个编号，服务多条的在得分说明中引用同一编号。",
            "Numbers follow the dates within an indicator; a record has one number, and other"
            " criteria refer to it.",
        )
    )


def _columns(case: Case) -> tuple[Column, ...]:
    say = case.say
    return (
        Column(say("编号", "Number"), "code", 14),
        Column(say("题名", "Title"), width=36),
        Column(say("种类", "Kind"), "code", 9),
        Column(say("日期", "Date"), "day", 10),
        Column(say("责任者", "Unit"), width=14),
        Column(say("形式", "Form"), width=14),
    )


def _row(case: Case, number: str, record: Evidence) -> Row:
    return row(
        number,
        title_of(case, record),
        record.kind,
        record.date,
        case.unit_name(record.unit),
        _form(case, record),
    )


def _form(case: Case, record: Evidence) -> str:
    if record.confidentiality == _KEPT or (record.archive and not record.files):
        archive = record.archive
        place = f"（{archive.place}）" if archive and is_open(record) else ""
        return case.say(f"原件在档{place}", f"original archived{place}")
    return record.copy_
