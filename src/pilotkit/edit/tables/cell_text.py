"""What stands in a cell, as text."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from pilotkit.edit.tables.grid import CellValue
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import NO, YES, CellError, plain_number
from pilotkit.model.sheet_figure import EXACT

# The errors of Excel, and those that LibreOffice numbers.
_ERROR = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|BUSY!"
    r"|EXTERNAL!|PYTHON!|GETTING_DATA)|Err:\d{3}"
)
# Of a formula that nobody has calculated.
_NO_VALUE = "#CALC!"


def text_of(value: CellValue) -> str:
    """Say what stands in a cell as text, as the file of a record would.

    Raises:
        CellError: it is the error of a formula, or a number that has lost digits.
    """
    match value:
        case bool():
            return YES if value else NO
        case str():
            return _checked(value.replace("\r\n", "\n").replace("\r", "\n"))
        case int() | float():
            return _number(value)
        case datetime():
            midnight = value.time() == time()
            return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _checked(text: str) -> str:
    if text == _NO_VALUE:
        raise CellError(
            Sentence(
                "公式没有算出的值，请用 Excel 或 WPS 打开，保存后再导入",
                "a formula without a value: open it in Excel or WPS, save it, import it again",
            )
        )
    if _ERROR.fullmatch(text):
        raise CellError(Sentence(f"公式出错：{text}", f"a formula that failed: {text}"))
    return text


def _number(value: float) -> str:
    if not abs(value) < EXACT:
        raise CellError(
            Sentence(
                "数字超过 15 位，表格已丢掉后面的位数，请把格子设为文本后重填",
                "more than 15 digits: the sheet has lost some; make the cell a text, type it again",
            )
        )
    return plain_number(f"{Decimal(repr(value)):f}")
