"""A file → its sheets. What is hostile is refused in little time and memory."""

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from typing import Any

from pilotkit.disk.confinement import TOO_MUCH, RefusedError, confined
from pilotkit.edit.tables.binary import SIGNATURE
from pilotkit.edit.tables.comma import read_csv
from pilotkit.edit.tables.grid import SAVE_ANEW, CellValue, Grid, TableError
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence

MAX_FILE = 50 << 20
ZIP = b"PK\x03\x04"
# What JSON has no word for is told with its kind.
_TOLD: dict[str, Callable[[Any], CellValue]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "span": lambda seconds: timedelta(seconds=seconds),
}
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
_START = 2000
_OTHERS = (
    (b"mime-version", Sentence("网页存档", "a saved web page")),
    (b"<html", Sentence("网页（HTML）", "a web page (HTML)")),
    (b"<table", Sentence("网页（HTML）", "a web page (HTML)")),
    (b"<?xml", Sentence(" XML", "XML")),
    (b"\t", Sentence("文本", "plain text")),
    (b",", Sentence("文本", "plain text")),
)
WORK = "pilotkit.edit.tables.workbook:read"


def read_tables(name: str, content: bytes, encoding: str | None = None) -> list[Grid]:
    """Read every sheet of a workbook, or the one table of a .csv.

    Raises:
        TableError: the file is none of these, damaged, or not safe to read.
        Fault: what reads Excel files is not installed.
    """
    if len(content) > MAX_FILE:
        raise TableError(
            Sentence(f"“{name}”超过 {MAX_FILE >> 20} MB", f"{name!r} exceeds {MAX_FILE >> 20} MB")
        )
    if content.startswith((ZIP, SIGNATURE)):
        return _from_workbook(name, content)
    if name.lower().endswith((".csv", ".txt")):
        return [read_csv(name, content, encoding)]
    raise _other(name, content)


def _other(name: str, content: bytes) -> TableError:
    """Say what a file is that bears the name of a workbook, or none that we read.

    Offices' systems export web pages and plain text under the name of .xls.
    """
    start = content[:_START].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    what = next((said for mark, said in _OTHERS if mark in start), None)
    if not content:
        return TableError(Sentence(f"“{name}”是空文件", f"{name!r} is empty"))
    if name.lower().endswith(_WORKBOOKS):
        zh, en = what or Sentence("别的格式", "something else")
        said = Sentence(f"“{name}”其实是{zh}，没有读", f"{name!r} is {en}; it was not read")
        return TableError(said, SAVE_ANEW)
    return TableError(
        Sentence(
            f"“{name}”不是 .xlsx、.xls、.ods 或 .csv", f"{name!r} is no .xlsx, .xls, .ods or .csv"
        )
    )


def _from_workbook(name: str, content: bytes) -> list[Grid]:
    """Let a process of its own read a workbook; only its cells come back."""
    if find_spec("python_calamine") is None:
        raise Fault(
            Sentence(
                "读 Excel 文件需要安装 python-calamine，怎么装见 pilot doctor",
                "Excel files need python-calamine; pilot doctor says how",
            )
        )
    try:
        told = json.loads(confined(WORK, content, {"name": name}))
    except RefusedError as refused:
        said = refused.sentences
        if said == [TOO_MUCH]:
            said = [Sentence(f"“{name}”{TOO_MUCH.zh}，没有读", f"{name!r} {TOO_MUCH.en}")]
        raise TableError(*said) from None
    return [_grid(*one) for one in told]


def _grid(name: str, rows: list[list[Any]], hidden: bool) -> Grid:
    return Grid(name, tuple(tuple(map(_cell, row)) for row in rows), hidden)


def _cell(told: Any) -> CellValue:
    if isinstance(told, list):
        kind, said = told
        return _TOLD[kind](said)
    value: CellValue = told
    return value
