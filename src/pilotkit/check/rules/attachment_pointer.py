"""PK603 attachment-pointer.

What
    zh: 附件在仓库里只是 Git LFS 指针，按指针核对，文件本身没有看过。
    en: Of the attachment only the Git LFS pointer is here; its oid is compared, the file unseen.
Why
    zh: 指针相符就算在；但内容、类型、个人信息都没有检查，要让人知道。
    en: A pointer that fits counts; content, type and personal data were not looked at.
Bad
    version https://git-lfs.github.com/spec/v1
    oid sha256:c970c85dd1ee0e4c34fbec0ef323b75c59e0cfeebd5355c45c56ccb15416b241
Good
    - {path: shuoming.txt,
Mend
    zh: git lfs pull 后再验证。
    en: Validate again after `git lfs pull`.
Waive
    zh: 大文件长期放在 LFS 的，写明理由和到期日。
    en: For files kept in LFS for good: with reason and expiry.
"""

from collections.abc import Iterator
from contextlib import suppress

from pilotkit.check.attached import attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every attachment of which only a pointer is here."""
    for one in attached(repository):
        with suppress(OSError):
            if one.found is not None and one.found.pointer_oid is not None:
                yield Finding(
                    one.place,
                    Sentence(
                        f"附件 {one.file.path} 是 Git LFS 指针，按指针核对",
                        f"the attachment {one.file.path} is compared by its Git LFS pointer",
                    ),
                    unit=repository.owner_of(one.record),
                )


RULE = Rule("PK603", "attachment-pointer", Severity.NOTE, check)
