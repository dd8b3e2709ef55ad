"""What stands in a field of a sheet: a text is never a formula, a link or markup."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pilotkit.model.points import points_text
from pilotkit.model.sheet_cell import CUT, LONGEST
from pilotkit.model.sheet_figure import EXACT
from pilotkit.report.document import Cell
from pilotkit.report.escape import visible

_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?) %")


def put_text(sheet: Worksheet, place: tuple[int, int], text: str, look: Format) -> None:
    """Write a text as a text; control characters are written out."""
    shown = "\n".join(visible(line) for line in text.splitlines())
    while len(shown.encode("utf-16-le")) // 2 > LONGEST:
        shown = shown[: LONGEST // 2 - len(CUT)] + CUT
    if shown.startswith("<r>") and shown.endswith("</r>"):
        # XlsxWriter would take it for markup of its own and write it as it is.
        shown += " "
    if shown:
        sheet.write_string(*place, shown, look)
    else:
        sheet.write_blank(*place, None, look)


def put_value(sheet: Worksheet, place: tuple[int, int], cell: Cell, look: Format) -> None:
    """Write the number or the day that a cell is; the look is made for it by `number_format`."""
    if isinstance(cell.value, date):
        sheet.write_datetime(*place, datetime.combine(cell.value, time()), look)
    elif cell.value is not None:
        # A sheet knows no other numbers.
        sheet.write_number(*place, float(cell.value), look)


def number_format(cell: Cell) -> str | None:
    """Return how a sheet shows the value of a cell; None where only its text says it all."""
    match cell.value:
        case date() as day:
            return "yyyy-mm-dd" if cell.text == day.isoformat() else None
        case int() | Decimal() as number:
            return _number_format(cell.text, Decimal(number))
        case None:
            return None


def _number_format(text: str, number: Decimal) -> str | None:
    if abs(number) >= EXACT:
        return None
    if text == points_text(number):
        return "General"
    share = _SHARE.fullmatch(text)
    if share and Decimal(share[1]) == number * 100:
        places = len(share[1].partition(".")[2])
        return f"0.{'0' * places}%" if places else "0%"
    return None
