"""PK605 attachment-unlisted.

What
    zh: 证据文件夹里的每个文件，都要登记在同名记录的 files 里。
    en: Every file in a record's folder stands in its `files`.
Why
    zh: 没有登记的文件不算证据，也没有人核对它变没变。
    en: A file that is not listed is no evidence, and nobody notices when it changes.
Bad
    ```attachment data/evidence/spj/a/caogao.txt
Good
    ```attachment data/evidence/spj/a/jiyao.txt
Mend
    zh: 用 pilot evidence add 登记；不要的删去。
    en: Record it with `pilot evidence add`, or remove it.
Waive
    zh: 不宜豁免：登记或删去都容易。
    en: Better not: both are easy.
"""

from collections.abc import Iterator

from pilotkit.check.attached import lying_by_folder
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every file in a folder of evidence that no record lists."""
    lying = lying_by_folder(repository)
    if not lying:
        return
    records = {record.attachments_folder: record for record in repository.evidence}
    for folder, paths in lying.items():
        record = records.get(folder)
        if record is None:
            if f"{folder}.yaml" not in repository.files.texts:
                yield from (_of_nobody(path) for path in paths)
            continue
        listed = {f"{folder}/{file.path}" for file in record.files}
        for path in paths:
            if path not in listed:
                name = path.removeprefix(f"{folder}/")
                yield Finding(
                    record.at("files"),
                    Sentence(f"附件 {name} 没有登记", f"the attachment {name} is not listed"),
                    unit=repository.owner_of(record),
                )


def _of_nobody(path: str) -> Finding:
    return Finding(
        Location(path),
        Sentence("这个附件没有对应的证据记录", "no record of evidence belongs to this attachment"),
    )


RULE = Rule("PK605", "attachment-unlisted", Severity.WARNING, check)
