"""Excel, for the lists an office calculates with. The library is loaded when it is asked for."""

from importlib.util import find_spec

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document
from pilotkit.report.format import SHIPPED, Format, Setting


def require_library() -> None:
    """Make sure that Excel files can be written.

    Raises:
        Fault: they cannot, and what to install.
    """
    if find_spec("xlsxwriter") is None:
        raise Fault(
            Sentence(
                "写 Excel 文件需要安装 XlsxWriter，怎么装见 pilot doctor",
                "Excel files need XlsxWriter; pilot doctor says how",
            )
        )


def render(document: Document, _: Setting = SHIPPED) -> bytes:
    """Render a document as a .xlsx file."""
    require_library()
    from pilotkit.report.workbook.writing import write  # noqa: PLC0415 - of an extra, slow

    return write(document)


FORMAT = Format("xlsx", ".xlsx", Sentence("Excel", "Excel"), render, needs=("XlsxWriter",))
