"""PK642 picture-missing.

What
    zh: 标准文本里的图，图片文件要在标准自己的文件夹里，而且不是空文件。
    en: A picture in a standard's text lies in the standard's own folder, and is not empty.
Why
    zh: 图片不在，导出的 Word、PDF 和资料汇编里就只有图题。
    en: Without it Word, PDF and the binder show no more than its caption.
Bad
    ![图1 受理](a/shouli.svg)
Good
    ![图1 受理](<a/shouli.svg>)
Mend
    zh: 把图片放到提示的位置；不再用的，删去这一行。
    en: Put the picture where the finding says, or remove the line.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.pictured import pictured
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every picture that is not there, or is empty."""
    for one in pictured(repository):
        if one.path is None or (one.found is not None and one.found.size):
            continue
        if one.found is None:
            said = Sentence(f"没有图片 {one.image.path}", f"there is no picture {one.image.path}")
        else:
            said = Sentence(f"图片 {one.image.path} 是空文件", f"{one.image.path} is empty")
        yield one.says(said, Sentence(f"应在 {one.path}", f"it belongs to {one.path}"))


RULE = Rule("PK642", "picture-missing", Severity.ERROR, check)
