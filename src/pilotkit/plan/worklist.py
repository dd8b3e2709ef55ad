"""All that can be done for the score: now, later, not by the pilot, and to reach a goal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, Score
from pilotkit.model.unit import Unit
from pilotkit.plan.action import Action, action_of
from pilotkit.plan.concern import Concern, concern_of
from pilotkit.plan.goal import least_work, most_of, work_of
from pilotkit.plan.option import Option, best_of, option_later, options_now
from pilotkit.plan.workdays import start_by, workdays_between


class Wish(NamedTuple):
    """What is asked for: by which day, for which unit, and a score to reach."""

    by: date | None = None
    unit: Unit | None = None
    target: Decimal | None = None


@dataclass(frozen=True)
class Goal:
    """A score to reach, and the plan for it; `reachable` is the most that all actions lead to.

    `start_by` is the day to begin if one person does it all; `people` is how many it takes at
    least from the day of the score on, None where no day is left.
    """

    target: Decimal
    now: Decimal
    reached: Decimal
    reachable: Decimal
    days: Fraction
    start_by: date | None
    people: int | None
    exact: bool

    @property
    def met(self) -> bool:
        """Whether the plan reaches it."""
        return self.reached >= self.target

    @property
    def reached_already(self) -> bool:
        """Whether nothing has to be done for it."""
        return self.now >= self.target


@dataclass(frozen=True)
class Worklist:
    """Actions for now, ranked by points per day, or the plan of a goal.

    `later` are those that wait for something to count; of these the work cannot be told yet.
    `beyond` are the lost criteria for which no action gains anything.
    """

    score: Score
    by: date | None
    actions: tuple[Action, ...]
    later: tuple[Action, ...]
    beyond: tuple[CriterionScore, ...]
    goal: Goal | None

    def first(self, number: int) -> "Worklist":
        """Return it with so many actions at most."""
        return replace(self, actions=self.actions[:number])


@dataclass(frozen=True)
class _Possible:
    """The lost criteria that are asked about, each with what can be done.

    `concerns` says of each what it is to the unit that asks; empty where none does.
    """

    concerns: dict[str, Concern]
    now: dict[str, tuple[Option, ...]]
    later: tuple[Option, ...]
    beyond: tuple[CriterionScore, ...]

    def groups(self) -> Iterator[tuple[Option, ...]]:
        """Yield the options of which at most one counts: of a criterion, or of a whole group."""
        found: dict[tuple[str, str], list[Option]] = {}
        for options in self.now.values():
            for one in options:
                criterion = one.of.criterion
                key = one.of.indicator.id, criterion.group or criterion.id
                found.setdefault(key, []).append(one)
        yield from map(tuple, found.values())


def worklist_of(
    repository: Repository, score: Score, wish: Wish, found: Sequence[Diagnostic] = ()
) -> Worklist:
    """List what can be done; with a target, what is best done to reach it.

    For a unit it is what the unit leads, joins, or lacks by itself; `found` tells which findings
    are its own. What it only joins stands last.
    """
    concerns = _concerns(repository, score, wish.unit, found)
    possible = _possible(score, concerns)
    goal = None
    if wish.target is None:
        options = [one for every in possible.now.values() for one in best_of(every)]
    else:
        options, goal = _towards(score, possible, wish.target, wish.by)

    def place(option: Option) -> tuple[bool, tuple[object, ...]]:
        concern = possible.concerns.get(option.of.id)
        return concern is not None and not concern.is_first, option.rank

    def ready(option: Option) -> Action:
        concern = possible.concerns.get(option.of.id)
        return action_of(repository, score, option, wish.by, concern)

    return Worklist(
        score,
        wish.by,
        tuple(map(ready, sorted(options, key=place))),
        tuple(map(ready, possible.later)),
        possible.beyond,
        goal,
    )


def _concerns(
    repository: Repository, score: Score, unit: Unit | None, found: Sequence[Diagnostic]
) -> dict[str, Concern] | None:
    if unit is None:
        return None
    lost = [one for one in score.criteria if one.supported < one.criterion.points]
    every = {one.id: concern_of(repository, found, one, unit) for one in lost}
    return {id_: concern for id_, concern in every.items() if concern.any}


def _possible(score: Score, concerns: dict[str, Concern] | None) -> _Possible:
    now: dict[str, tuple[Option, ...]] = {}
    later: list[Option] = []
    beyond: list[CriterionScore] = []
    for one in score.criteria:
        if one.supported == one.criterion.points:
            continue
        if concerns is not None and one.id not in concerns:
            continue
        now[one.id] = options_now(score, one)
        waiting = option_later(score, one)
        reached = most_of(now[one.id])
        if waiting and waiting.gain > reached:
            later.append(waiting)
        elif one.lost and not reached:
            beyond.append(one)
    return _Possible(concerns or {}, now, tuple(later), tuple(beyond))


def _towards(
    score: Score, possible: _Possible, target: Decimal, by: date | None
) -> tuple[list[Option], Goal]:
    groups = list(possible.groups())
    chosen = least_work(groups, target - score.supported)
    days = work_of(chosen.options)
    goal = Goal(
        target,
        score.supported,
        score.supported + sum((one.gain for one in chosen.options), Decimal(0)),
        score.supported + sum(map(most_of, groups), Decimal(0)),
        days,
        start_by(by, days, Fraction(0)) if by else None,
        _people(score.as_of.day, by, days) if by else None,
        chosen.exact,
    )
    return list(chosen.options), goal


def _people(day: date, by: date, days: Fraction) -> int | None:
    left = workdays_between(day, by)
    return ceil(days / left) if left else None
