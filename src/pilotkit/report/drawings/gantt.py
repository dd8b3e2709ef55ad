"""The phases in time: what is done of each, the day, and the tasks that are late on it."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.calendar import HEIGHT, Calendar
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters, largest, wrap
from pilotkit.report.drawings.palette import FAINT, INK, MUTED, NAVY, PALE, RED
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, diamond, line, lines, text

_WIDTH, _BAR = 840, 20
_LABEL, _FIGURES = 210, 92
_LEFT = MARGIN + _LABEL
_TRACK = _WIDTH - 2 * MARGIN - _LABEL - _FIGURES
_ROW, _DAY_ROW = 34, 24
_NAME, _TASK = Letters(13, INK, bold=True), Letters(11, RED)
_FIGURE, _LATENESS = Letters(13, INK, "end"), Letters(11, RED, "end")
_DAY = Letters(12, RED, "middle", bold=True)
_HEAD = Letters(12, MUTED, "end")
_PLANNED, _DONE = Paint(PALE, NAVY), Paint(NAVY)
_DUE, _OVERDUE = Paint(RED), Paint("none", RED, 1, "2 2")
_TODAY = Paint("none", RED, Fraction(3, 2), "6 3")


class LateTask(NamedTuple):
    """A task that should have been done by `due`."""

    label: str
    due: date


class Phase(NamedTuple):
    """A phase from its first to its last day, with how many of its tasks are done."""

    label: str
    start: date
    end: date
    done: int
    tasks: int
    late: Sequence[LateTask] = ()


class Schedule(NamedTuple):
    """The phases in their order, on a day; a pilot has at least one."""

    title: str
    phases: Sequence[Phase]
    day: date


class _Chart(NamedTuple):
    calendar: Calendar
    day: date
    lang: Lang


def draw(schedule: Schedule, lang: Lang) -> str:
    """Draw a row a phase, under it a row a late task, and the day across all of them."""
    chart = _Chart(_calendar(schedule), schedule.day, lang)
    rows: list[str] = []
    stripes: list[str] = []
    top: Length = MARGIN + HEIGHT
    y = top
    for number, phase in enumerate(schedule.phases):
        shapes, height = _phase(phase, chart, y)
        rows += shapes
        if number % 2:
            stripes.append(box(Frame(MARGIN, y, _WIDTH - 2 * MARGIN, height), Paint(FAINT)))
        y += height
    head = [*chart.calendar.grid(y, lang), _figures_head(top, lang)]
    foot = _today(schedule, chart, Frame(0, top, _WIDTH, y - top))
    keys, below = legend(Point(MARGIN, y + _DAY_ROW + 4), _WIDTH - 2 * MARGIN, _keys(lang))
    about = About(schedule.title, _in_words(schedule, lang))
    shapes = [*stripes, *head, *rows, *foot, *keys]
    return picture(_WIDTH, y + _DAY_ROW + below + 12, shapes, about)


def _calendar(schedule: Schedule) -> Calendar:
    starts = [phase.start for phase in schedule.phases]
    ends = [phase.end for phase in schedule.phases]
    return Calendar(min(starts), max(ends), Frame(_LEFT, MARGIN, _TRACK, 0))


def _figures_head(top: Length, lang: Lang) -> str:
    words = Sentence("任务完成", "tasks done").to(lang)
    return text(Point(_WIDTH - MARGIN, top - 12), words, _HEAD)


def _phase(phase: Phase, chart: _Chart, top: Length) -> tuple[list[str], Length]:
    """Return the shapes of a phase and of its late tasks, and their height."""
    name = wrap(phase.label, _NAME, _LABEL - 12, most=3)
    height = largest(_ROW, _NAME.leading * len(name) + 8)
    shapes = lines(Point(MARGIN, top + height / 2), name, _NAME)
    shapes += _bar(phase, chart.calendar, top + height / 2)
    for task in phase.late:
        label = wrap(task.label, _TASK, _LABEL - 26, most=2)
        tall = _TASK.leading * max(1, len(label)) + 5
        middle = top + height + tall / 2
        shapes += lines(Point(MARGIN + 14, middle), label, _TASK)
        shapes += _lateness(task, chart, middle)
        height += tall
    return shapes, height + (6 if phase.late else 0)


def _bar(phase: Phase, calendar: Calendar, middle: Length) -> Iterator[str]:
    left, right = calendar.begin(phase.start), calendar.finish(phase.end)
    planned = Frame(left, middle - _BAR // 2, right - left, _BAR)
    done = Fraction(phase.done, phase.tasks) if phase.tasks else Fraction(0)
    yield box(planned, _PLANNED, 2)
    if done:
        yield box(planned._replace(width=planned.width * done), _DONE, 2)
    yield text(Point(_WIDTH - MARGIN, middle), f"{phase.done}/{phase.tasks}", _FIGURE)


def _lateness(task: LateTask, chart: _Chart, middle: Length) -> Iterator[str]:
    due, now = chart.calendar.finish(task.due), chart.calendar.finish(chart.day)
    days = (chart.day - task.due).days
    words = Sentence(f"逾期 {days} 天", f"days late: {days}").to(chart.lang)
    yield line((Point(due, middle), Point(now, middle)), _OVERDUE)
    yield diamond(Point(due, middle), 5, _DUE)
    yield text(Point(_WIDTH - MARGIN, middle), words, _LATENESS)


def _today(schedule: Schedule, chart: _Chart, rows: Frame) -> Iterator[str]:
    words = _day_in_words(schedule).to(chart.lang)
    half = _DAY.width(words) / 2
    x = chart.calendar.finish(chart.day)
    at = min(max(x, MARGIN + half), _WIDTH - MARGIN - half)
    yield line((Point(x, rows.y), Point(x, rows.bottom + 6)), _TODAY)
    yield text(Point(at, rows.bottom + _DAY_ROW // 2 + 3), words, _DAY)


def _day_in_words(schedule: Schedule) -> Sentence:
    day, calendar = schedule.day, _calendar(schedule)
    if day < calendar.first:
        return Sentence(f"截至 {day}（各阶段开始之前）", f"as of {day} (before all phases)")
    if day > calendar.last:
        return Sentence(f"截至 {day}（各阶段结束之后）", f"as of {day} (after all phases)")
    return Sentence(f"截至 {day}", f"as of {day}")


def _keys(lang: Lang) -> tuple[Key, ...]:
    return (
        Key("box", _DONE, Sentence("已完成任务的份额", "share of tasks done").to(lang)),
        Key("box", _PLANNED, Sentence("计划工期", "planned").to(lang)),
        Key("diamond", _DUE, Sentence("逾期任务的应完成日", "due day of a late task").to(lang)),
        Key("line", _TODAY, Sentence("数据截至日", "the day of the data").to(lang)),
    )


def _in_words(schedule: Schedule, lang: Lang) -> str:
    rows = (_row_in_words(phase).to(lang) for phase in schedule.phases)
    day = _day_in_words(schedule).to(lang)
    return Sentence("；", "; ").to(lang).join([day, *rows])


def _row_in_words(phase: Phase) -> Sentence:
    late = len(phase.late)
    return Sentence(
        f"{phase.label} {phase.start} 至 {phase.end}，完成 {phase.done}/{phase.tasks}，逾期 {late}",
        f"{phase.label}: {phase.start} to {phase.end}, done {phase.done}/{phase.tasks},"
        f" late {late}",
    )
