"""The parts of a page."""

import hashlib
from html.parser import HTMLParser

from pilotkit.report.comparison.parts import Drawing, Grid, Line, Part

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "caption", "figcaption"})
_FIELDS = frozenset({"td", "th"})
# A line of the head is a label and its text: `dd` goes on with what `dt` began.
_STARTS = (_LINES - {"dd"}) | _FIELDS | {"dt", "table", "tr"}
_UNREAD = frozenset({"style", "script", "title", "nav"})


def read(content: bytes) -> list[Part]:
    """Read a page as a browser shows it; neither its contents nor its looks."""
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    page.close()
    return page.parts


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.rows: list[list[str]] | None = None
        self.in_field = False
        self.text: list[str] = []
        self.unread = 0
        self.drawn: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.drawn is not None or tag == "svg":
            self.drawn = [*(self.drawn or ()), tag, *(f"{name}={value}" for name, value in attrs)]
        elif tag in _UNREAD:
            self.unread += 1
        elif tag == "br":
            self.text.append(" ")
        elif tag in _STARTS:
            self._end_field()
            self.text.clear()
            self._start(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.drawn is not None:
            self._drawn(tag)
        elif tag in _UNREAD:
            self.unread = max(0, self.unread - 1)
            self.text.clear()
        elif tag in _FIELDS or tag == "tr":
            self._end_field()
        elif tag == "table" and self.rows is not None:
            self._end_field()
            self.parts.append(Grid(tuple(tuple(row) for row in self.rows)))
            self.rows = None
        elif tag in _LINES and not self.in_field and (text := self._said()):
            self.parts.append(Line(text))

    def _start(self, tag: str) -> None:
        if tag == "table":
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in _FIELDS and self.rows:
            self.in_field = True

    def _end_field(self) -> None:
        """End a field, also one whose end the page does not write."""
        if self.in_field and self.rows:
            self.rows[-1].append(self._said())
        self.in_field = False

    def handle_data(self, data: str) -> None:
        if self.drawn is not None:
            self.drawn.append(data)
        elif not self.unread:
            self.text.append(data)

    def _said(self) -> str:
        """Return what was said since the last time."""
        text = " ".join("".join(self.text).split())
        self.text.clear()
        return text

    def _drawn(self, tag: str) -> None:
        if tag == "svg":
            digest = hashlib.sha256("\0".join(self.drawn or ()).encode()).hexdigest()
            self.parts.append(Drawing(digest))
            self.drawn = None
