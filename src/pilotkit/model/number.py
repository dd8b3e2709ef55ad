"""Numbers of standards: their grammar, their level, and when two are the same (domain.md §2.7).

A number is compared by its normal form: half-width, one em dash before the year, one space after
the code. What is shown is always what was written.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

Rank = Literal["国家", "行业", "地方", "团体", "内部", "国际"]

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\uFF0D]{1,2}\s*")
_SLASH = re.compile(r"\s*[/\u2215\u2044]\s*")
_SPACES = re.compile(r"\s+")
_SEPARATORS = re.compile("[ ·—]+")
_UNDERSCORED = re.compile(r"^(GB|DB[0-9]{2,4})[_ ]T(?![A-Z])")
_RUN_TOGETHER = re.compile(r"^GBT(?=\s?[0-9])")
_SPLIT_REGION = re.compile(r"^(DB) ([0-9]{2})")

_INDUSTRY = (
    "AQ|BB|CB|CH|CJ|CY|DA|DB|DL|DY|DZ|EJ|FZ|GA|GC|GH|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JG|JR|JT|JY|KA|"
    "LB|LD|LS|LY|MH|MR|MT|MZ|NB|NY|QB|QC|QJ|QX|RB|RF|RH|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TY|WB|"
    "WH|WJ|WM|WS|WW|XB|XF|YB|YC|YD|YJ|YS|YY|YZ|ZY|CJJ|JGJ|JJF|JJG|JTG|HAD"
)
_TAIL = r"\s?(?P<serial>[0-9]{1,6}(?:\.[0-9]{1,4})*)(?:—(?P<year>(?:19|20)[0-9]{2}|[0-9]{2}))?$"
# The order matters: DB61/T is a local standard, DB/T the industry code of earthquakes.
_HEADS: tuple[tuple[Rank, str], ...] = (
    ("国家", r"^(?P<code>GBJ|GSB|GB)(?P<nature>/[TZ])?"),
    ("地方", r"^(?P<code>DBJ\s?/?(?P<region>[0-9]{2}))(?P<nature>/T)?"),
    ("地方", r"^(?P<code>DB(?P<region>[0-9]{2}|[0-9]{4}|[0-9]{5,6}))(?P<nature>/[TZ]|/)?"),
    ("行业", rf"^(?P<code>{_INDUSTRY})(?P<nature>/[TZ])?"),
    ("团体", r"^(?P<code>T/[A-Z0-9]{2,12})"),
    ("内部", r"^(?P<code>Q/[A-Z0-9\u4e00-\u9fff]{2,12}(?:[ /·—]?[A-Z]{1,4})?)"),
)
_FORMS = tuple((rank, re.compile(head + _TAIL)) for rank, head in _HEADS)
_INTERNATIONAL = re.compile(
    r"^(?P<code>ISO(?:/IEC|/TS|/TR)?|IEC|ITU-T)\s?(?P<serial>[0-9]{1,6}(?:-[0-9]{1,4})*)"
    r"(?::(?P<year>[0-9]{4}))?$"
)
_DISTRICT_CODE_LENGTHS = (5, 6)
_LONGEST = 80
_SHORT_YEAR = 2
# Drafts bear a number whose year is still open: GB/T 1.1 has —XXXX.
_OPEN_YEAR = re.compile("—(?:X{2,4}|×{2,4}|[0-9]{2}(?:XX|××))$")
# What scanning makes of numbers: G13/T for GB/T, l for 1, O for 0, a dash lost or doubled.
_MISREAD_HEAD = re.compile(r"^(?:G(?:B|13|8|6|3)|6B|CB)(?=\s?(?:/|[0-9LIO]))")
_MISREAD_DIGITS = str.maketrans("LIO", "110")
_MANY_DASHES = re.compile("—{2,}")
_RUN_INTO_YEAR = re.compile(r"(?<=[0-9])((?:19|20)[0-9]{2})$")


class Number(NamedTuple):
    """A number that follows the grammar, in its parts; `year` is empty in an undated citation."""

    rank: Rank
    code: str
    serial: str
    year: str

    @property
    def family(self) -> str:
        """The number without its year: what all editions share."""
        return f"{self.code} {self.serial}"

    @property
    def dated(self) -> str:
        """The number with its year, in the form that is compared: 93 is 1993."""
        century = "19" if len(self.year) == _SHORT_YEAR else ""
        return f"{self.family}—{century}{self.year}" if self.year else self.family

    @property
    def part(self) -> str | None:
        """The number of the part in `24421.2`; None where the serial has none."""
        head, dot, part = self.serial.rpartition(".")
        return part if dot and head else None

    @property
    def is_district_paper(self) -> bool:
        """Whether the region is a district's: no statutory local standard can have it."""
        region = self.code.removeprefix("DB").partition("/")[0]
        return self.rank == "地方" and len(region) in _DISTRICT_CODE_LENGTHS


def normal(text: str) -> str:
    """Fold what people write differently and mean alike: widths, dashes, slashes, spaces, case."""
    folded = unicodedata.normalize("NFKC", text).strip().upper()
    folded = _SLASH.sub("/", _DASHES.sub("—", folded))
    folded = _RUN_TOGETHER.sub("GB/T", _UNDERSCORED.sub(r"\1/T", folded))
    return _SPLIT_REGION.sub(r"\1\2", _SPACES.sub(" ", folded))


@lru_cache(maxsize=65_536)
def parse(text: str) -> Number | None:
    """Read a number; None where it follows no grammar."""
    if len(text) > _LONGEST:
        return None
    folded = normal(text)
    for rank, form in _FORMS:
        if found := form.match(folded):
            code = found["code"] + (found.groupdict().get("nature") or "")
            code = _SEPARATORS.sub("", code).rstrip("/")
            return Number(rank, code, found["serial"], found["year"] or "")
    if found := _INTERNATIONAL.match(folded.replace("—", "-")):
        return Number("国际", found["code"], found["serial"], found["year"] or "")
    return None


def parse_draft(text: str) -> Number | None:
    """Read a number whose year may be open still (—XXXX)."""
    if len(text) > _LONGEST:
        return None
    return parse(_OPEN_YEAR.sub("", normal(text)))


def suggestion(text: str) -> str | None:
    """Guess which number a misread one stands for: to be shown to people, never to be taken."""
    if len(text) > _LONGEST:
        return None
    folded = _MANY_DASHES.sub("—", normal(text)).replace("GB/A", "GB/Z")
    head = _MISREAD_HEAD.sub("GB", folded)
    code, slash, rest = head.rpartition("/")
    digits = f"{code}{slash}{rest[:1]}{rest[1:].translate(_MISREAD_DIGITS)}"
    for guess in (folded, head, digits):
        for one in (guess, _RUN_INTO_YEAR.sub(r"—\1", guess)):
            if number := parse(one):
                return number.dated
    return None


def same_key(text: str) -> str:
    """Return what two spellings of one number have in common."""
    number = parse(text)
    if number:
        return number.dated
    return normal(text) if len(text) <= _LONGEST else text
