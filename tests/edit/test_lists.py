"""Laws of the way out and back: nothing is lost, nothing else changes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from cases import BUNDLED
from pilotkit.edit.in_place import with_cell, with_items_added
from pilotkit.edit.lists.heads import Wishes, understood
from pilotkit.edit.lists.importing import Import, plan_of
from pilotkit.edit.lists.key import key_of
from pilotkit.edit.lists.writing import Rewriting
from pilotkit.edit.tables.grid import Grid, TableError
from pilotkit.edit.tables.reading import read_tables
from pilotkit.edit.yaml_text import block
from pilotkit.load.loader import load
from pilotkit.load.sheet_rows import shapes_of
from pilotkit.load.yaml_source import check_text, read_yaml
from pilotkit.model.entity import Entity, fields_by_key
from pilotkit.model.fault import Fault
from pilotkit.model.field_type import item_of, type_at
from pilotkit.model.files import Files
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sheet import BOOKS, SHEETS
from pilotkit.model.sheet_column import Shape, SheetColumn
from pilotkit.model.values import Plain
from pilotkit.report.lists import write
from small_pilot import DAY, texts

pytestmark = pytest.mark.usefixtures("at_once")
PATH = "data/items/spj/banzheng.yaml"
BASE = {path: text.replace("{x}", "") for path, text in texts().items()}
NASTY = ["=1+1", "0012", "1" * 31, "1e5", "TRUE", "_x0041_", "a\nb", " a", "<r>x</r>", "是", "1.10"]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=12))
DAYS = st.dates(date(1, 1, 1)).map(date.isoformat).map(Plain)
COUNTS = st.integers(0, 10**17).map(str).map(Plain)
ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "note": TEXTS,
        "code": TEXTS,
        "since": DAYS,
        "visits": COUNTS,
        "conditions": st.lists(TEXTS, max_size=3),
        "serves": st.lists(TEXTS, max_size=3),
        "legal_limit": st.fixed_dictionaries({"days": COUNTS}),
        "grounds": st.lists(
            st.fixed_dictionaries({"title": TEXTS}, optional={"law": TEXTS, "article": TEXTS}),
            max_size=3,
        ),
        "fee": st.fixed_dictionaries(
            {"charged": st.sampled_from([Plain("true"), Plain("false")])}, optional={"basis": TEXTS}
        ),
    },
)
HEAD = {"id": "banzheng", "name": "办证", "class": "service", "unit": "spj"}


def loaded(item: dict[str, Any]) -> Repository:
    """Load the small pilot with another item; what our YAML refuses is no example."""
    content = block(HEAD | item).encode()
    files = {path: text.encode() for path, text in sorted(BASE.items())} | {PATH: content}
    repository, faults = load(Files(files, bundled=dict(BUNDLED)), None, DAY)
    if faults:
        reject()
    return repository


def exported(repository: Repository, kind: str = "items") -> list[Grid]:
    written = write(BOOKS[kind], repository, "1", frozenset())
    return read_tables("x.xlsx", written.content)


def taken(grids: list[Grid], repository: Repository) -> dict[str, bytes]:
    sheets, _ = understood(grids, Wishes())
    plan = plan_of(sheets, Import(repository, key_of(grids)))
    assert not plan.faults
    rewriting = Rewriting(repository.files.texts)
    rewriting.take(plan, {})
    return rewriting.texts


def edited(grid: Grid, id_: str, head: str, cell: str) -> Grid:
    heads = next(index for index, row in enumerate(grid.rows) if row[0] == "编号")
    column = grid.rows[heads].index(head)
    rows = [
        (*row[:column], cell, *row[column + 1 :]) if row[0] == id_ else row for row in grid.rows
    ]
    return replace(grid, rows=tuple(rows))


@given(ITEMS)
@settings(max_examples=30)
def test_what_nobody_touched_changes_nothing(item: dict[str, Any]) -> None:
    repository = loaded(item)
    assert taken(exported(repository), repository) == {}


@given(ITEMS, TEXTS)
@settings(max_examples=20)
def test_one_cell_changes_one_value(item: dict[str, Any], text: str) -> None:
    assume(text.strip() and not check_text("", text.encode()))
    repository = loaded(item)
    before = read_yaml(PATH, repository.files.texts[PATH]).data
    first, *others = exported(repository)
    grids = [edited(first, "banzheng", "结果名称", text), *others]
    (content,) = taken(grids, repository).values()
    assert read_yaml(PATH, content).data == before | {"result": text.replace("\r\n", "\n").strip()}


FIRST = "- {law: fa-1, article: 第三条, certainty: 查证}  # 读过\n"
SECOND = "- law: fa-2   # 二\n  title: 通知\n"
GROUNDED = f"""\
id: banzheng
name: 办证
class: service
unit: spj
# 依据
grounds:
{FIRST}{SECOND}# 末
- {{title: 方案}}
result: 证
"""


@pytest.mark.parametrize(
    ("cell", "old", "new"),
    [
        ("fa-1｜｜第四条｜查证\nfa-2｜通知\n｜方案", "第三条", "第四条"),
        (
            "fa-1｜｜第三条｜查证\n fa-2 ||第五条\n｜方案\n",
            "  title: 通知\n",
            "  article: 第五条\n",
        ),
        ("fa-1｜｜第三条｜查证\n｜方案", SECOND, ""),
        ("fa-1｜｜第三条｜查证\nfa-2｜通知\n｜方案\nfa-3", "案}\n", "案}\n- {law: fa-3}\n"),
        (
            "fa-2｜通知\nfa-1｜｜第三条｜查证\n｜方案",
            FIRST + SECOND,
            SECOND + FIRST,
        ),
    ],
)
def test_an_entry_changes_where_it_stands(cell: str, old: str, new: str) -> None:
    files = {path: text.encode() for path, text in sorted(BASE.items())}
    files[PATH] = GROUNDED.encode()
    repository, faults = load(Files(files, bundled=dict(BUNDLED)), None, DAY)
    assert not faults
    first, *others = exported(repository)
    head = next(row for row in first.rows if row[0] == "编号")
    written = next(row for row in first.rows if row[0] == "banzheng")[head.index("设定依据")]
    assert written == "fa-1｜｜第三条｜查证\nfa-2｜通知\n｜方案"
    (content,) = taken([edited(first, "banzheng", "设定依据", cell), *others], repository).values()
    assert content.decode() == GROUNDED.replace(old, new)


def test_an_entry_that_a_cell_cannot_say_is_left_alone() -> None:
    for title in ("甲｜乙", "甲\n乙"):
        repository = loaded({"grounds": [{"title": title}]})
        first, *others = exported(repository)
        grids = [edited(first, "banzheng", "设定依据", "fa-1"), *others]
        sheets, _ = understood(grids, Wishes())
        (fault,) = plan_of(sheets, Import(repository, key_of(grids))).faults
        assert "装不下文件里的原样" in fault.sentence.zh


@pytest.mark.parametrize("kind", BOOKS)
def test_every_list_comes_back_as_it_is(kind: str) -> None:
    repository = loaded({})
    assert taken(exported(repository, kind), repository) == {}


def leaves(model: type[BaseModel], above: Route = ()) -> Iterator[Route]:
    """Yield the route of every field of a record, numbers of lists left out."""
    for key, name in fields_by_key(model).items():
        kind = type_at(model, (key,))
        inner = item_of(kind) or kind
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from leaves(inner, (*above, key))
        else:
            assert name in model.model_fields
            yield (*above, key)


def routes_of(column: SheetColumn, shape: Shape) -> Iterator[Route]:
    route = tuple(step for step in shape.route(column) if isinstance(step, str))
    inner = column.fields if column.form == "entries" else ()
    yield from ([(*route, field.key) for field in inner] if inner else [route])


def test_every_field_of_a_record_has_a_column_that_comes_back() -> None:
    told: dict[type[Entity], set[Route]] = defaultdict(set)
    for sheet in SHEETS:
        for shape in shapes_of(sheet).values():
            for column in sheet.columns:
                if not column.shown:
                    told[shape.model] |= set(routes_of(column, shape))
    for model, routes in told.items():
        silent = {one for one in leaves(model) if not any(one[: len(r)] == r for r in routes)}
        # The text of a standard is no cell; it comes by Word or Markdown.
        assert silent <= {("text",), ("text_line",)}, model


YZ = "  y:\n    z: [1, 2]\n"
BLOCKS = """\
list:
# one
- {a: 1}  # first

- b: 2   # second
  c: 3
map:
  x: 1  # ex
  y:
    z: [1, 2]
empty:
flow: {p: 1, q: {r: 2}, s: 3}
words:
- m  # em
# en
- n
nothing: []
"""


@pytest.mark.parametrize(
    ("route", "value", "old", "new"),
    [
        (("list", 1, "b"), None, "- b: 2   # second\n  c: 3\n", "- c: 3\n"),
        (("list", 0, "a"), None, "{a: 1}", "{}"),
        (("map", "x"), None, "  x: 1  # ex\n", ""),
        (("map", "y", "z"), None, "  y:\n    z: [1, 2]\n", ""),
        (("map", "y", "z"), ["3"], "z: [1, 2]", 'z: ["3"]'),
        (("map", "w", "v"), "u", "    z: [1, 2]\n", "    z: [1, 2]\n  w: {v: u}\n"),
        (("empty",), "e", "empty:", "empty: e"),
        (("empty", "k"), "e", "empty:", "empty: {k: e}"),
        (("flow", "p"), None, "{p: 1, q", "{q"),
        (("flow", "q", "r"), None, "q: {r: 2}, ", ""),
        (("flow", "s"), None, ", s: 3}", "}"),
        (("flow", "q", "t"), "[", "{r: 2}", '{r: 2, t: "["}'),
        (("words",), ["n", "o"], "- m  # em\n# en\n- n\n", "# en\n- n\n- o\n"),
        (("words",), None, "words:\n- m  # em\n# en\n- n\n", ""),
        (("nothing",), ["a"], "nothing: []", "nothing: [a]"),
        (("gone",), None, "", ""),
        (("gone", "far"), None, "", ""),
        (("list", -1, "c"), Plain("4"), "c: 3", "c: 4"),
        (("map",), {"x": Plain("1"), "a: {b}": Plain("2")}, YZ, '  "a: {b}": 2\n'),
        (("flow",), {"s": Plain("3"), "p": Plain("1")}, ", q: {r: 2}", ""),
        (("nothing",), {"窗口": Plain("0"), "甲,乙": Plain("1")}, "[]", '{窗口: 0, "甲,乙": 1}'),
        (("nothing", -1, "c"), "4", "nothing: []", 'nothing: [{c: "4"}]'),
    ],
)
def test_values_change_in_place(route: tuple[Any, ...], value: Any, old: str, new: str) -> None:
    for newline, bom in (("\n", ""), ("\r\n", ""), ("\n", "\ufeff")):
        text = (bom + BLOCKS).replace("\n", newline)
        wanted = text.replace(old.replace("\n", newline), new.replace("\n", newline), 1)
        assert with_cell("x.yaml", text.encode(), route, value).decode() == wanted


def test_the_last_key_of_all_is_kept_from_being_lost() -> None:
    content = b"a: |\n  x\n  y\n\nb: 1\n"
    assert with_cell("x.yaml", content, ("a",), "z") == b"a: z\n\nb: 1\n"
    with pytest.raises(Fault) as raised:
        with_cell("x.yaml", b"a: 1\n", ("a",), "\u202e")
    assert "不能在原处改" in raised.value.sentence.zh
    with pytest.raises(Fault):
        with_items_added("x.yaml", b"a: 1\n", "b", [{"c": "\u202e"}])


def test_the_key_of_another_version_is_refused() -> None:
    with pytest.raises(TableError) as raised:
        key_of([Grid("_pilot", (("pilotkit/xlsx/9", "1"),))])
    assert "请重新导出" in raised.value.sentence.zh
    assert not key_of([Grid("_pilot", ())]).rows
