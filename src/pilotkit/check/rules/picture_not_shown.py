"""PK645 picture-not-shown.

What
    zh: 标准文件夹里的每幅图片，文本里都要用到。
    en: Every picture in a standard's folder is shown in its text.
Why
    zh: 放着不用的图片，多半是改了名、漏了引，或者文本已经换了图。
    en: A picture that nothing shows was renamed, forgotten or replaced.
Bad
    ```attachment data/standards/TG/a/jiutu.svg
Good
    ```attachment data/standards/TG/a/shouli.svg
Mend
    zh: 在文本里单独一行写 ![图A.1 图题](编号/文件名)；不要的删去。
    en: Show it in the text, in a line of its own, or remove it.
Waive
    zh: 不宜豁免：引用或删去都容易。
    en: Better not: both are easy.
"""

from collections.abc import Iterator

from pilotkit.check.pictured import pictured
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_STANDARDS = "data/standards/"
_STEPS = "data/standards/<pillar>/<id>".count("/") + 1


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every picture below a standard's folder that no text shows."""
    lying = [one for one in repository.files.attachments if one.startswith(_STANDARDS)]
    if not lying:
        return
    shown = {one.path for one in pictured(repository)}
    # Of a withdrawn standard the pictures may lie; of one that cannot be read nothing is known.
    passed = {
        one.pictures_folder for one in repository.standards if one.withdrawn_on(repository.day)
    }
    read = {one.pictures_folder for one in repository.standards}
    for path in lying:
        folder = "/".join(path.split("/")[:_STEPS])
        is_unread = folder not in read and f"{folder}.md" in repository.files.texts
        if path not in shown and folder not in passed and not is_unread:
            yield Finding(
                Location(path), Sentence("没有标准文本用到这幅图片", "no text shows this picture")
            )


RULE = Rule("PK645", "picture-not-shown", Severity.WARNING, check)
