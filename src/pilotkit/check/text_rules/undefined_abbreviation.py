"""PK551 undefined-abbreviation.

What
    zh: 缩略语第一次出现时给出全称，或列入“符号和缩略语”。
    en: An abbreviation is written in full where it first stands, or is listed in 符号和缩略语.
Why
    zh: 按GB/T 1.1—2020惯例（8.8）；EMS在一份文件里是邮政特快专递，在另一份里是证照系统。
    en: GB/T 1.1—2020, 8.8: in one text EMS is the post, in another a system.
Bad
    由OCR系统读出卷号。
Good
    由光学字符识别（OCR）系统读出卷号。
Mend
    zh: 写成“中文全称（缩略语）”，此后只用缩略语；用得多的列入第4章。
    en: Write the full name with the abbreviation in brackets, later the abbreviation alone.
Waive
    zh: 众所周知的可以豁免。
    en: You may for those that everybody knows.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.symbols import coded_in, symbols_of, uses_of


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first use of every abbreviation that is not explained by then."""
    text = own.standard.text
    explained: dict[str, int] | None = None
    for use in uses_of(text):
        if explained is None:
            explained = _explained(text)
        line = explained.get(use.sign)
        if line is None or line > use.line:
            yield own.says(use.line, _said(use.sign, is_later=line is not None), column=use.column)


def _explained(text: str) -> dict[str, int]:
    """Return the line by which each sign is explained; a list or legend holds anywhere."""
    found = {sign: 0 for sign, _ in coded_in(text)}
    for symbol in reversed(symbols_of(text)):
        found[symbol.sign] = 0 if symbol.is_entry else symbol.line
    return found


def _said(sign: str, *, is_later: bool) -> Sentence:
    if is_later:
        return Sentence(
            f"缩略语“{sign}”第一次出现时没有给出全称", f"{sign} is written in full only later"
        )
    return Sentence(f"缩略语“{sign}”没有给出全称", f"{sign} is nowhere written in full")


RULE = TextRule("PK551", "undefined-abbreviation", Severity.WARNING, check)
