"""How far a task is on which day, and since when."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotkit.plan.past import Past
from pilotkit.plan.state import FINISHED, State
from plan_records import COMPLETING, WORLD, Texts
from small_plan import MEETING, TRAINING, appraisal_on, plan, record, status_on, task
from test_plan_tasks import REAL

ONE = plan(task("P1-1", MEETING))
BOTH = plan(task("P1-1", MEETING, TRAINING))


def state(day: str, *texts: Texts) -> tuple[str, str | None]:
    (found,) = [one for one in status_on(day, *texts).tasks if one.id == "P1-1"]
    return found.state.value, str(found.done_on) if found.done_on else None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-04-25", "not_started"),
        ("2021-05-01", "under_way"),
        ("2021-05-30", "under_way"),
        ("2021-05-31", "due_soon"),
        ("2021-06-30", "due_soon"),
        ("2021-07-01", "late"),
    ],
)
def test_what_nobody_does_runs_late(day: str, expected: str) -> None:
    assert state(day, ONE) == (expected, None)


@pytest.mark.parametrize(("on", "expected"), [("2021-06-30", "done"), ("2021-07-01", "done_late")])
def test_done_on_the_first_day_its_proof_holds(on: str, expected: str) -> None:
    again = record("会议", "later", "2021-08-01")
    assert state("2022-01-01", ONE, record("会议", "first", on), again) == (expected, on)


def test_a_record_of_tomorrow_does_nothing() -> None:
    assert state("2021-07-01", ONE, record("会议", "m", "2021-07-02")) == ("late", None)


def test_the_last_output_says_when_a_task_was_done() -> None:
    texts = (BOTH, record("会议", "m", "2021-05-10"), record("培训", "a", "2021-05-11", "dj"))
    assert state("2021-07-01", *texts) == ("late", None)
    assert state("2021-07-01", *texts, record("培训", "b", "2021-06-12", "xj")) == (
        "done",
        "2021-06-12",
    )


def test_what_was_done_and_expired_is_lapsed_not_late() -> None:
    expired = record("会议", "m", "2021-05-10", valid_until="2021-12-31")
    assert state("2021-12-31", ONE, expired) == ("done", "2021-05-10")
    assert state("2022-01-01", ONE, expired) == ("lapsed", None)
    again = record("会议", "n", "2023-01-01")
    assert state("2023-01-01", ONE, expired, again) == ("done", "2021-05-10")


def test_what_was_due_before_the_plan_is_never_late() -> None:
    old = plan(task("P1-1", MEETING, TRAINING), issued="2021-12-16")
    assert state("2021-12-16", old) == ("untraced", None)
    part = record("会议", "m", "2021-12-16")
    assert state("2021-12-16", old, part) == ("made_up", None)
    rest = [record("培训", unit, "2021-12-17", unit) for unit in ("dj", "xj")]
    assert state("2021-12-17", old, part, *rest) == ("made_up", "2021-12-17")
    in_time = [record("培训", unit, "2021-06-17", unit) for unit in ("dj", "xj")]
    met = record("会议", "m", "2021-05-16")
    assert state("2021-12-17", old, met, *in_time) == ("done", "2021-06-17")
    assert {one.light.value for one in status_on("2021-12-16", old).units} <= {"grey", "yellow"}


def test_an_output_that_no_unit_owes_is_not_there() -> None:
    nobody = "{name: 社区台账, each: [社区], proof: {evidence: {kind: 会议}}}"
    texts = (plan(task("P1-1", MEETING, nobody)), record("会议", "m", "2021-05-10"))
    assert state("2021-07-01", *texts) == ("late", None)
    assert status_on("2021-07-01", *texts).duties.appraisal.finished_tasks == frozenset()


def test_what_waits_for_a_rule_is_not_late() -> None:
    clean = "{name: 干净, proof: {clean: {codes: [duplicate-standard-x], over: standards}}}"
    assert state("2021-07-01", plan(task("P1-1", clean))) == ("unproved", None)


def test_a_rate_must_stand_on_the_day_it_is_due() -> None:
    rate = "{name: 专兼职, proof: {measure: {name: staffing}}}"
    people = "[{person: a, time: 专职}, {person: b, time: 兼职}, {person: c, time: 兼职}]"
    named = {
        f"data/staff/{unit}.yaml": f"unit: {unit}\npeople: {people}\n"
        for unit in ("spj", "dj", "xj")
    }
    told = plan(task("P1-1", rate))
    assert state("2021-08-01", told, named) == ("done", "2021-04-01")
    gone = people.replace("person: a, time: 专职", "person: a, time: 专职, until: 2021-05-31")
    left = named | {"data/staff/dj.yaml": f"unit: dj\npeople: {gone}\n"}
    assert state("2021-08-01", told, left) == ("late", None)
    back = gone.replace("]", ", {person: d, time: 专职, since: 2021-07-15}]")
    mended = named | {"data/staff/dj.yaml": f"unit: dj\npeople: {back}\n"}
    assert state("2021-08-01", told, mended) == ("done_late", "2021-07-15")


def test_a_units_own_task_has_its_own_date() -> None:
    own = {
        "data/tasks/dj/own.yaml": (
            "{id: own, unit: dj, parent: P1-1, title: 转训, person: x, due: 2021-05-20,"
            " outputs: [{name: 转训, proof: {evidence: {kind: 培训}}}]}"
        )
    }
    late = record("培训", "t", "2021-05-21", "dj")
    found = status_on("2021-05-21", ONE, own, late).own[0]
    assert (found.id, found.unit, found.state, str(found.due)) == (
        "own",
        "dj",
        State.DONE_LATE,
        "2021-05-20",
    )


def test_phases_are_as_far_as_their_tasks() -> None:
    two = plan(task("P1-1", MEETING), task("P1-2", TRAINING))
    met = record("会议", "m", "2021-05-10")
    phase = status_on("2021-07-01", two, met).phases[0]
    assert (phase.state, phase.done) == (State.LATE, 1)
    expired = record("会议", "m", "2021-05-10", valid_until="2021-06-01")
    trained = [record("培训", unit, "2021-07-17", unit) for unit in ("dj", "xj")]
    assert status_on("2021-08-01", two, expired, *trained).phases[0].state is State.LAPSED
    assert status_on("2021-08-01", two, met, *trained).phases[0].state is State.DONE_LATE


@pytest.mark.parametrize("id_", COMPLETING)
def test_since_when_agrees_with_looking_from_every_day(id_: str) -> None:
    """A task is done as of the day that is named, and not as of the day before."""
    texts = {**WORLD, **REAL, **COMPLETING[id_]}
    (found,) = [one for one in status_on("2024-04-10", texts).tasks if one.id == id_]
    if found.state is State.UNPROVED:
        return
    assert found.done_on
    assert id_ in appraisal_on(found.done_on.isoformat(), texts).finished_tasks
    before = found.done_on - timedelta(days=1)
    if before >= date(2021, 4, 10):
        earlier = appraisal_on(before.isoformat(), texts)
        outputs = [one for one in earlier.outputs if one.task.id == id_]
        assert not all(one.share == 1 for one in outputs)


Days = st.dates(date(2021, 4, 1), date(2022, 3, 31))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(Days, st.none() | Days), min_size=1, max_size=4),
    st.integers(1, 2),
    Days,
)
def test_the_first_day_is_the_first_of_all_days(
    meetings: list[tuple[date, date | None]], at_least: int, day: date
) -> None:
    """Skipping days on which nothing happened never skips the day on which a proof turned."""
    output = f"{{name: 会, proof: {{evidence: {{kind: 会议, at_least: {at_least}}}}}}}"
    texts: Texts = plan(task("P1-1", output))
    for number, (on, until) in enumerate(meetings):
        expiry = {"valid_until": until.isoformat()} if until else {}
        texts |= record("会议", f"m{number}", on.isoformat(), **expiry)
    appraisal = appraisal_on(day.isoformat(), texts)
    (produced,) = appraisal.outputs
    proof, result = produced.output.proof, produced.results[0][1]
    since = Past(appraisal).first_day(proof, result, date(2021, 6, 30))
    standing = [
        one
        for one in (
            date(2021, 4, 1) + timedelta(days=n) for n in range((day - date(2021, 4, 1)).days + 1)
        )
        if sum(on <= one and (until is None or one <= until) for on, until in meetings) >= at_least
    ]
    assert since == (standing[0] if standing else None)


def test_finished_is_what_the_appraisal_calls_finished() -> None:
    texts = (BOTH, record("会议", "m", "2021-05-10"), record("培训", "a", "2021-05-11", "dj"))
    for more in ({}, record("培训", "b", "2021-07-12", "xj")):
        found = status_on("2021-08-01", *texts, more)
        done = {one.id for one in found.tasks if one.state in FINISHED}
        assert done == found.duties.appraisal.finished_tasks
