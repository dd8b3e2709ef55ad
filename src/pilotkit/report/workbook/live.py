"""What a sheet does by itself, as Excel writes it; where a table lies that others count in."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from pilotkit.model.points import points_text
from pilotkit.report.document import NOTHING
from pilotkit.report.live import Counting, Dividing, Entering, Telling


@dataclass(frozen=True)
class Lying:
    """Where the rows of a table lie: its sheet, its first and last row, its columns by title."""

    sheet: str
    first: int
    last: int
    titles: tuple[str, ...]


def counted(counting: Counting, lying: Mapping[str, Lying]) -> str | None:
    """Write a count as a formula; None where the workbook does not hold the table."""
    table = lying.get(counting.caption)
    if table is None or table.last < table.first:
        return None
    sheet = table.sheet.replace("'", "''")
    pairs = []
    for title, value in counting.where:
        letter = xl_col_to_name(table.titles.index(title), col_abs=True)
        rows = f"'{sheet}'!{letter}${table.first + 1}:{letter}${table.last + 1}"
        pairs.append(f"{rows},{value}" if isinstance(value, int) else f'{rows},"{value}"')
    return f"=COUNTIFS({','.join(pairs)})"


def summed(first: int, row: int, column: int) -> str:
    """Write the sum of a column from its first row to the one above."""
    return f"=SUM({xl_range(first, column, row - 1, column)})"


def divided(dividing: Dividing, own: Lying, row: int) -> str:
    """Write a quotient, cut to a tenth of a percent; nothing where there is nothing to share."""
    part, whole = (
        xl_col_to_name(own.titles.index(title)) for title in (dividing.part, dividing.whole)
    )
    below = f"{whole}${own.last + 1}" if dividing.of_all else f"{whole}{row + 1}"
    return f'=IF({below}=0,"{NOTHING}",ROUNDDOWN({part}{row + 1}/{below},3))'


def told(telling: Telling, own: Lying, row: int) -> str:
    """Write whether a row says one of these words."""
    cell = f"{xl_col_to_name(own.titles.index(telling.column))}{row + 1}"
    said = ",".join(f'{cell}="{word}"' for word in telling.words)
    return f"=IF(OR({said}),1,0)"


def ask(sheet: Worksheet, place: tuple[int, int], entering: Entering, lang: str) -> None:
    """Take a number from 0 to the most, and nothing else."""
    if entering.most is None:
        return
    most = points_text(entering.most)
    zh = lang == "zh"
    rule: dict[str, object] = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": float(entering.most),
        "error_title": "分数" if zh else "points",
        "error_message": f"请填0到{most}" if zh else f"from 0 to {most}",
        "input_message": f"0到{most}分" if zh else f"0 to {most}",
    }
    sheet.data_validation(*place, *place, rule)
