"""PK643 picture-outside.

What
    zh: 标准文本里的图，路径从标准文件所在的文件夹写起，第一段是标准的编号：编号/图片。
    en: The path of a picture starts beside the standard, with its id: id/picture.
Why
    zh: 图片只放在标准自己的文件夹里：网上的、别处的图会变、会丢，也不安全。
    en: Pictures lie in the standard's own folder: others change, vanish, are unsafe.
Bad
    ![图1 受理](shouli.svg)
Good
    ![图1 受理](a/shouli.svg)
Mend
    zh: 把图片复制进标准自己的文件夹，路径写“编号/文件名”。
    en: Copy it into the standard's own folder, and write id/name.
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
    """Yield every path that is none inside the standard's own folder."""
    for one in pictured(repository):
        if one.path is None:
            folder = one.own.standard.pictures_folder
            yield one.says(
                Sentence(
                    f"图片路径“{one.image.path}”不在标准自己的文件夹里",
                    f"the path {one.image.path!r} leaves the standard's own folder",
                ),
                Sentence(
                    f"图片放进 {folder}/，路径写成 {folder.rpartition('/')[2]}/…",
                    f"put it into {folder}/ and write {folder.rpartition('/')[2]}/…",
                ),
            )


RULE = Rule("PK643", "picture-outside", Severity.ERROR, check)
