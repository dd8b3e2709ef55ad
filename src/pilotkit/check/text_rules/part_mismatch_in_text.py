"""PK527 part-mismatch-in-text.

What
    zh: 正文引用的标准，题名写“第N部分”的，标准号里也是 .N。
    en: A number in a text whose title says 第N部分 has .N in it.
Why
    zh: 按GB/T 1.1—2020惯例，部分号写在标准号里；对不上就是抄错了一处，读的人不知道引的是哪一部分。
    en: GB/T 1.1—2020: the part stands in the number; one is miscopied, and nobody knows which.
Bad
    GB/T 24421.3 服务业组织标准化工作指南 第2部分：标准编制
Good
    GB/T 24421.3 服务业组织标准化工作指南 第3部分：标准编制
Mend
    zh: 照标准封面改正题名或标准号。
    en: Mend title or number from the cover.
Waive
    zh: 封面本身印错的，注明并写到期日。
    en: Where the cover itself is misprinted: with a note and an expiry.
"""

import re
from collections.abc import Iterator

from pilotkit.check.parts import part_in
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import cited_in

# The title of a number: in 《》 behind it, or in an entry, which begins with the number.
_IN_MARKS = re.compile("[ \u3000]?《(?P<title>[^《》]{1,100})》")
_IN_ENTRY = re.compile("[ \u3000]+(?P<title>[^《》。；]{1,100})")
_PART = re.compile("部分")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every number in a text whose title says another part."""
    for _, line, content in own.text.lines_having(_PART):
        for cited in cited_in(content):
            start = cited.column - 1
            form = _IN_MARKS if content[:start].strip() else _IN_ENTRY
            end = start + len(cited.written)
            titled = _IN_MARKS.match(content, end) or form.match(content, end)
            said = part_in(titled["title"]) if titled else None
            if said and said.is_other_than(cited.number):
                yield own.says(
                    line,
                    Sentence(
                        f"题名是“{said.written}”，标准号是“{cited.written}”",
                        f"{said.written}, but number {cited.written!r}",
                    ),
                    column=cited.column,
                )


RULE = TextRule("PK527", "part-mismatch-in-text", Severity.WARNING, check)
