"""PK510 citation-not-listed.

What
    zh: 正文规范性引用的标准，要列入第2章。
    en: What the provisions cite is in the list of references.
Why
    zh: 按GB/T 1.1—2020惯例：规范性引用的文件都要列出，否则使用者不知道该备齐哪些文件。
    en: GB/T 1.1—2020: otherwise a user does not know which documents are needed.
Bad
    - 服务指南应符合GB/T 36114的规定；
Good
    - 服务应符合GB/T 15624的规定。
Mend
    zh: 补进第2章，注日期与否和正文一致。
    en: Add it to chapter 2, dated or not as the text cites it.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse_draft
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first place of every number that a provision cites and no list names."""
    if own.chapter(Element.REFERENCES):
        said = _named(own)
        for one in own.citations:
            family = one.cited.number.family
            if not one.is_in_body or one.is_note or _is_in(family, said):
                continue
            said.add(family)
            written = one.cited.written
            yield own.says(
                one.line,
                Sentence(
                    f"引用了“{written}”，规范性引用文件没有列",
                    f"{written!r} is cited and not listed among the references",
                ),
                column=one.cited.column,
            )


def _named(own: OwnText) -> set[str]:
    """Return what is listed, as a reference or for reading, and the standard itself."""
    lists = (Element.REFERENCES, Element.BIBLIOGRAPHY)
    named = {one.cited.number.family for one in own.citations if one.element in lists}
    number = parse_draft(own.standard.number or "")
    return named | ({number.family} if number else set())


def _is_in(family: str, named: set[str]) -> bool:
    return family in named or ("." in family and family.rpartition(".")[0] in named)


RULE = TextRule("PK510", "citation-not-listed", Severity.WARNING, check)
