"""`pilot text export`: standards as Word files, those named, each, or all in one volume."""

import re
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from conftest import Pilot


def words(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def test_without_a_name_all_come_in_one_volume(pilot: Pilot, small: Path) -> None:
    code, out, told = pilot("text", "export", "-C", str(small))
    file = small / "build/标准文本汇编-2022-12-31.docx"
    assert (code, Path(out.strip()).name) == (0, file.name)
    assert "未发布、已废止或没有文本的1项没有编入：guicheng" in told
    assert "办证服务指南" in [one.text for one in docx.Document(str(file)).paragraphs]


def test_those_named_are_files_of_their_own(pilot: Pilot, small: Path) -> None:
    code, _, _ = pilot("text", "export", "Q/XQ TG 001", "-C", str(small))
    assert code == 0
    assert [one.name for one in (small / "build/标准文本").glob("*.docx")] == [
        "Q_XQ TG 001—2022 办证服务指南.docx"
    ]


def test_each_is_a_file_where_it_is_asked_for(pilot: Pilot, small: Path) -> None:
    code, out, _ = pilot("text", "export", "--each", "-C", str(small), "-o", str(small / "out"))
    assert code == 0
    assert len(out.splitlines()) == len(list((small / "out").glob("*.docx"))) == 2


def test_pdf_says_what_word_says(pilot: Pilot, small: Path) -> None:
    asked = ("text", "export", "zhinan", "-f", "docx,pdf", "-C", str(small), "-o", str(small / "o"))
    code, out, _ = pilot(*asked)
    assert (code, [Path(line).suffix for line in out.splitlines()]) == (0, [".docx", ".pdf"])
    word = docx.Document(str(small / "o/Q_XQ TG 001—2022 办证服务指南.docx"))
    pages = PdfReader(small / "o/Q_XQ TG 001—2022 办证服务指南.pdf").pages
    on_paper = words("".join(page.extract_text() for page in pages))
    said = [
        one.text for one in word.paragraphs if one.style and not one.style.name.startswith("TOC")
    ]
    assert [one for one in said if words(one) not in on_paper] == []


def test_a_volume_in_pdf_and_a_format_that_is_none(pilot: Pilot, small: Path) -> None:
    code, out, _ = pilot("text", "export", "-f", "pdf", "-C", str(small))
    assert (code, Path(out.strip()).name) == (0, "标准文本汇编-2022-12-31.pdf")
    code, _, told = pilot("text", "export", "-f", "odt", "-C", str(small))
    assert (code, told) == (2, "没有格式“odt”\n可用：docx、pdf\n")


def test_what_has_no_text_is_refused(pilot: Pilot, small: Path) -> None:
    code, _, told = pilot("text", "export", "daoze", "-C", str(small))
    assert (code, "是采用的标准，没有文本" in told) == (2, True)
    code, _, told = pilot("text", "export", "zhinam", "-C", str(small))
    assert (code, "没有标准“zhinam”" in told) == (2, True)
    code, _, told = pilot("text", "export", "-C", str(small), "--as-of", "2021-05-01")
    assert (code, "没有已发布、有文本的标准" in told) == (2, True)


def test_without_python_docx_one_line_says_what_to_install(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotkit.report.standard_forms.find_spec", lambda _: None)
    code, _, told = pilot("text", "export", "-C", str(small))
    assert (code, "pilot doctor" in told) == (2, True)
