"""Figures of actions, written alike in every form."""

from decimal import Decimal
from fractions import Fraction

from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.plan.action import Action
from pilotkit.plan.worklist import Goal

_HUNDREDTH = Decimal("0.01")


def days_text(days: Fraction) -> str:
    """Write working days exactly; effort is written in decimals, and so are its sums."""
    places = 0
    while (days * 10**places).denominator != 1:
        places += 1
    return points_text(Decimal(int(days * 10**places)).scaleb(-places))


def per_day(one: Action) -> str:
    """Write the points that a day of work brings, cut to a hundredth; "—" where none is needed."""
    if not one.days:
        return "—"
    return points_text(int(Fraction(one.gain) / one.days * 100) * _HUNDREDTH)


def gain_said(one: Action) -> Sentence:
    """Write what is gained; of what is not certain, that it is the most."""
    points = points_text(one.gain)
    if one.certain:
        return Sentence(f"+{points}", f"+{points}")
    return Sentence(f"至多 +{points}", f"up to +{points}")


def begin_said(one: Action) -> Sentence:
    """Say when to begin."""
    if one.start_by is None:
        if one.late:
            return Sentence("已来不及（一人做）", "too late for one person")
        return Sentence("—", "—")
    if one.late:
        day = one.start_by
        return Sentence(f"应于 {day} 前开始，已迟", f"was to begin by {day}, late")
    return Sentence(f"最迟 {one.start_by} 开始", f"begin by {one.start_by}")


def goal_said(goal: Goal) -> list[Sentence]:
    """Say what the plan reaches, at which cost, and how it was found."""
    wanted, reached = points_text(goal.target), points_text(goal.reached)
    if goal.reached_already:
        now = points_text(goal.now)
        return [
            Sentence(
                f"现在已有 {now} 分，已达到 {wanted} 分",
                f"{now} points already, {wanted} are reached",
            )
        ]
    most, days = points_text(goal.reachable), days_text(goal.days)
    if goal.met:
        said = [
            Sentence(
                f"达到 {wanted} 分最省工作量的方案：做完得 {reached} 分，共 {days} 人日",
                f"the plan of least work for {wanted} points: "
                f"it reaches {reached} with {days} days of work",
            )
        ]
    else:
        said = [
            Sentence(
                f"达不到 {wanted} 分：现在能着手的行动最多做到 {most} 分，共 {days} 人日",
                f"{wanted} points are out of reach: "
                f"what can be done now leads to {most} at most, with {days} days of work",
            )
        ]
    if goal.people is not None and goal.people > 1:
        said.append(
            Sentence(
                f"一人做不完，到期前至少要 {goal.people} 人同时做",
                f"more than one person can do: it takes {goal.people} at least",
            )
        )
    elif goal.start_by and goal.days:
        said.append(
            Sentence(
                f"由一人依次做，最迟 {goal.start_by} 开始",
                f"one person doing it all begins by {goal.start_by}",
            )
        )
    if goal.exact:
        method = Sentence(
            "解法：动态规划，精确解；工作量相同的取行动最少的",
            "method: dynamic programming, exact; of equal work the fewest actions",
        )
    else:
        method = Sentence(
            "解法：动态规划，分值细于 0.01 的部分舍去",
            "method: dynamic programming, points finer than 0.01 cut",
        )
    return [*said, method]
