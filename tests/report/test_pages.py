"""Documents of the demo are set on pages by LibreOffice, and the pages are looked at."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import ROOT
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.report.case import Case
from pilotkit.report.copies.copy import copy_of
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from pilotkit.report.standard_files import standard_files
from pilotkit.report.standard_forms import word_form
from small_pilot import case_of

ASKED = (
    ("self-evaluation", "docx"),
    ("score-sheet", "docx"),
    ("standards-list", "xlsx"),
    ("briefing", "docx"),
)
STANDARD = "zn-wenhua"
_DOTS_AN_INCH = "20"
_WHITE = 250
# The text of a page; head and foot with the number of the page do not make it written on.
_EDGE = 0.13


@dataclass(frozen=True)
class Page:
    """What a page says, and how much of its text area is white."""

    text: str
    blank: float


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is missing; script/test installs it"
    return found


def written(folder: Path) -> Iterator[Path]:
    examined = examine(read(ROOT / "examples/demo", None), None)
    case = Case(examined.appraisal, examined.verdict, "zh", "9.9")
    reports = {one.name: one for one in REPORTS}
    files = [(name, made) for name, form in ASKED for made in make(reports[name], case, [form])]
    standard = next(one for one in case.repository.standards if one.id == STANDARD)
    files += [
        (STANDARD, made)
        for made in standard_files([copy_of(standard, case.repository)], "小字", word_form())
    ]
    for name, made in files:
        file = folder / f"{name}{Path(made.name).suffix}"
        file.write_bytes(made.content)
        yield file


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Set all documents in one call of LibreOffice and look at their pages."""
    folder = tmp_path_factory.mktemp("pages")
    files = list(written(folder))
    subprocess.run(
        [
            *(tool("soffice"), "--headless", f"-env:UserInstallation={(folder / 'lo').as_uri()}"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, files)),
        ],
        check=True,
        capture_output=True,
    )
    set_ = {file.stem: file.with_suffix(".pdf") for file in files}
    looked = {name: list(look(file)) for name, file in set_.items()}
    for name, found in looked.items():
        tell(name, set_[name], found)
    return looked


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Every report of a small pilot as PDF, looked at."""
    folder = tmp_path_factory.mktemp("papers")
    case = case_of()
    looked = {}
    for one in REPORTS:
        if "pdf" in one.formats and not one.refused(case):
            file = folder / f"{one.name}.pdf"
            file.write_bytes(next(make(one, case, ["pdf"])).content)
            looked[one.name] = list(look(file))
            tell(one.name, file, looked[one.name])
    return looked


def tell(name: str, file: Path, found: list[Page]) -> None:
    """Print pages, fonts and the share of blank on each page."""
    shares = " ".join(f"{page.blank:.0%}" for page in found)
    sys.stderr.write(f"\n{name}: {len(found)} pages; {', '.join(fonts_of(file))}; blank {shares}\n")


def look(file: Path) -> Iterator[Page]:
    pictures = file.with_suffix("")
    subprocess.run(
        [tool("pdftoppm"), "-gray", "-r", _DOTS_AN_INCH, str(file), str(pictures)], check=True
    )
    drawn = sorted(file.parent.glob(f"{file.stem}-*.pgm"))
    done = subprocess.run([tool("pdftotext"), str(file), "-"], check=True, capture_output=True)
    texts = done.stdout.decode().removesuffix("\f").split("\f")
    for text, picture in zip(texts, drawn, strict=True):
        yield Page(text, blank(picture.read_bytes()))


def fonts_of(file: Path) -> list[str]:
    """Return the names of the fonts, without the letters that mark a part of one."""
    done = subprocess.run([tool("pdffonts"), str(file)], check=True, capture_output=True)
    lines = done.stdout.decode().splitlines()[2:]
    return sorted({line.split()[0].rpartition("+")[2] for line in lines})


def blank(picture: bytes) -> float:
    """Return the share of white in the text area of a picture in PGM."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert head
    width, height = int(head[1]), int(head[2])
    dots = picture[head.end() :]
    edge = int(height * _EDGE)
    inside = dots[edge * width : (height - edge) * width]
    return sum(dot >= _WHITE for dot in inside) / len(inside)


def test_no_page_is_blank_and_no_tag_is_left(pages: dict[str, list[Page]]) -> None:
    for name, found in pages.items():
        assert [n for n, page in enumerate(found, 1) if page.blank > 0.999] == [], name
        assert [page.text for page in found if re.search(r"\{\{|\{%|\}\}", page.text)] == [], name


def test_the_leading_group_reads_one_page(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["briefing"]
    said = ("得分", "主要目标", "工作进度", "通报", "先进", "失分最多", "下一步", "风险")
    assert all(one in page.text for one in said)


def test_no_page_of_any_report_is_blank(papers: dict[str, list[Page]]) -> None:
    assert len(papers) >= 20
    blank = [name for name, found in papers.items() if any(one.blank > 0.999 for one in found)]
    assert blank == []


def test_every_page_of_a_table_repeats_its_head(pages: dict[str, list[Page]]) -> None:
    sheet = ["".join(page.text.split()) for page in pages["score-sheet"]]
    at = next(n for n, text in enumerate(sheet) if "佐证材料清单" in text)
    # Behind the head of the document; the last page may hold no more than the small print.
    assert [n for n, text in enumerate(sheet[: at + 1]) if "得分说明" not in text] == []
    assert [n for n, text in enumerate(sheet[at + 1 : -1]) if "题名" not in text] == []
    listed = ["".join(page.text.split()) for page in pages["standards-list"]]
    assert sum("标准名称" in text for text in listed) >= 3


def test_page_numbers_are_those_of_their_forms(pages: dict[str, list[Page]]) -> None:
    for name in ("self-evaluation", "score-sheet"):
        for number, page in enumerate(pages[name], 1):
            assert f"—{number}—" in "".join(page.text.split()), name
    cover, contents, *_ = pages[STANDARD]
    assert "发布" in cover.text
    assert "Q/QLZW" in contents.text
    assert contents.text.split()[-1] == "I"
