"""A short name that a text introduces is followed where it is cited by."""

from pilotkit.text.citations import citations_of
from pilotkit.text.law_citations import laws_cited

TEXT = """# 1 范围

本文件按照GB/T 36114—2018《服务指南编制规范》（以下简称“编制规范”）编制。

# 4 要求

依据《小区办证管理办法》（小政发〔2020〕7号）（以下简称《办法》）受理。

应符合编制规范5.2的规定，按照《办法》第九条办理；办法由街道解释，另有实施办法。

见GB/T 1.1（下称“导则”），应按导则编写，引导则除外。
"""


def test_a_standard_is_cited_by_its_short_name() -> None:
    found = [(one.cited, one.line) for one in citations_of(TEXT) if one.cited.is_short]
    assert [(cited.written, line, cited.column, cited.clause) for cited, line in found] == [
        ("GB/T 36114—2018", 9, 4, "5.2"),
        ("GB/T 1.1", 11, 21, ""),
    ]
    assert [one.line for one in citations_of(TEXT)] == [3, 9, 11, 11]


def test_a_law_is_cited_by_its_short_name() -> None:
    found = [one for one in laws_cited(TEXT) if one.key == "小区办证管理办法"]
    assert [(one.written, one.line, one.column) for one in found] == [
        ("《小区办证管理办法》", 7, 3),
        ("办法", 9, 17),
        ("办法", 9, 27),
    ]
    assert {one.key for one in laws_cited(TEXT)} >= {"小区办证管理办法", "小政发20207号"}


def test_nothing_is_shortened_that_is_not_named_before() -> None:
    assert [*laws_cited("# 4 要求\n\n本区（以下简称“办法”）按照办法执行。\n")] == []
