"""The parts of a Markdown file."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pilotkit.report.comparison.parts import Grid, Line, Part


def read(content: bytes) -> list[Part]:
    """Read Markdown as it is shown, without its markup."""
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode("utf-8", "replace"))
    return list(_parts(tokens))


def _parts(tokens: list[Token]) -> Iterator[Part]:
    rows: list[list[str]] | None = None
    for token in tokens:
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "table_close" and rows is not None:
            yield Grid(tuple(tuple(row) for row in rows))
            rows = None
        elif token.type in {"inline", "code_block", "fence"}:
            text = _text(token)
            if rows:
                rows[-1].append(text)
            elif text:
                yield Line(text)


def _text(token: Token) -> str:
    if token.children is None:
        return " ".join(token.content.split())
    shown = (
        " " if one.type in {"softbreak", "hardbreak", "html_inline"} else one.content
        for one in token.children
    )
    return " ".join("".join(shown).split())
