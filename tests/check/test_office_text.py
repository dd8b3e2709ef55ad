"""Personal data inside Word, Excel and PDF attachments; what cannot be read is named."""

import io
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from conftest import Pilot
from pilotkit.check.office_text import office_text
from pilotkit.disk import confinement

MOBILE = "13800138000"
RECORD = """\
id: paper
title: 名单
kind: 文件
date: 2021-12-01
unit: spj
doc_types: [通报]
files:
- {path: "%s", sha256: %s}
"""


def package(**parts: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return written.getvalue()


def word(text: str) -> bytes:
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in (text[:5], text[5:]))
    return package(word__document=f"<w:document><w:p>{runs}</w:p></w:document>")


def sheet(text: str) -> bytes:
    cells = f"<row><c><v>1</v></c><c><v>{text}</v></c></row>"
    return package(xl__worksheets__sheet1=f"<worksheet>{cells}</worksheet>")


def pdf(text: str, times: int = 1) -> bytes:
    stream = zlib.compress(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET\n".encode() * times)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    return (
        body + head + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


FILES = {"docx": word(MOBILE), "xlsx": sheet(MOBILE), "pdf": pdf(MOBILE)}


def said(pilot: Pilot, root: Path, name: str, content: bytes) -> str:
    folder = root / "data/evidence/spj/paper"
    folder.mkdir()
    (folder / name).write_bytes(content)
    record = RECORD % (name, sha256(content).hexdigest())
    folder.with_suffix(".yaml").write_text(record, "utf-8")
    return pilot("validate", "-C", str(root), "--select", "PK640,PK641")[1]


@pytest.mark.parametrize("ending", FILES)
def test_a_number_inside_is_found_and_masked(pilot: Pilot, real: Path, ending: str) -> None:
    out = said(pilot, real, f"list.{ending}", FILES[ending])
    assert "PK640" in out
    assert "手机号" in out
    assert MOBILE not in out


@pytest.mark.parametrize("ending", FILES)
def test_a_damaged_file_is_named_as_not_looked_at(pilot: Pilot, real: Path, ending: str) -> None:
    out = said(pilot, real, f"list.{ending}", FILES[ending][:40])
    assert "PK640" not in out
    assert "PK641" in out
    assert f"list.{ending}" in out


def test_without_the_library_a_pdf_is_named_as_not_looked_at(
    pilot: Pilot, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotkit.check.office_text.find_spec", lambda _: None)
    assert "PK641" in said(pilot, real, "list.pdf", FILES["pdf"])


def test_a_bomb_is_not_unpacked() -> None:
    bomb = package(word__document="0" * 60_000_000)
    assert office_text("docx", bomb) is None
    assert office_text("docx", package(word__document="0" * 1_000_000)) is None
    assert office_text("xlsx", b"PK") is None
    entity = package(word__document='<!DOCTYPE x [<!ENTITY a "b">]><w:t>&a;</w:t>')
    assert "b" not in (office_text("docx", entity) or "").replace("DOCTYPE", "")


@pytest.mark.confined
def test_a_pdf_that_takes_too_long_is_left_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert MOBILE in (office_text("pdf", FILES["pdf"]) or "")
    with monkeypatch.context() as patience:
        patience.setattr(confinement, "_WAIT", 1)
        assert office_text("pdf", pdf(MOBILE, times=1_000_000)) is None
    assert MOBILE in (office_text("pdf", FILES["pdf"]) or "")


@pytest.mark.confined
def test_who_sends_many_such_files_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    room = confinement.Workroom()
    work = "pilotkit.check.pdf_text:text_of", FILES["pdf"], {"pages": 1}
    with monkeypatch.context() as patience:
        patience.setattr(confinement, "_WAIT", 0)
        for _ in range(4):
            with pytest.raises(confinement.RefusedError):
                room.work(*work)
    with pytest.raises(confinement.RefusedError, match="more time or memory"):
        room.work(*work)
