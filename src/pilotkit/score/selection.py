"""The share of a proof that asks for records: the minimum over the conditions it writes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import compress
from typing import NamedTuple, get_args

from pilotkit.model.day import months_before
from pilotkit.model.naming import called
from pilotkit.model.periods import Rhythm, period_of
from pilotkit.model.proof import Selection
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.score.candidates import Candidate
from pilotkit.score.conditions import each_passes
from pilotkit.score.fields import value_of
from pilotkit.score.wording import named

_RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
_MOST_NAMED = 5


class Condition(NamedTuple):
    """One condition: how far it is met, what is missing, and how many."""

    share: Fraction
    missing: Sentence | None = None
    short: int | None = None


def matching(
    selection: Selection, pool: list[Candidate], repository: Repository
) -> Iterator[Candidate]:
    """Yield the candidates that a proof asks for, whether or not they count."""
    months, day = selection.within, repository.day
    recent = [one for one in pool if _is_recent(one.time, months, day)] if months else pool
    records = [one.record for one in recent]
    return compress(recent, each_passes(records, selection.where, selection.having, repository))


def conditions(
    selection: Selection, found: list[Candidate], repository: Repository
) -> list[Condition]:
    """Weigh the records that were found against every condition that the proof writes."""
    further = selection.each or selection.distinct or selection.covers
    # Where other conditions say more exactly what is missing, "one is missing" says nothing.
    weighed = [] if further and selection.at_least <= 1 else [_at_least(selection, found)]
    for key, values in selection.each.items():
        weighed.append(_each(key, values, found, repository))
    if selection.distinct:
        weighed.append(_distinct(selection, found, repository))
    if selection.covers:
        weighed.append(_covers(selection, found, repository))
    return weighed


def _is_recent(time: date | None, months: int, day: date) -> bool:
    return time is not None and months_before(day, months) < time <= day


def _at_least(selection: Selection, found: list[Candidate]) -> Condition:
    short = selection.at_least - len(found)
    if short <= 0:
        return Condition(Fraction(1))
    missing = Sentence(f"还缺 {short} 份", f"{short} missing")
    return Condition(Fraction(len(found), selection.at_least), missing, short)


def _each(
    key: str, values: tuple[str, ...], found: list[Candidate], repository: Repository
) -> Condition:
    seen = {str(value) for one in found for value in _values(one, key, repository)}
    wanted = dict.fromkeys(map(str, values))
    lacking = [value for value in wanted if value not in seen]
    if not wanted:
        return Condition(Fraction(0))
    share = Fraction(len(wanted) - len(lacking), len(wanted))
    if not lacking:
        return Condition(share)
    missing = Sentence(
        f"{named(key)}还缺：{'、'.join(lacking)}", f"{key} lacking: {', '.join(lacking)}"
    )
    return Condition(share, missing, len(lacking))


def _values(one: Candidate, key: str, repository: Repository) -> tuple[object, ...]:
    value = value_of(one.record, key, repository)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _distinct(selection: Selection, found: list[Candidate], repository: Repository) -> Condition:
    if selection.distinct is None or selection.distinct.at_least == 0:
        return Condition(Fraction(1))
    by, wanted = selection.distinct.by, selection.distinct.at_least
    if rhythm := next((one for one in _RHYTHMS if one == by), None):
        seen = len({period_of(one.time, rhythm) for one in found if one.time})
    else:
        seen = len({str(value) for one in found for value in _values(one, by, repository)})
    if seen >= wanted:
        return Condition(Fraction(1))
    missing = Sentence(f"只有 {seen} 种{named(by)}，要 {wanted} 种", f"{seen} of {wanted} {by}")
    if rhythm:
        missing = Sentence(f"只有 {seen} 个{by}有记录，要 {wanted} 个", f"{seen} of {wanted} {by}")
    return Condition(Fraction(seen, wanted), missing, wanted - seen)


def _covers(selection: Selection, found: list[Candidate], repository: Repository) -> Condition:
    key, wanted_on = _COVERED[selection.covers or "岗位"]
    wanted = wanted_on(repository, repository.day)
    covered: set[str] = set()
    if selection.together:
        covered = {value for one in found for value in _ids(one, key, repository)} & wanted
    else:
        for one in found:
            on = wanted_on(repository, one.time or repository.day)
            reached = set(_ids(one, key, repository)) & on
            # What was to be covered is what was there on the day of the record.
            if not covered or len(reached) * len(wanted) > len(covered) * len(on):
                covered, wanted = reached, on
    if not wanted:
        nothing = Sentence(f"没有{selection.covers}可覆盖", f"no {selection.covers} to cover")
        return Condition(Fraction(0), nothing)
    return _covered(selection, wanted, covered, repository)


def _covered(
    selection: Selection, wanted: set[str], covered: set[str], repository: Repository
) -> Condition:
    share = Fraction(len(covered), len(wanted))
    if selection.full_at:
        share = min(Fraction(1), share / Fraction(selection.full_at))
    if share == 1:
        return Condition(share)
    lacking = sorted(wanted - covered)
    rest = "…" if len(lacking) > _MOST_NAMED else ""
    some = "、".join(called(repository, one) for one in lacking[:_MOST_NAMED]) + rest
    ids = ", ".join(lacking[:_MOST_NAMED]) + rest
    missing = Sentence(
        f"{selection.covers}覆盖了 {len(covered)}/{len(wanted)}，还缺：{some}",
        f"{selection.covers} covered {len(covered)}/{len(wanted)}, lacking: {ids}",
    )
    return Condition(share, missing, len(lacking))


def _ids(one: Candidate, key: str, repository: Repository) -> Iterable[str]:
    values = (str(value) for value in _values(one, key, repository))
    return map(repository.unit_id, values) if key == "units" else values


def _members(repository: Repository, on: date) -> set[str]:
    return {unit.id for unit in repository.units if unit.is_member and unit.holds_on(on)}


def _own_issued(repository: Repository, _: date) -> set[str]:
    return {one.id for one in repository.issued if isinstance(one, Standard)}


def _service_items(repository: Repository, _: date) -> set[str]:
    """Unconfirmed items too: a proof takes the lower rate."""
    return {item.id for item in repository.service_items}


def _management_items(repository: Repository, _: date) -> set[str]:
    return {item.id for item in repository.management_items}


def _posts(repository: Repository, _: date) -> set[str]:
    return {post.id for post in repository.living_posts}


_COVERED: dict[str, tuple[str, Callable[[Repository, date], set[str]]]] = {
    "成员单位": ("units", _members),
    "自编标准": ("standards", _own_issued),
    "服务事项": ("items", _service_items),
    "管理事项": ("items", _management_items),
    "岗位": ("posts", _posts),
}
