"""The text of a PDF: read in a process of its own, for a page can unpack to any size."""

import io
import logging
from collections.abc import Mapping
from typing import Any

from pypdf import PdfReader


def text_of(content: bytes, context: Mapping[str, Any]) -> bytes:
    """Return the text of the first pages, at most `pages`, in UTF-8."""
    # What it says of files that are not quite right is no finding.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    pages = PdfReader(io.BytesIO(content)).pages[: context["pages"]]
    return "\n".join(page.extract_text() for page in pages).encode("utf-8", "replace")
