"""How far a piece of the plan is, on a day (pilotkit/status/1)."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from pilotkit.model.sentence import Sentence

# What is due within so many days is called due soon.
SOON = timedelta(days=30)


class State(StrEnum):
    """How far a task, a phase or an output is.

    MADE_UP and UNTRACED are of phases that had ended before the plan was issued: what nobody had
    planned yet is late for nobody. LAPSED was done once and is not there in full now. UNPROVED
    waits for a rule that this tool does not have yet.
    """

    DONE = "done"
    DONE_LATE = "done_late"
    MADE_UP = "made_up"
    UNTRACED = "untraced"
    LAPSED = "lapsed"
    UNPROVED = "unproved"
    LATE = "late"
    DUE_SOON = "due_soon"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"

    @property
    def said(self) -> Sentence:
        """Its words."""
        return _SAID[self]


_SAID = {
    State.DONE: Sentence("已完成", "done"),
    State.DONE_LATE: Sentence("逾期完成", "done late"),
    State.MADE_UP: Sentence("补做", "made up"),
    State.UNTRACED: Sentence("已完成未留痕", "no trace kept"),
    State.LAPSED: Sentence("曾完成现不全", "lapsed"),
    State.UNPROVED: Sentence("暂不能核", "cannot be proved yet"),
    State.LATE: Sentence("逾期", "late"),
    State.DUE_SOON: Sentence(f"{SOON.days} 天内到期", f"due in {SOON.days} days"),
    State.UNDER_WAY: Sentence("进行中", "under way"),
    State.NOT_STARTED: Sentence("未开始", "not started"),
}
FINISHED = frozenset({State.DONE, State.DONE_LATE})


def is_soon(when: date | None, day: date) -> bool:
    """Say whether something falls on a day or soon after it."""
    return when is not None and day <= when <= day + SOON


class Progress(NamedTuple):
    """What is known of a piece of the plan: whether all or anything of it is there, since when.

    `full_since` is the first day on which all of it was there, also where it no longer is.
    """

    is_full: bool
    is_begun: bool
    full_since: date | None
    awaits_a_rule: bool = False

    @property
    def done_on(self) -> date | None:
        """The day it was done, if it still is."""
        return self.full_since if self.is_full else None


class Span(NamedTuple):
    """From when to when something is to be done; `issued` is the day of the plan itself."""

    begins: date
    due: date
    issued: date | None


def state_of(progress: Progress, span: Span, day: date) -> State:
    """Say how far something is on a day."""
    if span.due < day and span.issued and span.due < span.issued:
        return _before_the_plan(progress, span)
    if progress.is_full:
        since = progress.full_since
        return State.DONE if since and since <= span.due else State.DONE_LATE
    if progress.awaits_a_rule:
        return State.UNPROVED
    if span.due < day:
        return State.LAPSED if progress.full_since else State.LATE
    if is_soon(span.due, day):
        return State.DUE_SOON
    begun = span.begins <= day or progress.is_begun
    return State.UNDER_WAY if begun else State.NOT_STARTED


def _before_the_plan(progress: Progress, span: Span) -> State:
    if progress.is_full and progress.full_since and progress.full_since <= span.due:
        return State.DONE
    return State.MADE_UP if progress.is_begun else State.UNTRACED


def together(parts: list[Progress]) -> Progress:
    """Put progresses together: full when all are, since the last of them was; of none, nothing."""
    open_ = [one for one in parts if not one.is_full]
    since = [one.full_since for one in parts if one.full_since]
    return Progress(
        is_full=bool(parts) and not open_,
        is_begun=any(one.is_begun for one in parts),
        full_since=max(since) if parts and len(since) == len(parts) else None,
        awaits_a_rule=bool(open_) and all(one.awaits_a_rule for one in open_),
    )
