"""What a cell of a list says of a value in a file, and what a cell means for the file."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any, NamedTuple

from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.sheet_column import SEVERAL, Form, SheetColumn
from pilotkit.model.sheet_figure import bare, day_in, number_in
from pilotkit.model.sheet_reference import referred
from pilotkit.model.values import Plain

# Excel holds so many UTF-16 units in a cell.
LONGEST = 32_767
CUT = "……"
YES, NO = "是", "否"
_TRUTHS = {YES: "true", NO: "false", "true": "true", "false": "false", "有": "true", "无": "false"}
_TRUTHS |= {"√": "true", "×": "false"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?")
_COUNT = re.compile(r"0|[1-9][0-9]{0,17}")
_BETWEEN = re.compile(r"[、，,；;\n]")
_BESIDE = "、"
# Between the fields of an entry, which seldom hold it; somebody may type the narrow one.
BAR = "｜"
_BARS = re.compile(r"[｜|]")
_DIGITS = 12

Entry = dict[str, str]
Written = str | list[str] | list[Entry] | Entry | None


def fingerprint(text: str) -> str:
    """Return what tells later whether a cell still says what it said when it was written."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


class CellError(Exception):
    """A cell that means nothing for its field; `sentence` says why, `help` what is meant."""

    def __init__(self, sentence: Sentence, help_: Sentence | None = None) -> None:
        super().__init__(sentence.en)
        self.sentence, self.help = sentence, help_


class Said(NamedTuple):
    """The text of a cell; not `whole` where it cannot say all that the file says."""

    text: str
    whole: bool = True


def said(column: SheetColumn, value: Any, repository: Repository) -> Said:
    """Say a value of a file as a cell does; nothing is an empty cell."""
    if value is None or value in ([], {}):
        return Said("")
    if column.form in SEVERAL:
        return _beside(column, value, repository)
    if column.form == "entries":
        return _entries(column, value, repository)
    if column.form == "tally":
        return _entries(column, _counted(value), repository)
    if not isinstance(value, str):
        return Said("", whole=False)
    return _fitting(_one(column, value, repository), whole=True)


def _beside(column: SheetColumn, value: Any, repository: Repository) -> Said:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return Said("", whole=False)
    texts = [_one(column, one, repository) for one in value]
    joined = "\n".join(texts)
    if column.form == "lines":
        clean = all(text == text.strip() and "\n" not in text for text in texts)
        return _fitting(joined, whole=clean)
    clean = not any(_BETWEEN.search(text) or text != text.strip() for text in texts)
    return _fitting(_BESIDE.join(texts) if clean else joined, whole=clean)


def _entries(column: SheetColumn, value: Any, repository: Repository) -> Said:
    """Say a list of records: one a line, its fields in their order."""
    if not isinstance(value, list):
        return Said("", whole=False)
    told = [_entry(column, one, repository) for one in value]
    return _fitting("\n".join(one.text for one in told), whole=all(one.whole for one in told))


def _counted(value: Any) -> Any:
    """Take numbers by name as records of the two."""
    if not isinstance(value, Mapping):
        return value
    return [{"name": name, "count": number} for name, number in value.items()]


def _entry(column: SheetColumn, entry: Any, repository: Repository) -> Said:
    given = {key: one for key, one in entry.items() if one is not None} if entry else {}
    keys = [field.key for field in column.fields]
    if not given.keys() <= set(keys) or not all(isinstance(one, str) for one in given.values()):
        return Said("", whole=False)
    texts = [_field(field, given.get(field.key, ""), repository) for field in column.fields]
    clean = all(text == text.strip() and not _BARS.search(text) for text in texts)
    line = BAR.join(texts).rstrip(BAR)
    return Said(line, whole=clean and line != "" and "\n" not in line)


def _field(field: SheetColumn, value: str, repository: Repository) -> str:
    """Say a field of an entry; a number as it is written, for a text loses nothing."""
    return value if field.form in {"count", "number"} else _one(field, value, repository)


def _fitting(text: str, *, whole: bool) -> Said:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST:
        return Said(text, whole)
    return Said(text[: LONGEST // 2 - len(CUT)] + CUT, whole=False)


def _one(column: SheetColumn, value: str, repository: Repository) -> str:
    text = value.replace("\r\n", "\n")
    match column.form:
        case "count" | "number":
            return plain_number(text)
        case "truth":
            return {"true": YES, "false": NO}.get(text, text)
        case "unit" | "units":
            unit = repository.unit(text)
            return unit.name if unit and repository.unit(unit.name) is unit else text
        case "subsystem":
            found = repository.subsystem(text)
            return found[1].name if found and repository.subsystem(found[1].name) == found else text
        case _:
            return next((shown for shown, inside in column.told if inside == text), text)


def plain_number(text: str) -> str:
    """Write a number as a sheet gives it back: without zeros at its end."""
    if not _NUMBER.fullmatch(text):
        return text
    number = Decimal(text)
    return f"{number.normalize():f}" if number else "0"


def meant(column: SheetColumn, text: str, repository: Repository) -> Written:
    """Return what a file has to say for the text of a cell; an empty cell is None.

    Raises:
        CellError: it is no day, number or unit where there must be one.
    """
    text = text.strip()
    if not text:
        return None
    if column.form in SEVERAL:
        parts = text.split("\n") if column.form == "lines" else _BETWEEN.split(text)
        form: Form = "unit" if column.form == "units" else "text"
        return [_READ[form](column, one.strip(), repository) for one in parts if one.strip()]
    if column.fields:
        numbered = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()]
        found = [(at, _meant(column, at, line, repository)) for at, line in numbered]
        entries = [(at, entry) for at, entry in found if entry]
        return (_tally(entries) if column.form == "tally" else [one for _, one in entries]) or None
    return _READ[column.form](column, text, repository)


def _meant(column: SheetColumn, at: int, line: str, repository: Repository) -> Entry:
    parts = [part.strip() for part in _BARS.split(line)]
    most = len(column.fields)
    if len(parts) > most:
        order = order_of(column)
        raise CellError(
            Sentence(
                f"第 {at} 行有 {len(parts)} 项，最多 {most} 项：{order}",
                f"line {at} has {len(parts)} fields, at most {most}: {order}",
            )
        )
    entry: Entry = {}
    for field, part in zip(column.fields, parts, strict=False):
        try:
            entry |= {field.key: _READ[field.form](field, part, repository)} if part else {}
        except CellError as error:
            said = error.sentence
            placed = Sentence(f"第 {at} 行：{said.zh}", f"line {at}: {said.en}")
            raise CellError(placed, error.help) from error
    return entry


def _tally(entries: Sequence[tuple[int, Entry]]) -> Entry:
    """Return numbers by name; `entries` are the lines and what each says."""
    tally: Entry = {}
    for at, entry in entries:
        if entry.keys() != {"name", "count"}:
            raise CellError(
                Sentence(
                    f"第 {at} 行要有名称和数量，如：窗口{BAR}3",
                    f"line {at} must have a name and a number, as 窗口{BAR}3",
                )
            )
        name = entry["name"]
        if name in tally:
            raise CellError(Sentence(f"第 {at} 行：“{name}”写了两次", f"line {at}: {name!r} twice"))
        tally[name] = entry["count"]
    return tally


def order_of(column: SheetColumn) -> str:
    """Name the fields of an entry as a line has them."""
    return BAR.join(field.head for field in column.fields)


def _text(column: SheetColumn, text: str, repository: Repository) -> str:
    if not column.refers:
        return dict(column.told).get(text, text)
    found = referred(column.refers, text, repository)
    if len(found) > 1:
        raise CellError(
            Sentence(
                f"“{text}”有 {len(found)} 个：{_BESIDE.join(found)}，请写编号",
                f"{text!r} are {len(found)}: {', '.join(found)}; give an id",
            )
        )
    return found[0] if found else text


def _day(_: SheetColumn, text: str, __: Repository) -> str:
    day = day_in(text)
    if isinstance(day, Sentence):
        raise CellError(day)
    return Plain(day.isoformat())  # no quotes around a day


def _count(_: SheetColumn, text: str, __: Repository) -> str:
    number = number_in(text)
    if not _COUNT.fullmatch(number):
        raise CellError(Sentence(f"“{text}”不是整数", f"{text!r} is no whole number"), bare(number))
    return Plain(number)


def _number(_: SheetColumn, text: str, __: Repository) -> str:
    number = number_in(text)
    if not _NUMBER.fullmatch(number):
        raise CellError(Sentence(f"“{text}”不是数", f"{text!r} is no number"), bare(number))
    return Plain(number)


def _truth(_: SheetColumn, text: str, __: Repository) -> str:
    if text.lower() not in _TRUTHS:
        raise CellError(
            Sentence(f"“{text}”应写“是”或“否”", f"{text!r} must be 是 or 否 (yes or no)")
        )
    return Plain(_TRUTHS[text.lower()])


def _unit(_: SheetColumn, text: str, repository: Repository) -> str:
    unit = repository.unit(text)
    if unit is None:
        near = did_you_mean(text, [one.name for one in repository.units])
        raise CellError(Sentence(f"没有单位“{text}”", f"no unit {text!r}"), near)
    return unit.id


def _subsystem(_: SheetColumn, text: str, repository: Repository) -> str:
    found = repository.subsystem(text)
    if found is None:
        every = repository.framework.subsystems() if repository.framework else ()
        near = did_you_mean(text, [one.name for _, one in every])
        raise CellError(Sentence(f"体系框架里没有“{text}”", f"no subsystem {text!r}"), near)
    return found[1].id


_READ: dict[Form, Callable[[SheetColumn, str, Repository], str]] = {
    "text": _text,
    "day": _day,
    "count": _count,
    "number": _number,
    "truth": _truth,
    "unit": _unit,
    "subsystem": _subsystem,
}


def choices(column: SheetColumn, allowed: Sequence[str], repository: Repository) -> list[str]:
    """List what a cell may say, where that is a closed list: `allowed` are the model's words."""
    match column.form:
        case "unit":
            return [_one(column, unit.id, repository) for unit in repository.units]
        case "subsystem":
            every = repository.framework.subsystems() if repository.framework else ()
            return [_one(column, one.id, repository) for _, one in every]
        case "truth":
            return [YES, NO]
        case "text":
            return [_one(column, word, repository) for word in allowed]
        case _:
            return []
