"""Fixed sentences of GB/T 1.1, and the wording of the edition of 2009 that they replaced."""

import re

from pilotkit.text.structure import Element

DRAFTED = (
    "本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。"
)
PATENTS = "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。"
LEAD_IN = (
    "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
    "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
)
# What chapters 2 and 3 say where they have no content.
NOTHING = {
    Element.REFERENCES: "本文件没有规范性引用文件。",
    Element.TERMS: "本文件没有需要界定的术语和定义。",
}
# Dashes as people type them; spaces were taken out. With the number of 2020 it is a changed one.
_OUTDATED = re.compile(
    "按照GB/T1\\.1[-\u2010-\u2015\u2212\uff0d]{1,2}(?:2009|2000)|"
    "GB/T1\\.1(?!.{0,2}2020).{0,8}给出的规则|"
    "凡是(?:不)?注日期的引用文件|对于本(?:文件|标准)的应用是必不可少的"
)


def squeezed(said: str) -> str:
    """Take the spaces out: how fixed sentences are compared."""
    return "".join(said.split())


def is_outdated(said: str) -> bool:
    """Say whether a paragraph, its spaces taken out, has a sentence of 2009 or before."""
    return _OUTDATED.search(said) is not None
