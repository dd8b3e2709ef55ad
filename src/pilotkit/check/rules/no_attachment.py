"""PK608 no-attachment.

What
    zh: 每条证据都要有附件，或写明原件存放的位置 archive。
    en: Every piece of evidence has an attachment, or says in `archive` where its original lies.
Why
    zh: 计分表的每一分都看佐证材料；没有附件也没有档案位置的记录不计分。
    en: Every point of the table rests on material: without any, the record does not count.
Bad
    title: 记录
Good
    archive: {place: 区档案室, box: A-01}
Mend
    zh: 用 pilot evidence add 附上文件；不入库的写 archive。
    en: Attach the file with `pilot evidence add`, or write `archive`.
Waive
    zh: 材料正在整理的，写明到期日；评分仍不认。
    en: While the material is being sorted: with an expiry; the score does not follow.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that nothing shows."""
    for record in repository.evidence:
        if not record.files and not record.archive:
            yield Finding(
                record.at("id"),
                Sentence(
                    f"“{record.title}”没有附件，也没有档案位置",
                    f"{record.title!r} has no attachment and no archive place",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK608", "no-attachment", Severity.WARNING, check)
