"""Which attachments can be read as text, and their text."""

from contextlib import suppress
from functools import lru_cache

from pilotkit.check import office_text
from pilotkit.model.files import MAX_BYTES, Attachment

_TEXTS = frozenset({"txt", "md", "csv", "tsv", "yaml", "yml", "json", "xml", "html", "htm"})
_MOST_REMEMBERED = 4_096


def is_readable(path: str, attachment: Attachment) -> bool:
    """Say whether its text can be had: by its ending, its size, and by really reading it."""
    ending = path.rpartition(".")[2].lower()
    if ending in _TEXTS:
        with suppress(OSError):
            return attachment.size <= MAX_BYTES and attachment.pointer_oid is None
        return False
    return office_text.can_read(ending) and _office_text(ending, attachment) is not None


def content_of(path: str, attachment: Attachment) -> bytes:
    """Return the text of a readable one in bytes; nothing of others and of a failing disk."""
    ending = path.rpartition(".")[2].lower()
    if ending in _TEXTS:
        with suppress(OSError):
            return attachment.read(MAX_BYTES) if is_readable(path, attachment) else b""
        return b""
    text = _office_text(ending, attachment) if office_text.can_read(ending) else None
    return (text or "").encode("utf-8", "replace")


@lru_cache(maxsize=_MOST_REMEMBERED)
def _office_text(ending: str, attachment: Attachment) -> str | None:
    """Two rules ask; unpacking once is enough."""
    if attachment.size > office_text.MAX_BYTES:
        return None
    with suppress(OSError):
        return office_text.office_text(ending, attachment.read(office_text.MAX_BYTES))
    return None


def decoded(content: bytes) -> str:
    """Decode text as UTF-8, else as GB 18030, which sheets are still saved in; never raises."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")
