"""PK509 reference-not-cited.

What
    zh: 规范性引用文件列出的标准，正文的条款里要引用到。
    en: What the list of references names is cited in the provisions.
Why
    zh: 按GB/T 1.1—2020惯例：清单只列正文规范性引用的文件；没有引用的不列。
    en: GB/T 1.1—2020: only what is cited normatively is listed.
Bad
    GB/T 36114 政务服务中心进驻事项服务指南编制规范

    # 4 要求

    应公开服务指南。
Good
    GB/T 36114 政务服务中心进驻事项服务指南编制规范

    # 4 要求

    服务指南应符合GB/T 36114的规定。
Mend
    zh: 在相应条款写明按该标准的规定执行；用不到的从清单删去，供参考的移到参考文献。
    en: Cite it where it applies; take it off the list, or put it into 参考文献, where it does not.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every entry of the list that no provision cites, in any edition or part."""
    cited = {one.cited.number.family for one in own.citations if one.is_in_body}
    cited |= {family.rpartition(".")[0] for family in cited if "." in family}
    for one in own.listed:
        family = one.cited.number.family
        if family not in cited:
            written = one.cited.written
            yield own.says(
                one.line,
                Sentence(
                    f"列出的“{written}”没有在正文引用",
                    f"{written!r} is listed and nowhere cited",
                ),
                column=one.cited.column,
            )


RULE = TextRule("PK509", "reference-not-cited", Severity.WARNING, check)
