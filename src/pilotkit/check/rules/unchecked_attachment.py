"""PK641 unchecked-attachment.

What
    zh: 图片、扫描件、压缩包、Office 文件和 PDF 里的个人信息没有检查，按单位提示一条。
    en: Pictures, scans, archives, Office files and PDFs are not searched for personal data.
Why
    zh: 没有看过的不等于没有：这些文件入库以前要由人过目（《个人信息保护法》第五十一条）。
    en: What was not looked at may hold some: a person has to look (PIPL, art. 51).
Bad
    - {path: qiandao.png,
Good
    - {path: qiandao.txt,
Mend
    zh: 由人检查后遮住号码；能给文本的，附文本。
    en: Have a person look and mask; attach text where there is text.
Waive
    zh: 已由人检查的，写明谁查的和到期日。
    en: When a person has looked: who did, with an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.attached import Attached, attached
from pilotkit.check.readable import is_readable
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_SHOWN = 3


def check(repository: Repository) -> Iterator[Finding]:
    """Yield, for each unit, how many attachments nobody can read, at the first of them."""
    unread: dict[str, list[Attached]] = {}
    for one in attached(repository):
        if one.found is not None and one.found.size and not is_readable(one.path, one.found):
            unread.setdefault(repository.unit_id(one.record.unit), []).append(one)
    for several in unread.values():
        # <id>/<file>: files of many records bear the same name.
        names = [one.path.split("/", 3)[3] for one in several[:_SHOWN]]
        more = " 等" if len(several) > _SHOWN else ""
        yield Finding(
            several[0].place,
            Sentence(
                f"有 {len(several)} 个附件未检查个人信息：{'、'.join(names)}{more}",
                f"{len(several)} attachments are not searched for personal data: "
                f"{', '.join(names)}{' …' if more else ''}",
            ),
            unit=repository.owner_of(several[0].record),
        )


RULE = Rule("PK641", "unchecked-attachment", Severity.NOTE, check, reads_attachments=True)
