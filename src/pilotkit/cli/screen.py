"""The screen that lists are written for: how wide it is, and lines that fit it."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from pilotkit.report.layout import hang

# Where no terminal says how wide it is: of a pipe, a log of CI, an e-mail.
_ELSEWHERE = 80


def width() -> int:
    """Return how many columns there are to write in."""
    console = Console()
    return console.width if console.is_terminal else _ELSEWHERE


def fitted(text: str) -> str:
    """Break the lines of a text that are wider than the screen, each below its own beginning."""
    columns = width()
    return "".join(f"{line}\n" for one in text.splitlines() for line in hang(one, columns))


def show(lines: Iterable[Text]) -> None:
    """Print lines that are already as wide as they may be."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(line)
