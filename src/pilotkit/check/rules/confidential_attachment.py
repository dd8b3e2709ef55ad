"""PK616 confidential-attachment.

What
    zh: confidentiality 写“不入库”的证据，仓库里不能有它的文件。
    en: Evidence marked 不入库 has no file in the repository.
Why
    zh: 进了 git 的文件删不干净；涉密、涉个人的原件只登记档案位置。已泄出的材料先处理，所以不计分。
    en: What is in git cannot be removed. Deal with it first: until then it does not count.
Bad
    confidentiality: 不入库
    files:
Good
    confidentiality: 不入库
    archive: {place: 区档案室}
Mend
    zh: 移走文件，写 archive；已经提交的，请管理员用 git filter-repo 清理历史。
    en: Remove the file, write `archive`; if committed, have git filter-repo clean history.
Waive
    zh: 不宜豁免：其实可以公开的，改 confidentiality。
    en: Better not: change `confidentiality` where it may be public after all.
"""

from collections.abc import Iterator

from pilotkit.check.attached import lying_by_folder
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every file that should not be in the repository."""
    kept_out = [one for one in repository.evidence if one.confidentiality == "不入库"]
    if not kept_out:
        return
    lying = lying_by_folder(repository)
    for record in kept_out:
        folder = record.attachments_folder
        for path in lying.get(folder, ()):
            name = path.removeprefix(f"{folder}/")
            yield Finding(
                record.at("confidentiality"),
                Sentence(f"不入库的材料 {name} 在仓库里", f"{name} is not to be in the repository"),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK616", "confidential-attachment", Severity.ERROR, check)
