"""PK601 attachment-missing.

What
    zh: 记录登记的附件，要在它自己的文件夹里。
    en: An attachment that a record lists lies in the record's own folder.
Why
    zh: 没有附件的登记什么也证明不了，所以这条记录不计分；验收时材料要当场拿得出来。
    en: A listed file that is not there proves nothing: the record does not count.
Bad
    - {path: qiandao.txt,
Good
    - {path: jiyao.txt,
Mend
    zh: 把文件放进提示的位置；不再附的，删去这一行。
    en: Put the file where the finding says; remove the line if it is no longer attached.
Waive
    zh: 不宜豁免：原件在档的，改写 archive。
    en: Better not: write `archive` where the original lies elsewhere.
"""

from collections.abc import Iterator

from pilotkit.check.attached import attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.paths import leaves_its_folder
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every listed attachment that is not there."""
    for one in attached(repository):
        if one.found is None and not leaves_its_folder(one.file.path):
            yield Finding(
                one.place,
                Sentence(f"没有附件 {one.file.path}", f"no attachment {one.file.path}"),
                Sentence(f"文件放在 {one.path}", f"it belongs at {one.path}"),
                repository.owner_of(one.record),
            )


RULE = Rule("PK601", "attachment-missing", Severity.ERROR, check)
