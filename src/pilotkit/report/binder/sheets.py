"""The sheets of a volume that are ours, as data for typst."""

from collections.abc import Iterable, Sequence

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore
from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import Original
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Block, Column, Note, Paragraph, Table, row
from pilotkit.report.numbering import spans
from pilotkit.report.typesetting.plain import Plain, plain_block, plain_text


def cover(case: Case, name: str, title: str, *, internal: bool) -> Plain:
    """The front of a volume; one that holds what is internal says so."""
    invented = case.pilot.invented if case.pilot else None
    mark = case.say("内部资料　不得外传", "Internal, not to be passed on")
    return {
        "kind": "cover",
        "mark": mark if internal else "",
        "notices": [plain_text(invented)] if invented else [],
        "pilot": plain_text(case.pilot_name),
        "title": case.say("资料汇编", "Binder"),
        "volume": [plain_text(name), plain_text(title)],
        "lines": [plain_text(case.undertaking), plain_text(case.on(case.day))],
    }


def sheet(title: str, blocks: Iterable[Block], *, landscape: bool = False) -> Plain:
    """Make a sheet with a head."""
    written = [plain_block(one, landscape=landscape) for one in blocks]
    return {
        "kind": "sheet",
        "title": plain_text(title),
        "landscape": landscape,
        "blocks": written,
    }


def written(title: str, lines: Iterable[str]) -> Plain:
    """Make pages of a plain text."""
    return {
        "kind": "written",
        "title": plain_text(title),
        "lines": [plain_text(one) for one in lines],
    }


def divider(
    case: Case, path: str, title: str, lines: Sequence[CriterionScore], *, internal: bool = False
) -> Plain:
    """The sheet before the evidence of an indicator: its criteria, and what each rests on.

    It says where something internal stands behind it.
    """
    say = case.say
    columns = (
        Column(say("条目", "Criterion"), "code", 10),
        Column(say("评分标准", "Words"), width=46),
        Column(say("分值", "Max"), "number", 8),
        Column(say("得分", "Points"), "number", 8),
        Column(say("材料编号", "Evidence"), width=28),
    )
    rows = tuple(
        row(
            one.id,
            marked(one.criterion.text, one.criterion.prov),
            one.criterion.points,
            one.supported,
            say("；", "; ").join(spans(case.numbers.of_criterion(one.id))),
        )
        for one in lines
    )
    blocks = [plain_block(Table("", columns, rows))] if rows else []
    return {
        "kind": "divider",
        "mark": say("内含内部资料", "Internal records inside") if internal else "",
        "number": plain_text(path),
        "title": plain_text(title),
        "blocks": blocks,
    }


def missing(case: Case, title: str, one: CriterionScore) -> Plain:
    """The sheet that stands where a criterion has nothing to show."""
    words = marked(one.criterion.text, one.criterion.prov)
    points, supported = points_text(one.criterion.points), points_text(one.supported)
    said = case.say(f"满分{points}分，现得{supported}分。", f"{supported} of {points} points.")
    reasons = [Paragraph(reason.to(case.lang)) for reason in one.reasons]
    return sheet(title, [Paragraph(words), Paragraph(said), *reasons])


def withheld(case: Case, number: str, record: Evidence) -> Plain:
    """The sheet that stands for what is internal and shown on the spot only."""
    said = case.say(
        "本件为内部资料，不收入汇编，验收时由责任者当场出示。",
        "Internal: not bound in; the unit shows it on the spot.",
    )
    facts = _facts(case, number, record, case.say("（内部资料）", "(internal)"))
    return sheet(case.say("内部资料", "Internal"), [_table(case, facts), Paragraph(said)])


def internal(case: Case, number: str, record: Evidence) -> Plain:
    """The sheet before what is internal, in a binder that holds it."""
    said = case.say(
        "本件为内部资料，附后，只供单位内部使用，不得外传。",
        "Internal: it follows, for use inside only, and is not to be passed on.",
    )
    facts = _facts(case, number, record, record.title)
    return sheet(case.say("内部资料", "Internal"), [_table(case, facts), Paragraph(said)])


def archived(case: Case, number: str, record: Evidence) -> Plain:
    """The sheet that says where an original lies."""
    archive, say = record.archive, case.say
    places = [
        (say("存放处", "Place"), archive.place if archive else say("没有写明", "not said")),
        (say("盒号", "Box"), archive.box if archive else None),
        (say("件号", "Number"), archive.number if archive else None),
        (say("扫描件 SHA-256", "SHA-256 of the scan"), archive.sha256 if archive else None),
    ]
    facts = _facts(case, number, record, record.title)
    written = [(name, value) for name, value in places if value]
    return sheet(say("原件在档", "Original archived"), [_table(case, [*facts, *written])])


def stand_in(case: Case, title: str, original: Original, why: Sentence) -> Plain:
    """The sheet that stands for a file which is not bound in, and says why."""
    facts = _table(
        case,
        [
            (case.say("文件", "File"), original.file.path),
            (case.say("大小（字节）", "Size in bytes"), f"{original.size}"),
            (case.say("登记的 SHA-256", "Recorded SHA-256"), original.file.sha256),
        ],
    )
    reason = Paragraph(f"{why.to(case.lang)}{case.say('。', '.')}")
    where = case.say("原件见随卷的原件包。", "The original is in the archive beside the volumes.")
    return sheet(title, [facts, reason, Note(where)])


def _facts(case: Case, number: str, record: Evidence, title: str) -> list[tuple[str, str]]:
    say = case.say
    return [
        (say("编号", "Number"), number),
        (say("题名", "Title"), title),
        (say("种类", "Kind"), record.kind),
        (say("责任者", "Unit"), case.unit_name(record.unit)),
        (say("日期", "Date"), case.on(record.date)),
    ]


def _table(case: Case, facts: Sequence[tuple[str, str]]) -> Table:
    columns = (
        Column(case.say("项目", "Field"), "code", 25),
        Column(case.say("内容", "Value"), width=75),
    )
    return Table("", columns, tuple(row(name, value) for name, value in facts))
