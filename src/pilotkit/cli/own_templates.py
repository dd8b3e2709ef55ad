"""The Word templates that a workspace has made its own."""

from pilotkit.disk.failure import cannot
from pilotkit.model.files import Files
from pilotkit.model.sentence import Sentence
from pilotkit.report.format import TemplateFault

FOLDER = "data/templates"
_MOST_BYTES = 20 << 20


def path_of(report: str) -> str:
    """Return where the template of a report lies."""
    return f"{FOLDER}/{report}.docx"


def own_template(files: Files, report: str) -> bytes | None:
    """Read the template of a report; None where the workspace has none.

    Raises:
        TemplateFault: there is one, and it cannot be read.
    """
    found = files.attachments.get(path_of(report))
    if found is None:
        return None
    if found.size > _MOST_BYTES:
        raise _unreadable(report, "超过 20 MB", "larger than 20 MB")
    if found.pointer_oid:
        raise _unreadable(report, "只是 Git LFS 指针，先运行 git lfs pull", "a Git LFS pointer")
    try:
        return found.read(_MOST_BYTES)
    except OSError as error:
        zh, en = cannot(Sentence("读不了", "cannot be read"), error)
        raise _unreadable(report, zh, en) from None


def _unreadable(report: str, zh: str, en: str) -> TemplateFault:
    path = path_of(report)
    return TemplateFault(
        Sentence(f"模板 {path} 用不了：{zh}", f"the template {path} cannot be used: {en}"),
        Sentence("--templates bundled 用随程序的", "--templates bundled uses the shipped one"),
    )
