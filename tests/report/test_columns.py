"""Columns that suit their texts, seen where documents are made of them."""

from pilotkit.report.columns import suited
from pilotkit.report.document import Block, Column, Table, row
from pilotkit.report.orientation import stretches

LONG = "依据标准逐条检查记录，发现有的岗位没有按期归档，已限期补齐并由牵头单位复核。"


def widths(*blocks: Block) -> list[list[int]]:
    """Return the widths that tables get on upright pages."""
    parts = suited(stretches(blocks, landscape=False))
    tables = (one for part in parts for one in part.blocks if isinstance(one, Table))
    return [[column.width for column in one.columns] for one in tables]


def table(*rows: tuple[str, ...], parts: tuple[int, ...] = (40, 20, 40)) -> Table:
    """Make a table of the rows of a register."""
    titles = ("单位", "日期", "说明")
    columns = (Column(title, width=part) for title, part in zip(titles, parts, strict=True))
    return Table("", tuple(columns), tuple(row(*one) for one in rows))


def test_long_texts_get_the_room_that_short_ones_have_to_spare() -> None:
    ((unit, day, words),) = widths(table(("区民政局", "2022-08-26", LONG)))
    assert words > 2_246_400 > unit
    assert unit + day + words <= 5_616_000


def test_a_table_that_is_as_low_as_it_can_be_keeps_its_shares() -> None:
    ((unit, day, words),) = widths(table(("区民政局", "2022-08-26", "已补齐")))
    assert (unit, day, words) == (2_246_400, 1_123_200, 2_246_400)


def test_neither_a_day_nor_a_short_word_is_broken_for_a_long_text() -> None:
    crowded = table(("未关闭", "2022-08-26", LONG * 9), parts=(1, 1, 98))
    ((unit, day, _),) = widths(crowded)
    assert unit >= 3 * 2 * 66_675
    assert day >= 10 * 66_675


def test_tables_of_the_same_columns_look_alike_all_through_a_document() -> None:
    one, other, turned = widths(
        table(("区民政局", "2022-08-26", LONG)),
        table(("区人力资源和社会保障局", "2022-08-26", "无")),
        table(("区民政局", "2022-08-26", LONG), parts=(60, 20, 40)),
    )
    assert one == other
    assert sum(turned) > sum(one)
