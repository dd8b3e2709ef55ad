"""Word, as GB/T 9704 has official documents. The library is loaded when a file is asked for."""

from importlib.util import find_spec

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document
from pilotkit.report.format import SHIPPED, Format, Setting
from pilotkit.report.typesetting.papers import laid_out


def require_libraries() -> None:
    """Make sure that Word files can be written.

    Raises:
        Fault: they cannot, and what to install.
    """
    if find_spec("docx") is None or find_spec("docxtpl") is None:
        raise Fault(
            Sentence(
                "写 Word 文件需要安装 python-docx 和 docxtpl，怎么装见 pilot doctor",
                "Word files need python-docx and docxtpl; pilot doctor says how",
            )
        )


def render(document: Document, setting: Setting = SHIPPED) -> bytes:
    """Render a document as a .docx file."""
    require_libraries()
    if setting.template is not None:
        from pilotkit.report.word.template.filling import fill  # noqa: PLC0415 - of an extra

        return fill(document, setting)
    from pilotkit.report.word.writing import write  # noqa: PLC0415 - of an extra, slow to import

    return write(*laid_out(document, setting))


FORMAT = Format(
    "docx",
    ".docx",
    Sentence("Word", "Word"),
    render,
    needs=("docxtpl", "python-docx", "resvg-py"),
    templated=True,
)
