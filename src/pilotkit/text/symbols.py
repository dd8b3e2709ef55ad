"""The symbols and abbreviations of a text: which it explains, and which it only uses."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from pilotkit.text.blocks import Block, Kind
from pilotkit.text.citations import citations_of
from pilotkit.text.quoted import unquoted
from pilotkit.text.structure import Element, StandardText, parse

_HAN = "\u3400-\u9fff"
_SIGN = r"[A-Za-z\u0370-\u03ff][A-Za-z0-9_\u2080-\u2089-]{0,11}"
_LEGEND = re.compile(rf"(?P<sign>{_SIGN})\s*(?:——?|—|－|-{{2}})\s*(?P<meaning>[{_HAN}].*)")
_LISTED = re.compile(rf"(?P<sign>{_SIGN})(?:\s*[：:—–-]+\s*|[ \u3000]+)(?P<meaning>.*[{_HAN}].*)")
_CODE = re.compile(rf"(?P<sign>[A-Z]{{2,8}})\s*[：:]\s*[{_HAN}]")
_AFTER = re.compile(
    rf"(?P<meaning>[{_HAN}]{{2,24}})[（(](?:[A-Za-z][A-Za-z ’'-]{{3,60}}[，,；; ]+)?"
    r"(?:以下|英文)?(?:简称|缩写为?|简写为?)?[“\"]?(?P<sign>[A-Z]{2,10})[”\"]?(?=[）)，,；])"
)
_BEFORE = re.compile(
    rf"(?<![A-Za-z0-9/.-])(?P<sign>[A-Z]{{2,10}})(?:[（(]|[，,]?(?:即|是指))(?:即|指|全称|全称为)?"
    rf"(?P<meaning>[{_HAN}][^（）()，,。；;]{{1,40}}|[A-Za-z][A-Za-z’'-]+ [A-Za-z ’'-]{{2,60}})"
)
# The entry of a term with its abbreviation: 邮政特快专递 express mail service；EMS.
_TERM = re.compile(
    rf"(?P<meaning>[{_HAN}]{{2,24}})[^{_HAN}]*?[；;（( ](?P<sign>[A-Z]{{2,10}})[）)]?"
)
_USED = re.compile(
    r"(?<![A-Za-z0-9./\\_@#&—-])(?<![A-Za-z] )[A-Z]{2,8}(?![A-Za-z0-9._@/—-])(?! [A-Za-z])"
)
_CAPITALS = re.compile("[A-Z][A-Z]")
_BRACKET = re.compile("[（(]")
_DASH = re.compile("—|－|--")
_ROMAN = frozenset("IVX")
# What everybody knows: kinds of files, of cards and devices, codes of the cover.
_COMMON = (
    "PDF OFD DOC DOCX XLS XLSX PPT PPTX TXT XML HTML CSV JPG JPEG PNG ZIP RAR WPS "
    "ID IC IP PC USB LED LCD APP WIFI CD DVD CPU URL HTTP HTTPS GB DB ISO IEC ICS CCS RMB CNY "
    "MB KB TB VIP ATM QQ OK"
)
_KNOWN = frozenset(_COMMON.split())
_UNIT = re.compile(r"[，,；;]?\s*(?:单位为|单位：|单位是).*")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]?")
_MEANINGFUL = frozenset({Element.SCOPE, Element.TERMS, Element.CORE, Element.ANNEX})


class Symbol(NamedTuple):
    """A symbol or abbreviation with its meaning and where that stands.

    `is_entry` says that it is an entry of 符号和缩略语 or of the legend of a formula, with exactly
    its meaning; else the meaning stands somewhere in the words before it.
    """

    sign: str
    meaning: str
    line: int
    column: int
    is_entry: bool


class Use(NamedTuple):
    """An abbreviation where a text first uses it."""

    sign: str
    line: int
    column: int


@lru_cache(maxsize=16_384)
def symbols_of(text: str) -> tuple[Symbol, ...]:
    """Return the symbols and abbreviations that a text explains, in their order."""
    found = sorted(_explained(parse(text)), key=attrgetter("line"))
    return tuple(symbol for symbol in found if symbol.sign not in _KNOWN)


def uses_of(text: str) -> Iterator[Use]:
    """Yield each abbreviation where the text first uses it in words of its own."""
    cited: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in citations_of(text):
        begins = one.cited.column
        cited[one.line].append((begins, begins + len(one.cited.written)))
    said: set[str] = set(_KNOWN)
    for section, line, content in parse(text).lines_having(_CAPITALS):
        if section and section.element in _MEANINGFUL and line != section.line:
            for use in _used_in(content, line, cited.get(line, ())):
                if use.sign not in said:
                    said.add(use.sign)
                    yield use


def coded_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the signs that a list explains with a colon, with their lines: JC：通用基础."""
    for _, block in parse(text).blocks():
        if found := _CODE.match(block.text):
            yield found["sign"], block.line


def _used_in(content: str, line: int, spans: Sequence[tuple[int, int]]) -> Iterator[Use]:
    if _is_formula(content):
        return
    for found in _USED.finditer(unquoted(content)):
        column = found.start() + 1
        is_cited = any(begins <= column < ends for begins, ends in spans)
        if not is_cited and not _ROMAN.issuperset(found[0]):
            yield Use(found[0], line, column)


def _is_formula(content: str) -> bool:
    """Say whether a line is a formula: signs and numbers around an equals sign, hardly a word."""
    return "=" in content and "（" in content and content.rstrip().endswith(("）", ")"))


def _explained(parsed: StandardText) -> Iterator[Symbol]:
    for section in parsed.of(Element.TERMS):
        if found := _TERM.fullmatch(section.title):
            yield Symbol(found["sign"], found["meaning"], section.line, 1, is_entry=True)
    for section in parsed.of(Element.SYMBOLS):
        for block in section.blocks:
            yield from _rows(block) if block.rows else _in_words(block, _LISTED)
    for section, block in parsed.blocks_having(_CAPITALS, _DASH):
        if section.element is not Element.SYMBOLS and not block.rows:
            yield from _in_words(block, _LEGEND)


def _in_words(block: Block, entry: re.Pattern[str]) -> Iterator[Symbol]:
    if found := entry.fullmatch(block.text):
        meaning = _BRACKETS.sub("", _UNIT.sub("", found["meaning"])).strip(" 。；;，,")
        yield Symbol(found["sign"], meaning, block.line, block.column, is_entry=True)
    elif block.kind is not Kind.FORMULA and _CAPITALS.search(block.text):
        after = _AFTER.finditer(block.text) if _BRACKET.search(block.text) else ()
        for found in (*after, *_BEFORE.finditer(block.text)):
            column = block.column + found.start("sign")
            yield Symbol(found["sign"], found["meaning"], block.line, column, is_entry=False)


def _rows(block: Block) -> Iterator[Symbol]:
    """Read a table of symbols: the first column has them, the second their meaning."""
    for row in block.rows[1:]:
        if len(row) > 1 and re.fullmatch(_SIGN, row[0]):
            yield Symbol(row[0], row[1].strip(" 。；;"), block.line, block.column, is_entry=True)
