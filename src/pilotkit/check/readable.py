"""Which attachments can be read as text, and their text."""

from contextlib import suppress

from pilotkit.model.files import MAX_BYTES, Attachment

_TEXTS = frozenset({"txt", "md", "csv", "tsv", "yaml", "yml", "json", "xml", "html", "htm"})


def is_readable(path: str, attachment: Attachment) -> bool:
    """Say whether it is text by its ending, not too long, and no pointer to a file elsewhere."""
    ending = path.rpartition(".")[2].lower()
    if ending not in _TEXTS or attachment.size > MAX_BYTES:
        return False
    with suppress(OSError):
        return attachment.pointer_oid is None
    return False


def content_of(path: str, attachment: Attachment) -> bytes:
    """Return the bytes of a readable one; nothing of others and of what the disk cannot give."""
    if is_readable(path, attachment):
        with suppress(OSError):
            return attachment.read(MAX_BYTES)
    return b""


def decoded(content: bytes) -> str:
    """Decode text as UTF-8, else as GB 18030, which sheets are still saved in; never raises."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")
