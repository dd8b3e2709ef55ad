"""PK609 shared-attachment.

What
    zh: 同一个文件登记在几条证据下，提示一下：允许，但要让人看见。
    en: One file under several pieces of evidence is pointed out: allowed, but seen.
Why
    zh: 一份材料可以支撑几条指标；一张照片充当几次会议就不行，专家会翻出来。
    en: One paper may support several criteria; one photograph for several meetings may not.
Bad
    sha256: 927f8f9e1fd33be71e18ed63a2e4bbb7e36bd53e2fabd01654302ddb03b1ef1e
Good
    sha256: b00b7a55a99ddde4037695ec00ff6ac9e9e53290943197822244d5c4b5ede27e
Mend
    zh: 确是同一份材料的，合成一条证据、写几个 criteria；放错的换掉。
    en: Make one record with several `criteria` of it; replace what was put there by mistake.
Waive
    zh: 同一份材料确实说明两件事的，写明理由和到期日。
    en: Where it does show two things: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.attached import Attached, attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every attachment that an earlier record lists too."""
    first: dict[str, Attached] = {}
    for one in attached(repository):
        held = first.setdefault(one.file.sha256, one)
        if held.record.id != one.record.id:
            yield Finding(
                one.place,
                Sentence(
                    f"附件 {one.file.path} 与另一条证据的附件相同",
                    f"the attachment {one.file.path} is another record's, too",
                ),
                Sentence(f"另一处是 {held.place}", f"the other is {held.place}"),
                repository.owner_of(one.record),
            )


RULE = Rule("PK609", "shared-attachment", Severity.NOTE, check)
