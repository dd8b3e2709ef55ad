import io
import re
from fractions import Fraction
from xml.etree import ElementTree as ET

from rich.console import Console
from rich.text import Text

from drawn import SVG
from pilotkit.report.drawings.terminal import repair

LINES = (
    "A1 基本要求  1/10",
    "<没有单位> & “minzhen”",
    "",
    "e\u0301 完",
)


def exported() -> str:
    console = Console(record=True, width=40, file=io.StringIO(), highlight=False)
    for line in LINES:
        console.print(Text(line), soft_wrap=True)
    return console.export_svg(title="pilot score 灞桥", unique_id="t")


def runs(svg: str) -> list[tuple[str, Fraction, Fraction]]:
    """Return text, place and width of each run but the title, in narrow cells."""
    found = [e for e in ET.fromstring(svg).iter(f"{SVG}text") if e.get("textLength")]
    return [
        (
            (each.text or "").replace("\xa0", " "),
            Fraction(each.get("x", "")) / Fraction("12.2"),
            Fraction(each.get("textLength", "")) / Fraction("12.2"),
        )
        for each in found
        if (each.text or "").strip()
    ]


def test_chinese_takes_two_cells_and_what_follows_stands_after_it() -> None:
    first = [(text, round(x), round(width)) for text, x, width in runs(repair(exported()))][:3]
    assert first == [("A1 ", 0, 3), ("基本要求", 3, 8), ("  1/10", 11, 6)]


def test_rich_itself_has_it_wrong() -> None:
    text, _, width = runs(exported())[0]
    assert text == LINES[0]
    assert round(width) == len(LINES[0])


def test_text_stays_text_and_none_is_lost() -> None:
    shown = "".join(text for text, _, _ in runs(repair(exported())))
    assert shown == "".join(LINES)


def test_nothing_is_fetched_and_the_fonts_know_chinese() -> None:
    svg = repair(exported())
    assert "@font-face" not in svg
    assert "url(http" not in svg.replace('"', "")
    assert not re.search(r"Fira Code|arial", svg)
    assert svg.count("'Noto Sans SC'") >= 2
