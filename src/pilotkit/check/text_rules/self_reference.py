"""PK507 self-reference.

What
    zh: 文件自称“本文件”，不写“本标准”“本规范”“本规程”。
    en: A document calls itself 本文件, not 本标准, 本规范 or 本规程.
Why
    zh: 按GB/T 1.1—2020惯例：自称一律用“本文件”；“本标准”是2009年版的写法。
    en: GB/T 1.1—2020: it is 本文件; 本标准 is the usage of 2009.
Bad
    本标准适用于综合窗口。
Good
    本文件适用于综合窗口。
Mend
    zh: 改成“本文件”。
    en: Write 本文件.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.quoted import unquoted

# 样本标准差, 基本规范: the word before has the 本; 本标准化, 本规范性: another word follows.
_ITSELF = re.compile(
    r"本(?<![样文基版成资根原日书课副正标范脚译抄人固蓝读账印]本)"
    r"(?:标准(?!差|化|件|体系|号|色|字|照|间|地址|答案)|规范(?!性|化)|规程|规则|办法|导则|指南(?!针))"
)

_MENDED = "本标准"
_WITH_FMT = Sentence("改成“本文件”；pilot fmt 能一次改好", "write 本文件; or run pilot fmt")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every line in which a text calls itself otherwise; what it quotes is not its own."""
    for _, line, content in own.text.lines_having(_ITSELF):
        if found := _ITSELF.search(unquoted(content)):
            yield own.says(
                line,
                Sentence(f"“{found[0]}”应为“本文件”", f"{found[0]!r} has to be 本文件"),
                _WITH_FMT if found[0] == _MENDED else None,
                column=found.start() + 1,
            )


RULE = TextRule("PK507", "self-reference", Severity.WARNING, check)
