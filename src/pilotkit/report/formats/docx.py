"""Word, as GB/T 9704 has official documents. The library is loaded when a file is asked for."""

from importlib.util import find_spec

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document
from pilotkit.report.format import SHIPPED, Format, Setting


def render(document: Document, _: Setting = SHIPPED) -> bytes:
    """Render a document as a .docx file."""
    if find_spec("docx") is None:
        raise Fault(
            Sentence(
                "写 Word 文件需要安装 python-docx：pip install 'pilotkit[office]'",
                "Word files need python-docx: pip install 'pilotkit[office]'",
            )
        )
    from pilotkit.report.word.writing import write  # noqa: PLC0415 - of an extra, slow to import

    return write(document)


FORMAT = Format("docx", ".docx", render)
