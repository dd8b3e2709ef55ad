"""Pictures of `pilot score` at 80 columns: both pilots, both languages, into docs/pictures/."""

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pilotkit.report.drawings.terminal import repair

ROOT = Path(__file__).resolve().parents[1]
PILOT = Path(sys.executable).with_name("pilot")
WIDTH = 80
# The point-loss list goes on for pages; a front page needs its beginning.
MOST_LINES = 46
PILOTS = {"score": "examples/demo", "score-real": "."}
ENDINGS = {"en": ".svg", "zh": ".zh.svg"}


def printed(folder: str, lang: str) -> list[str]:
    """Return the lines of `pilot score`, coloured, as a terminal would get them."""
    terminal = {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    done = subprocess.run(  # noqa: S603 - our own words
        [PILOT, "score", "-C", folder, "--lang", lang],
        cwd=ROOT,
        env=os.environ | terminal,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    lines = done.stdout.splitlines()
    return [*lines[:MOST_LINES], "        …"] if len(lines) > MOST_LINES else lines


def picture(lines: list[str], title: str) -> str:
    """Draw the lines; the same lines give the same bytes."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for line in lines:
        console.print(Text.from_ansi(line), no_wrap=True, overflow="ignore", crop=False)
    return repair(console.export_svg(title=title)) + "\n"


def main() -> None:
    """Take all pictures."""
    for name, folder in PILOTS.items():
        for lang, ending in ENDINGS.items():
            title = "pilot score" + (f" -C {folder}" if folder != "." else "")
            target = ROOT / "docs/pictures" / (name + ending)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture(printed(folder, lang), title).encode())
            print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
