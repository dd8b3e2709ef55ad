"""A PDF of others, opened so that nothing in it is taken on trust."""

from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError
from pikepdf.settings import set_qpdf_limits

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import UnusableFileError

_MOST_PAGES = 1000
_MOST_UNPACKED = 64 << 20
# What qpdf unpacks to find its way in a file, and how much it mends, has an end.
set_qpdf_limits(
    flate_max_memory=_MOST_UNPACKED,
    run_length_max_memory=_MOST_UNPACKED,
    png_max_memory=_MOST_UNPACKED,
    tiff_max_memory=_MOST_UNPACKED,
    dct_max_memory=_MOST_UNPACKED,
    doc_max_warnings=1000,
)
BROKEN = Sentence("PDF 已损坏或不合规范", "the PDF is broken or out of order")


def opened(content: bytes) -> Pdf:
    """Open a PDF; what its annotations look like, a seal for one, is drawn on its pages.

    Raises:
        UnusableFileError: it asks for a password, is broken, or has more pages than a volume takes
            from one file.
        PdfError: it is broken in a way that shows when its annotations are drawn.
    """
    try:
        pdf = Pdf.open(BytesIO(content))
    except PasswordError:
        raise UnusableFileError(Sentence("PDF 有打开口令", "the PDF asks for a password")) from None
    except PdfError as error:
        raise UnusableFileError(BROKEN) from error
    if not len(pdf.pages):
        raise UnusableFileError(Sentence("PDF 没有页面", "the PDF has no page"))
    if len(pdf.pages) > _MOST_PAGES:
        raise UnusableFileError(
            Sentence(
                f"PDF 超过 {_MOST_PAGES} 页，不拼入本卷",
                f"the PDF has more than {_MOST_PAGES} pages, not bound in",
            )
        )
    if not _whole(pdf):
        raise UnusableFileError(BROKEN)
    if any("/Annots" in page for page in pdf.pages):
        pdf.flatten_annotations()
    return pdf


def _whole(pdf: Pdf) -> bool:
    """Whether a file that qpdf had to mend still has every page that it says it has, and whole."""
    return not pdf.get_warnings() or (
        pdf.Root.Pages.get("/Count") == len(pdf.pages)
        and all("/Contents" in page for page in pdf.pages)
    )
