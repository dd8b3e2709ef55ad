"""PK644 picture-unfit.

What
    zh: 标准文本里的图是 PNG、JPEG、GIF 或 SVG，不太大，不引用别的文件，单独成一行。
    en: PNG, JPEG, GIF or SVG, not too large, complete in itself, in a line of its own.
Why
    zh: 不是这样的图排不进 Word、PDF 和资料汇编，那里只有图题和原因。
    en: Others cannot be set in Word, PDF and the binder, which show the caption and the reason.
Bad
    见![图1 受理](a/shouli.svg)。
Good
    ![图1 受理](a/shouli.svg)
Mend
    zh: 用画图软件另存为 PNG，或另存为不带外部链接的 SVG；太大的，缩小后再存；图写在单独的一行。
    en: Save it as PNG or as an SVG without links, smaller if need be; give it a line of its own.
Waive
    zh: 不宜豁免：导出的文本里没有这幅图。
    en: Better not: what is handed out lacks the picture.
"""

from collections.abc import Iterator

from pilotkit.check.pictured import pictured, within_lines
from pilotkit.check.rule import Finding, Rule
from pilotkit.disk.pictures import UnfitPictureError, read_picture
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every picture that is there and cannot be set."""
    for one in pictured(repository):
        if one.path and one.found is not None and one.found.size:
            try:
                read_picture(one.found, one.path)
            except UnfitPictureError as unfit:
                zh, en = unfit.sentence
                path = one.image.path
                yield one.says(Sentence(f"图片 {path}：{zh}", f"the picture {path}: {en}"))
    for own, line in within_lines(repository):
        yield own.says(
            line,
            Sentence("图片夹在文字里，请单独成一行", "a picture between words: give it a line"),
        )


RULE = Rule("PK644", "picture-unfit", Severity.WARNING, check)
