"""What stands in a volume, piece by piece: dividers, evidence, and sheets for what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore
from pilotkit.model.standard import Standard
from pilotkit.report.binder import sheets
from pilotkit.report.binder.content import Original
from pilotkit.report.binder.volumes import Leaf, Volume
from pilotkit.report.case import Case, marked, numbered_title
from pilotkit.report.copies.copy import copy_of
from pilotkit.report.document import Paragraph
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.laws import laws_table
from pilotkit.report.typesetting.plain import Plain
from pilotkit.report.typesetting.standards import plain_standard

_KEPT = "不入库"


@dataclass(frozen=True)
class Line:
    """A line of the contents of a volume."""

    number: str
    title: str
    unit: str = ""
    day: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class Piece:
    """A sheet of ours or a file of a record; `line` stands with the first piece of each record.

    `depth` is that of its bookmark `title`; `label` is stamped on its pages.
    """

    depth: int
    title: str
    label: str = ""
    sheet: Plain | None = None
    original: Original | None = None
    line: Line | None = None
    missing: bool = False


def pieces(case: Case, volume: Volume, *, internal: bool) -> Iterator[Piece]:
    """Yield what stands in a volume, in its order; what is `internal` only where that is asked."""
    for leaf in volume.leaves:
        yield from _of_leaf(case, leaf, internal=internal)
    if volume.extra == "standards":
        yield from _standards(case)
    if volume.extra == "laws":
        title = volume.title.to(case.lang)
        sheet = sheets.sheet(title, [laws_table(case)], landscape=True)
        yield Piece(0, title, sheet=sheet, line=Line("", title))


def _of_leaf(case: Case, leaf: Leaf, *, internal: bool) -> Iterator[Piece]:
    points = points_text(leaf.indicator.points)
    name = marked(leaf.indicator.name, leaf.indicator.prov)
    title = case.say(f"{name}（{points}分）", f"{name} ({points})")
    lines = [one for one in case.score.criteria if one.indicator.id == leaf.indicator.id]
    here = [
        (number, record)
        for number, record in case.numbers.in_order()
        if number.rpartition("-")[0] == leaf.path
    ]
    holds = internal and any(not is_open(record) for _, record in here)
    sheet = sheets.divider(case, leaf.path, title, lines, internal=holds)
    yield Piece(0, f"{leaf.path} {title}", sheet=sheet)
    for number, record in here:
        yield from _of_record(case, number, record, internal=internal)
    for one in lines:
        # Of alternatives the one that is taken speaks for all.
        if not case.numbers.of_criterion(one.id) and one.taken is not False:
            yield _missing(case, one)


def _missing(case: Case, one: CriterionScore) -> Piece:
    if not one.lost:
        title = case.say(f"{one.id} 由数据核算得分", f"{one.id} is counted from the data")
    else:
        title = case.say(f"{one.id} 暂缺材料", f"{one.id} has no evidence yet")
    sheet = sheets.missing(case, title, one)
    return Piece(1, title, sheet=sheet, line=Line(one.id, title), missing=bool(one.lost))


def _of_record(case: Case, number: str, record: Evidence, *, internal: bool) -> Iterator[Piece]:
    shows = internal or is_open(record)
    title = record.title if shows else title_of(case, record)
    shown = f"{number} {title}"
    line = Line(
        _numbers(number, record) if shows else number,
        title,
        case.unit_name(record.unit),
        record.date,
        case.say("；", "; ").join(_remarks(case, number, record)),
    )
    if not shows:
        yield Piece(1, shown, number, sheet=sheets.withheld(case, number, record), line=line)
    elif record.confidentiality == _KEPT or not record.files:
        yield Piece(1, shown, number, sheet=sheets.archived(case, number, record), line=line)
    elif not is_open(record):
        yield Piece(1, shown, number, sheet=sheets.internal(case, number, record), line=line)
        for one in _originals(case, record):
            yield Piece(2, f"{number} {one.name}", number, original=one)
    else:
        first, *others = _originals(case, record)
        yield Piece(1, shown, number, original=first, line=line)
        for one in others:
            yield Piece(2, f"{number} {one.name}", number, original=one)


def _originals(case: Case, record: Evidence) -> Iterator[Original]:
    found = case.repository.files.attachments
    for file in record.files:
        yield Original(file, found.get(f"{record.attachments_folder}/{file.path}"))


def _numbers(number: str, record: Evidence) -> str:
    """Return the number in the binder, and that of the document itself below it."""
    own = getattr(record, "number", None) or getattr(record, "report_number", None)
    return f"{number}\n{own}" if own else number


def _remarks(case: Case, number: str, record: Evidence) -> Iterator[str]:
    if not is_open(record):
        yield case.say("内部资料", "internal")
    if record.archive:
        yield case.say("原件在档", "original archived")
    elif record.copy_ != "原件":
        yield record.copy_
    if len(record.files) > 1:
        yield case.say(f"{len(record.files)}个文件", f"{len(record.files)} files")
    here = number.rpartition("-")[0].rpartition("-")[2]
    served = case.numbers.served.get(record.path, ())
    others = [one for one in served if not one.startswith(f"{here}-")]
    if others:
        listed = case.joined(others)
        yield case.say(f"并证{listed}", f"also for {listed}")


def _standards(case: Case) -> Iterator[Piece]:
    """Yield the texts of the pilot's own standards that have been issued, pillar by pillar."""
    day, framework = case.day, case.repository.framework
    for pillar in framework.pillars if framework else ():
        here = [
            one
            for one in case.repository.standards
            if f"/{pillar.id}/" in one.path and one.issued_on(day) and not one.withdrawn_on(day)
        ]
        if here:
            name = case.say(f"{pillar.name}标准", f"Standards: {pillar.name}")
            yield Piece(0, name, sheet=sheets.divider(case, pillar.id, name, []))
        for one in sorted(here, key=lambda one: (one.number or "", one.id)):
            title = numbered_title(one.number, one.title)
            line = Line(one.number or one.id, one.title, case.unit_name(one.unit), one.issued)
            yield Piece(1, title, sheet=_text_of(case, title, one), line=line)


def _text_of(case: Case, title: str, one: Standard) -> Plain:
    if one.text.strip():
        return plain_standard(copy_of(one, case.repository))
    said = case.say("本标准没有文本。", "This standard has no text.")
    return sheets.sheet(title, [Paragraph(said)])
