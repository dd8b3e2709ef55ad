"""Why a unit has which light, how timely it was, and what it has to hand in."""

from pilotkit.plan.lights import Light, UnitLight
from pilotkit.plan.todo import todo_of
from plan_records import Texts
from small_plan import MEETING, TRAINING, plan, record, status_on, task

PLAN = plan(task("P1-1", MEETING, TRAINING, helps="街道"))
MET = record("会议", "m", "2021-05-10")
STAFF: Texts = {
    f"data/staff/{unit}.yaml": (
        f"unit: {unit}\npeople: [{{person: {unit}1, time: 专职}}, {{person: {unit}2, time: 兼职}},"
        f" {{person: {unit}3, time: 兼职}}]\n"
    )
    for unit in ("spj", "dj", "xj")
}


def light(unit: str, day: str, *texts: Texts) -> UnitLight:
    found = status_on(day, PLAN, STAFF, *texts).units
    return next(one for one in found if one.unit.id == unit)


def nonconformity(**fields: str) -> Texts:
    told = {"facts": "未公示时限", "severity": "一般"}
    return record("不合格项", "nc", "2021-05-02", "dj", **(told | fields))


def trained(unit: str, on: str = "2021-05-11") -> Texts:
    person = [{"person": f"{unit}1", "hours": 4}]
    return record("培训", unit, on, unit, attendees=person, assessed={"method": "笔试"})


def test_red_is_what_is_late_of_that_unit_alone() -> None:
    texts = (MET, trained("dj"))
    assert light("xj", "2021-07-01", *texts).light is Light.RED
    assert light("xj", "2021-07-01", *texts).reasons[0].said.zh == "P1-1“培训”逾期（2021-06-30）"
    assert light("dj", "2021-07-01", *texts).light is Light.GREEN
    assert light("zf", "2021-07-01", *texts).light is Light.GREY


def test_before_anything_begins_nothing_is_asked() -> None:
    found = {one.unit.id: one.light for one in status_on("2021-04-25", PLAN, STAFF).units}
    assert {found[unit] for unit in ("dj", "xj", "zf")} == {Light.GREY}
    assert found["spj"] is Light.YELLOW  # warned that nobody leads the pilot yet


def test_yellow_is_what_is_due_in_30_days() -> None:
    assert light("xj", "2021-05-30", MET).light is Light.GREEN
    assert light("xj", "2021-05-31", MET).light is Light.YELLOW


def test_a_nonconformity_is_its_owners_from_its_due_day_on() -> None:
    texts = (
        MET,
        trained("xj"),
        trained("dj"),
        nonconformity(owner="西街道办事处", due="2021-08-01"),
    )
    assert light("xj", "2021-07-01", *texts).light is Light.GREEN
    assert light("xj", "2021-08-01", *texts).light is Light.YELLOW
    assert light("xj", "2021-08-02", *texts).light is Light.RED
    assert light("dj", "2021-08-02", *texts).light is not Light.RED
    closed = nonconformity(owner="xj", due="2021-08-01", verified_by="甲", verified_on="2021-07-30")
    assert light("xj", "2021-08-02", *texts[:3], closed).light is not Light.RED


def test_red_names_what_was_not_mended_who_recorded_it_and_its_day() -> None:
    found = [{"facts": f"第{n}处", "owner": "xj", "due": "2021-06-01"} for n in range(5)]
    of_others = [
        record("监督检查", f"jc{n}", "2021-05-20", "dj", level="日常", findings=found)
        for n in range(4)
    ]
    (_, reason) = light("xj", "2021-07-01", MET, *of_others).reasons
    said = "、".join(f"“监督检查jc{n}”（东街道办事处，限期 2021-06-01）" for n in range(3))
    assert reason.said.zh == f"监督检查逾期未整改 20 处：{said}等"
    assert reason.said.en.endswith(" …")


def test_a_finding_owned_by_a_person_is_of_the_unit_of_its_record() -> None:
    found = [{"facts": "台账缺页", "owner": "某人", "due": "2021-06-01"}]
    fields = {"level": "日常", "findings": found}
    texts = (MET, trained("dj"), record("监督检查", "jc", "2021-05-20", "dj", **fields))
    late = light("dj", "2021-07-01", *texts)
    assert late.light is Light.RED
    assert "监督检查逾期未整改 1 处：“监督检查jc”（限期 2021-06-01）" in [
        one.said.zh for one in late.reasons
    ]
    found[0]["handled_on"] = "2021-05-30"
    mended = record("监督检查", "jc", "2021-05-20", "dj", **fields)
    assert light("dj", "2021-07-01", *texts[:2], mended).light is not Light.RED


def test_evidence_about_to_expire_is_yellow() -> None:
    expires = record(
        "培训",
        "t",
        "2021-05-11",
        "dj",
        valid_until="2021-08-30",
        attendees=[{"person": "dj1", "hours": 4}],
        assessed={"method": "笔试"},
    )
    before = [one.said.zh for one in light("dj", "2021-07-30", expires).reasons]
    soon = [one.said.zh for one in light("dj", "2021-07-31", expires).reasons]
    assert "30 天内到期的材料 1 份" not in before
    assert "30 天内到期的材料 1 份" in soon


def test_the_worst_reason_comes_first() -> None:
    texts = (MET, nonconformity(owner="dj", due="2021-06-01"))
    found = light("dj", "2021-07-01", *texts)
    order = [list(Light).index(one.light) for one in found.reasons]
    assert order == sorted(order)
    assert found.light is found.reasons[0].light


def test_timely_is_what_came_by_its_day_and_is_still_there() -> None:
    texts = (MET, trained("dj"), trained("xj", "2021-07-11"))
    found = {one: light(one, "2021-08-01", *texts).timeliness for one in ("spj", "dj", "xj", "zf")}
    assert {unit: tuple(one) for unit, one in found.items()} == {
        "spj": (1, 1),
        "dj": (1, 1),
        "xj": (0, 1),
        "zf": (0, 0),
    }
    assert found["zf"].rate is None
    assert light("dj", "2021-08-01", *texts).is_ahead
    assert not light("xj", "2021-08-01", *texts).is_ahead


def test_a_lead_answers_for_a_rate_and_so_does_whose_items_lack() -> None:
    rate = "{name: 配备, proof: {measure: {name: staffing}}}"
    few = {name: text for name, text in STAFF.items() if "xj" not in name}
    status = status_on("2021-07-01", plan(task("P1-1", rate)), few)
    lights = {one.unit.id: one for one in status.units}
    assert lights["spj"].reasons[0].said.zh == "P1-1“配备”逾期（2021-06-30）"
    assert lights["xj"].reasons[0].said.zh == (
        "P1-1“配备”已逾期（2021-06-30），缺的有 1 项属于本单位"
    )
    assert lights["dj"].light is not Light.RED


def test_what_a_unit_has_to_hand_in() -> None:
    serving = task("P1-1", MEETING, TRAINING, helps="街道").replace(
        "outputs:", "criteria: [C13-1, C14-1], outputs:"
    )
    trouble = nonconformity(owner="xj", due="2021-08-01")
    status = status_on("2021-07-01", plan(serving), MET, trouble)
    unit = status.duties.repository.unit("xj")
    assert unit
    todo = todo_of(status, unit, status.duties.appraisal.basis.diagnostics)
    (owed,) = todo.owed
    assert (owed.duty.output.name, str(owed.duty.due)) == ("培训", "2021-06-30")
    assert [one.id for one in owed.criteria] == ["C13-1", "C14-1"]
    assert [(one.criterion.id, one.tasks[0][1]) for one in todo.stakes] == [
        ("C14-1", False),
        ("C13-1", False),
    ]
    assert todo.staff
    assert todo.staff.zh == "缺 1 名专职、2 名兼职"
    assert [one.facts for one in todo.troubles] == ["未公示时限"]
