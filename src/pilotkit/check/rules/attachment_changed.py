"""PK602 attachment-changed.

What
    zh: 附件的内容与登记的 SHA-256 一致；Git LFS 指针按它写的 oid 核对。
    en: An attachment has its recorded SHA-256; of a Git LFS pointer the oid is compared.
Why
    zh: 登记之后改过的材料不再是当时的证据，所以这条记录不计分。
    en: What was changed after it was recorded is no longer that evidence: it does not count.
Bad
    sha256: 2314a6ee622b7da4d2fe0806a9b29a9f66ba9f0d5be434610d6f928a9dff772b
Good
    sha256: 22e874a1743aa729f8a94abb73a3ae2b7d134fe7bd16ba82d6df735406d29101
Mend
    zh: 误改的，从历史里找回原文件；确要换的，用 pilot evidence add 重新登记。
    en: Take the file back from history; or record the new one with `pilot evidence add`.
Waive
    zh: 不宜豁免：评分仍不认。
    en: Better not: the score does not follow.
"""

from collections.abc import Iterator
from contextlib import suppress

from pilotkit.check.attached import Attached, attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every attachment that is not what was recorded."""
    for one in attached(repository):
        if one.found is not None and one.found.size and not _is_as_recorded(one):
            yield Finding(
                one.record.at("files", one.line, "sha256"),
                Sentence(
                    f"附件 {one.file.path} 的内容与登记的 SHA-256 不符",
                    f"the attachment {one.file.path} is not what was recorded",
                ),
                unit=repository.owner_of(one.record),
            )


def _is_as_recorded(one: Attached) -> bool:
    """Compare the hashes; a file that the disk cannot give is not what was recorded."""
    with suppress(OSError):
        return one.found is not None and one.found.fingerprint == one.file.sha256
    return False


RULE = Rule("PK602", "attachment-changed", Severity.ERROR, check)
