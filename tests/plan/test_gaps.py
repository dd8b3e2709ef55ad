"""The matrix of what each unit has and lacks."""

from pilotkit.plan.gaps import COLUMNS, Cell, gaps_of
from plan_records import Texts
from small_plan import appraisal_on, plan, record, task

ASKING = plan(
    task("P1-1", "{name: 目录, proof: {entity: {of: documents}}}", lead="街道"),
    task("P1-2", "{name: 台账, proof: {evidence: {kind: 实施记录}}}", lead="街道"),
)
POST = "{id: counter, name: 窗口岗, unit: dj, does: 受理, holders: 1, standards: [guide]}"


def cells(day: str, *texts: Texts) -> dict[tuple[str, str], Cell]:
    found = gaps_of(appraisal_on(day, ASKING, *texts)).cells
    return {(one.unit.id, one.column.name): one for one in found}


def document(id_: str, **fields: str) -> Texts:
    more = "".join(f", {key}: {value}" for key, value in fields.items())
    text = f"{{id: {id_}, title: 须知, class: 办事须知, unit: dj{more}}}"
    return {f"data/documents/dj/{id_}.yaml": text}


def test_there_is_a_cell_for_every_unit_and_column() -> None:
    found = cells("2021-05-10")
    assert len(found) == 4 * len(COLUMNS)
    assert not any(found["zf", one.name].is_asked for one in COLUMNS)


def test_something_is_missing_only_where_the_plan_asks_and_has_begun() -> None:
    assert not cells("2021-04-25")["dj", "documents"].is_asked
    found = cells("2021-05-10")
    assert (found["dj", "documents"].count, len(found["dj", "documents"].missing)) == (0, 1)
    assert not found["spj", "documents"].is_asked
    assert found["dj", "records"].missing[0].place is None


def test_a_document_is_in_order_once_it_is_decided_on() -> None:
    texts = document("a", becomes="保留") | document("b") | document("c", date="2022-01-01")
    found = cells("2021-05-10", texts)["dj", "documents"]
    assert [(one.id, one.reason is None) for one in found.entries] == [("a", True), ("b", False)]


def test_a_post_says_what_it_lacks() -> None:
    found = cells("2021-05-10", {"data/posts/dj/counter.yaml": POST})["dj", "posts"]
    assert (found.count, found.expected) == (0, 1)
    assert found.missing[0].reason
    assert found.missing[0].reason.zh.startswith("没有写：怎么做")
    assert str(found.missing[0].location).startswith("data/posts/dj/counter.yaml:1")


def test_staff_that_is_not_named_is_missing_in_training() -> None:
    staff = {"data/staff/dj.yaml": "unit: dj\npeople: [{person: a, time: 兼职}]\n"}
    found = cells("2021-05-10", staff)["dj", "training"]
    assert [one.id for one in found.missing] == ["a", "专职", "兼职"]


def test_evidence_that_does_not_count_is_not_in_order() -> None:
    good = record("会议", "m", "2021-05-02", "dj")
    bad = record("会议", "n", "2021-05-03", "dj", valid_until="2021-05-04")
    later = record("会议", "o", "2021-06-03", "dj")
    found = cells("2021-05-10", good, bad, later)["dj", "evidence"]
    assert [one.id for one in found.entries if one.reason is None] == ["m"]
    assert [one.id for one in found.missing] == ["n"]


def test_a_ledger_is_a_record() -> None:
    period = {"from": "2021-05-01", "to": "2021-05-05"}
    ledger = record("实施记录", "l", "2021-05-05", "dj", standard="guide", period=period)
    found = cells("2021-05-10", ledger)["dj", "records"]
    assert [one.id for one in found.entries] == ["l"]


def test_every_count_is_the_list_behind_it() -> None:
    for one in cells("2021-05-10", {"data/posts/dj/counter.yaml": POST}, document("b")).values():
        assert one.count + len(one.missing) == one.expected == len(one.entries)
        assert one.is_asked == bool(one.entries)


def test_a_standard_is_inspected_within_the_window_of_its_use() -> None:
    pilot = {
        "data/pilot.yaml": (
            "name: 试点\nundertaking: spj\nperiod: {since: 2021-04-01, until: 2024-04-30}\n"
            "windows: {implementation: 3}\n"
        )
    }
    head = "id: guide\ntitle: 指南\nkind: 服务指南\nsubsystem: tg-fuwu\nunit: dj\n"
    days = "issued: 2021-05-01\neffective: 2021-05-02\n"
    guide = {"data/standards/TG/guide.md": f"---\n{head}{days}---\n"}
    held = record("监督检查", "j", "2021-06-01", "dj", level="日常", standards=["guide"])
    for day, lacking in (("2021-08-31", []), ("2021-09-02", ["guide"])):
        found = cells(day, pilot, guide, held)["dj", "inspections"]
        assert ([one.id for one in found.entries], [one.id for one in found.missing]) == (
            ["guide"],
            lacking,
        )
