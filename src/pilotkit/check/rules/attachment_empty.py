"""PK604 attachment-empty.

What
    zh: 附件不能是空文件。
    en: An attachment is not empty.
Why
    zh: 空文件什么也证明不了，所以这条记录不计分。
    en: An empty file proves nothing: the record does not count.
Bad
    - {path: kong.txt,
Good
    - {path: jiyao.txt,
Mend
    zh: 换上有内容的文件，用 pilot evidence add 重新登记。
    en: Put the real file there and record it with `pilot evidence add`.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.attached import attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every listed attachment without content."""
    for one in attached(repository):
        if one.found is not None and one.found.size == 0:
            yield Finding(
                one.place,
                Sentence(f"附件 {one.file.path} 是空文件", f"{one.file.path} is empty"),
                unit=repository.owner_of(one.record),
            )


RULE = Rule("PK604", "attachment-empty", Severity.ERROR, check)
