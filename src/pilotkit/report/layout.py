"""Laying out lines of text where a Chinese character is two columns wide."""

from rich.cells import cell_len

# Punctuation that may not begin a line.
_NEVER_FIRST = "，。、；：）”》！？…,.;:)]}"


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a width in columns."""
    return text + " " * max(0, width - cell_len(text))


def pad_left(text: str, width: int) -> str:
    """Fill a text with spaces before it up to a width in columns."""
    return " " * max(0, width - cell_len(text)) + text


def wrap(text: str, width: int, *, cut: bool = True) -> list[str]:
    """Break a text into lines of at most `width` columns, at spaces or between wide characters.

    A longer word is cut, or else left whole, so that it can be copied.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and cell_len(line) + cell_len(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
        while cut and cell_len(line.rstrip()) > width:
            fitting = _columns(line, width)
            lines.append(line[:fitting])
            line = line[fitting:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def hang(line: str, width: int) -> list[str]:
    """Break a line of at most `width` columns; what follows stands two columns further in."""
    if cell_len(line) <= width:
        return [line]
    said = line.strip()
    indent = line[: line.index(said)]
    first = wrap(said, width - len(indent), cut=False)[0]
    rest = wrap(said[len(first) :].strip(), width - len(indent) - 2, cut=False)
    if rest == [""]:
        return [indent + first]
    return [indent + first, *(f"{indent}  {one}" for one in rest)]


def _pieces(text: str) -> list[str]:
    """Part a text where a line may break: behind spaces, around wide characters.

    Punctuation stays with what it closes.
    """
    pieces: list[str] = []
    inside_word = False
    for character in text:
        wide = cell_len(character) > 1
        joins = inside_word and not wide
        if pieces and (joins or character in _NEVER_FIRST):
            pieces[-1] += character
        else:
            pieces.append(character)
        inside_word = not wide and character != " "
    return pieces


def _columns(text: str, width: int) -> int:
    """Count the characters that fit into a width; at least one."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return max(1, index)
    return len(text)
