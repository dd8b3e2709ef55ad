"""PK634 document-without-reason.

What
    zh: 废止的现有文件要写理由 reason。
    en: A collected document that is done away with says why.
Why
    zh: 梳理的结论要经得起问：为什么废止，由什么接替（方案第三阶段）。
    en: What the third phase decides must bear being asked for its reason.
Bad
    becomes: 废止
Good
    reason: 内容已并入新的服务指南
Mend
    zh: 补写 reason。
    en: Add `reason`.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every document that ends without a reason."""
    for document in repository.documents:
        if document.becomes == "废止" and document.reason is None:
            yield Finding(
                document.at("becomes"),
                Sentence(
                    f"废止“{document.title}”没有写理由", f"no reason why {document.title!r} ends"
                ),
                unit=repository.owner_of(document),
            )


RULE = Rule("PK634", "document-without-reason", Severity.WARNING, check)
