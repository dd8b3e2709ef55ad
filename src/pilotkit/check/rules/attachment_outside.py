"""PK606 attachment-outside.

What
    zh: 附件的路径从记录自己的文件夹写起，不能是绝对路径，不能有 ..、反斜杠和盘符。
    en: An attachment's path starts in the record's own folder: not absolute, no `..`, no drive.
Why
    zh: 附件只放在记录自己的文件夹里：别人的文件夹、仓库以外的文件会变、会丢，也不安全。
    en: Attachments lie in the record's own folder only; others' files change, vanish, are unsafe.
Bad
    - {path: ../b/jiyao.txt,
Good
    - {path: jiyao.txt,
Mend
    zh: 把文件复制进记录自己的文件夹，路径只写文件名。
    en: Copy the file into the record's own folder and write its name only.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.paths import leaves_its_folder
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every path that leaves the record's own folder."""
    for index, file in enumerate(one.record.files):
        if leaves_its_folder(file.path):
            folder = one.record.attachments_folder
            yield Finding(
                one.record.at("files", index, "path"),
                Sentence(
                    f"附件路径“{file.path}”不在记录自己的文件夹里",
                    f"the path {file.path!r} leaves the record's own folder",
                ),
                Sentence(f"文件放进 {folder}/", f"put the file into {folder}/"),
                one.unit,
            )


def _records(repository: Repository) -> tuple[Evidence, ...]:
    return repository.evidence


RULE = RecordRule("PK606", "attachment-outside", Severity.ERROR, check, records=_records)
