"""Measures in rows: what each says, as a fraction, and why it is not more."""

from collections.abc import Iterator, Sequence

from pilotkit.measure.measures import TITLES
from pilotkit.model.measurement import Measurement, Subject
from pilotkit.report.case import Case, numbered_title
from pilotkit.report.document import NOTHING, Block, Cell, Column, Paragraph, Row, Table, row
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.evidence import title_of

_MOST = 3


def measures_blocks(case: Case, caption: str, names: Sequence[str]) -> Iterator[Block]:
    """Show these measures, a row each; in a sentence where there is nothing to count at all."""
    if all(case.measured(name).lower_rate is None for name in names):
        titles = case.joined(TITLES[name].to(case.lang) for name in names)
        yield Paragraph(
            case.say(f"{titles}：还没有可计的对象，不适用。", f"{titles}: nothing to count yet.")
        )
    else:
        yield _table(case, caption, names)


def _table(case: Case, caption: str, names: Sequence[str]) -> Table:
    columns = (
        Column(case.say("指标", "Measure"), width=22),
        Column(case.say("分子/分母", "Fraction"), width=28),
        Column(case.say("未计入的主要原因", "Why the rest does not count"), width=50),
    )
    return Table(caption, columns, tuple(_row(case, name) for name in names))


def _row(case: Case, name: str) -> Row:
    measured = case.measured(name)
    method = case.say(f"（{measured.method}）", f" ({measured.method})") if measured.method else ""
    title = f"{TITLES[name].to(case.lang)}{method}"
    shown = figure(measured).to(case.lang)
    counts = Cell(shown, tone="quiet" if measured.rate is None else "plain")
    return row(title, counts, why_not(case, measured))


def why_not(case: Case, measured: Measurement) -> str:
    """Say for the first few subjects why they do not count, then how many more there are."""
    if measured.rate is None:
        if measured.pending:
            return case.say("事项都还没有确认", "no item is confirmed yet")
        return case.say("还没有可计的对象", "nothing to count yet")
    lacking = measured.lacking
    said = [
        case.say(
            f"{label_of(case, one)}：{one.reason.zh}", f"{label_of(case, one)}: {one.reason.en}"
        )
        for one in lacking[:_MOST]
        if one.reason
    ]
    rest = len(lacking) - _MOST
    if rest > 0:
        said.append(case.say(f"另有{rest}项", f"{rest} more"))
    return case.say("；", "; ").join(said) or NOTHING


def named(case: Case, id_: str) -> str:
    """Name what an id stands for: a standard by number and title, else as people call it."""
    standard = case.repository.standards_by_id.get(id_)
    if standard:
        return numbered_title(standard.number, standard.title)
    item = case.repository.items_by_id.get(id_)
    subsystem = case.repository.subsystem(id_)
    return item.name if item else subsystem[1].name if subsystem else case.who(id_)


def label_of(case: Case, subject: Subject) -> str:
    """Name a subject as people do: a unit, an item or a post by its name, a standard by number."""
    repository, id_ = case.repository, subject.id
    if standard := repository.standards_by_id.get(id_):
        return standard.number or standard.title
    named = repository.items_by_id.get(id_) or repository.posts_by_id.get(id_)
    if named:
        return named.name
    if record := repository.evidence_by_id.get(id_):
        return title_of(case, record)
    people = (person for staff in repository.staff for person in staff.people)
    person = next((one for one in people if one.person == id_), None)
    if person and subject.marks.unit:
        return f"{case.unit_name(subject.marks.unit)} {person.name or id_}"
    return case.unit_name(id_)
