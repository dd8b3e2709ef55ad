"""The binder of a small pilot whose attachments are of every kind, hostile ones among them."""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

import attachments
from conftest import Pilot
from pilotkit.cli import app
from pilotkit.disk import libreoffice
from repositories import new_repository
from small_pilot import texts

DAY = "2022-12-31"
FIRST = f"资料汇编-{DAY}-卷一组织管理与机制.pdf"
ORIGINALS = f"资料汇编-{DAY}-原件.zip"
FILES: dict[str, dict[str, bytes]] = {
    "jiancha": {
        "通知 #1.pdf": attachments.pdf("检查通知", 2),
        "turned.pdf": attachments.turned(90),
        "over.pdf": attachments.turned(180),
        "left.pdf": attachments.turned(270),
        "photo.png": attachments.png(60, 40),
        "x/photo.png": attachments.png(40, 60),
    },
    "peixun": {
        "sign.csv": "姓名,学时\n=1+1,6\n<b>,5\n".encode(),
        "gb.txt": "国标编码的文本".encode("gb18030"),
        "notes.md": b"# \xe8\xae\xb0\xe5\xbd\x95\n\n#set page(width: 1pt)\n",
        "wide.csv": (",".join(f"列{n}" for n in range(9)) + "\n" + "1," * 8 + "1\n").encode(),
        "ragged.csv": b"a,b\n" + b"x" * 500 + b"\n",
    },
    "buhege": {
        "locked.pdf": attachments.encrypted("geheim"),
        "open.pdf": attachments.encrypted(""),
        "cut.pdf": attachments.pdf("残")[:400],
        "half.pdf": attachments.pdf("半", 3)[:6000],
        "tail.pdf": attachments.pdf("无尾")[:-60],
        "empty.pdf": b"%PDF-1.4\n",
        "loop.pdf": attachments.looping(),
        "many.pdf": attachments.many_times_many(),
        "bomb.pdf": attachments.bomb(),
        "acting.pdf": attachments.acting(),
        "huge.png": attachments.png(60_000, 60_000, whole=False),
        "broken.png": b"\x89PNG\r\n\x1a\n",
        "film.mp4": b"\0" * 100,
        "binary.txt": b"\xff\xfe\x00\xd8\x81",
        "long.txt": b"x\n" * 300_000,
    },
}


def write(root: Path, files: dict[str, dict[str, bytes]] = FILES) -> None:
    """Write the small pilot with attachments below some of its evidence."""
    given = {path: text.replace("{x}", "") for path, text in texts().items()}
    for id_, found in files.items():
        path = f"data/evidence/spj/{id_}.yaml"
        given[path] = given[path].replace("archive: {place: '档案室'}", "files:")
        head, _, rest = given[path].partition("files:")
        lines = [
            f"- {{path: '{name}', sha256: {hashlib.sha256(content).hexdigest()}}}"
            for name, content in found.items()
        ]
        given[path] = "\n".join([f"{head}files:", *lines, rest.lstrip("\n")])
        for name, content in found.items():
            place = root / "data/evidence/spj" / id_ / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    for path, text in given.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a small pilot with attachments."""
    root = tmp_path / "small"
    write(root)
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Write the binder once: the workspace, what was printed, what was said meanwhile."""
    root = tmp_path_factory.mktemp("bound")
    write(root)
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(root)
        patch.setattr(sys, "argv", ["pilot", "report", "binder"])
        with pytest.raises(SystemExit) as left:
            app.main()
    assert not left.value.code
    return root, out.getvalue(), err.getvalue()


def opened(root: Path, name: str = FIRST) -> PdfReader:
    return PdfReader(root / "build" / name)


def words(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def drawn(page: PageObject) -> bytes:
    contents = page.get_contents()
    return b"" if contents is None else contents.get_data()


def said(reader: PdfReader) -> str:
    return words("".join(page.extract_text() for page in reader.pages))


def test_every_volume_and_the_originals(bound: tuple[Path, str, str]) -> None:
    root, out, err = bound
    assert err.splitlines() == [
        "正在生成 资料汇编",
        "资料汇编共8册126页，收材料9件，暂缺33条，以说明页代替12个文件，在 build",
    ]
    names = [line.removeprefix("build/") for line in out.splitlines()]
    assert names[0] == FIRST
    assert names[-2:] == [f"资料汇编-{DAY}-卷八法律法规政策清单.pdf", ORIGINALS]
    assert len(names) == 9
    assert sum(len(opened(root, name).pages) for name in names[:-1]) == 126
    reader = opened(root)
    marks = [str(one.title) for one in reader.outline if isinstance(one, Destination)]
    assert marks[:3] == ["卷一", "卷内目录", "A1-B1-C1 领导职责（2分）"]
    assert marks[-2:] == ["文件清单", "备考表"]
    text = said(reader)
    for expected in (
        "序号文号/编号题名责任者日期页次备注",
        "C1-1暂缺材料",
        "本件为内部资料，不收入汇编，验收时由责任者当场出示。",
        "姓名学时=1+16<b>5",
        "国标编码的文本",
        "#setpage(width:1pt)",
        "PDF有打开口令。",
        "无尾，",
        "PDF已损坏或不合规范。",
        "图片超过20百万像素，不拼入本卷。",
        "图片打不开，不拼入本卷。",
        "这种格式不拼入本卷。",
        "文本太长，不拼入本卷。",
        "不是文本。",
        hashlib.sha256(FILES["buhege"]["film.mp4"]).hexdigest(),
        "本卷收材料5件，共43页（封面、目录和本表不计）。",
        "暂缺：C1-1、C1-2、C2-1、C2-2、C3-1、C4-1、C5-1。",
    ):
        assert expected in text
    assert "半，" not in text
    assert "内部培训机密" not in text
    assert [reader.metadata and reader.metadata.title][0] == (
        "小区政务服务标准化试点 资料汇编 卷一 组织管理与机制"
    )


def test_own_standards_stand_in_it_as_they_are_issued(bound: tuple[Path, str, str]) -> None:
    reader = opened(bound[0], f"资料汇编-{DAY}-卷三标准文本汇编.pdf")
    pages = [words(page.extract_text()) for page in reader.pages]
    cover = next(at for at, text in enumerate(pages) if "2022-03-01发布" in text)
    assert "小区标准体系Q/XQTG001—2022办证服务指南" in pages[cover]
    # The standard's own number, and the one that the volume has stamped.
    assert re.fullmatch(r"Q/XQTG001—2022目次范围1I—\d+—", pages[cover + 1])
    assert re.search(r"^Q/XQTG001—2022办证服务指南范围.*1—\d+—$", pages[cover + 2])


def test_what_stands_for_an_archived_original(bound: tuple[Path, str, str]) -> None:
    text = said(opened(bound[0], f"资料汇编-{DAY}-卷七建设成效与创新.pdf"))
    assert "原件在档项目内容编号A4-B8-C22-01题名满意度种类满意度调查" in text
    assert "存放处档案室" in text


def test_pages_are_stamped_as_the_contents_say(bound: tuple[Path, str, str]) -> None:
    pages = [words(page.extract_text()) for page in opened(bound[0]).pages]
    contents = next(page for page in pages if page.startswith("卷内目录"))
    (page,) = re.findall(r"A1-B2-C3-02标准编制培训审批局2022-02-01(\d+?)5个文件", contents)
    end = next(at for at, one in enumerate(pages) if one.startswith("备考表"))
    body = pages[pages.index(contents) + 1 : end]
    assert [n for n, one in enumerate(body, 1) if f"—{n}—" not in one] == []
    assert "标准编制培训sign.csv" in body[int(page) - 1]
    assert "A1-B2-C3-02" in body[int(page) - 1]
    several = [one for one in body if "检查通知" in one]
    assert ["A1-B2-C3-031/2" in several[0], "A1-B2-C3-032/2" in several[1]] == [True, True]


def test_stamps_stand_upright_on_pages_that_are_turned(bound: tuple[Path, str, str]) -> None:
    pages = [page for page in opened(bound[0]).pages if "转过的页" in page.extract_text()]
    matrices = [re.findall(rb"q\s+([-.\d\s]+?)\s+cm\s+1 g", drawn(page))[-1] for page in pages]
    assert [one.split()[:4] for one in matrices] == [
        [b"0", b"1", b"-1", b"0"],
        [b"-1", b"0", b"0", b"-1"],
        [b"0", b"-1", b"1", b"0"],
    ]


def test_nothing_in_what_is_bound_acts(bound: tuple[Path, str, str]) -> None:
    content = (bound[0] / "build" / FIRST).read_bytes()
    assert b"JavaScript" not in content
    assert b"/AA" not in content
    (sealed,) = (page for page in opened(bound[0]).pages if "有章" in page.extract_text())
    assert re.search(rb"q\s2 0 0 2 100 100 cm\s/Fxo1 Do\sQ", drawn(sealed))
    assert set(sealed) == {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}


def test_originals_have_unique_safe_names_and_a_list(bound: tuple[Path, str, str]) -> None:
    with ZipFile(bound[0] / "build" / ORIGINALS) as packed:
        names = packed.namelist()
        assert names[0] == "A1-B2-C3-02/01_sign.csv"
        assert "A1-B2-C3-03/01_通知__1.pdf" in names
        assert len(set(names)) == len(names) == 5 + 6 + 15 + 1
        assert packed.read(names[0]) == FILES["peixun"]["sign.csv"]
        assert {one.date_time[:3] for one in packed.infolist()} == {(2022, 12, 31)}
        lines = list(csv.reader(StringIO(packed.read("清单.csv").decode("utf-8-sig"))))
    assert lines[0] == ["编号", "包内名称", "登记名称", "字节", "SHA-256", "状态"]
    assert lines[1][:4] == ["A1-B2-C3-02", names[0], "sign.csv", "27"]
    assert all(len(line[4]) == 64 and line[5] == "已收入" for line in lines[1:])


def test_the_same_bytes_again(pilot: Pilot, small: Path, bound: tuple[Path, str, str]) -> None:
    pilot("report", "binder")
    first, second = (sorted((root / "build").iterdir()) for root in (bound[0], small))
    assert [one.name for one in first] == [one.name for one in second]
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_english_and_what_is_not_what_was_recorded(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What no rule sees may have come since: the bytes are compared once more.
    monkeypatch.setattr("pilotkit.measure.basis.Basis._is_present", lambda *_: True)
    monkeypatch.setattr("pilotkit.measure.basis.Basis._faults", {})
    folder = small / "data/evidence/spj/peixun"
    (folder / "sign.csv").write_bytes(b"other")
    (folder / "gb.txt").unlink()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 9\n"
    (folder / "notes.md").write_text(pointer, "utf-8")
    out = pilot("report", "binder", "--lang", "en")[1].splitlines()
    assert out[0] == "build/binder-2022-12-31-Volume 1 Organization.pdf"
    text = said(opened(small, "binder-2022-12-31-Volume 1 Organization.pdf"))
    for expected in (
        "thecontentisnotwhatwasrecorded",
        "thefileisnotintherepository",
        "onlyaGitLFSpointerishere",
        "thePDFasksforapassword",
    ):
        assert expected in text
    with ZipFile(small / out[-1]) as packed:
        listed = packed.read("files.csv").decode("utf-8-sig")
    assert "the content is not what was recorded" in listed


def test_office_files_are_converted_where_the_program_is(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a.docx": attachments.word("文字正文"), "b.xlsx": attachments.excel("表格内容")}
    broken = {"c.doc": b"\xd0\xcf\x11\xe0 no document", "d.docx": b"PK\x03\x04 no package"}
    write(tmp_path, {"peixun": files | broken})
    monkeypatch.chdir(tmp_path)
    given: list[str] = []

    def convert(found: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
        given.extend(ending for ending, _ in found)
        return [attachments.pdf("转换后") if ending != "doc" else None for ending, _ in found]

    monkeypatch.setattr(libreoffice, "convert", convert)
    monkeypatch.setattr(libreoffice, "find", lambda: "soffice")
    pilot("report", "binder")
    assert given == ["docx", "xlsx", "doc", "docx"]
    text = said(opened(tmp_path))
    assert text.count("转换后，") == 3
    assert "本机没有LibreOffice，或转换失败。" in text
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    err = pilot("report", "binder")[2]
    assert "本机没有 LibreOffice：Word、Excel 附件以说明页代替" in err


def test_what_is_internal_stands_in_a_binder_for_use_inside(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"mimi": {"机密.txt": "内部培训的正文".encode()}})
    monkeypatch.chdir(tmp_path)
    pilot("report", "binder", "-o", "open")
    out = pilot("report", "binder", "--internal", "-o", "inside")[1].splitlines()
    assert out[0] == f"inside/资料汇编（内部）-{DAY}-卷一组织管理与机制.pdf"
    reader = PdfReader(tmp_path / out[0])
    text = said(reader)
    assert words(reader.pages[0].extract_text()).startswith("内部资料不得外传")
    for expected in ("内含内部资料", "内部培训机密", "本件为内部资料，附后", "内部培训的正文"):
        assert expected in text
    with ZipFile(tmp_path / out[-1]) as packed:
        assert packed.namelist() == ["A1-B2-C3-01/01_机密.txt", "清单.csv"]
    plain = said(PdfReader(tmp_path / "open" / FIRST))
    assert [one in plain for one in ("不得外传", "内部培训", "内含内部资料")] == [False] * 3
    assert pilot("report", "training", "--internal")[::2] == (
        2,
        "--internal 只用于资料汇编：pilot report binder --internal\n",
    )


def test_large_volumes_and_archives_are_parted(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotkit.report.binder.runner._MOST_PIECES", 8)
    monkeypatch.setattr("pilotkit.report.binder.originals.MOST_BYTES", 300_000)
    out = pilot("report", "binder")[1].splitlines()
    names = [one.removeprefix(f"build/资料汇编-{DAY}-") for one in out]
    assert names[0] == "卷一（1）组织管理与机制.pdf"
    assert "卷一（2）组织管理与机制.pdf" in names
    assert names[-2:] == ["原件.zip", "原件-2.zip"]
    with ZipFile(small / out[-1]) as packed:
        assert "超过" in packed.read("清单.csv").decode("utf-8-sig")


def test_a_commit_is_bound_as_it_was(pilot: Pilot, small: Path) -> None:
    new_repository(small).commit()
    (small / "data/evidence/spj/peixun/sign.csv").write_bytes(b"changed")
    out = pilot("report", "binder", "--at", "HEAD")[1].splitlines()
    with ZipFile(small / out[-1]) as packed:
        assert packed.read("A1-B2-C3-02/01_sign.csv") == FILES["peixun"]["sign.csv"]


def test_numbers_of_the_newest_snapshot_stay(pilot: Pilot, small: Path) -> None:
    kept = {
        "schema": "pilotkit/snapshot/1",
        "name": "chuyan",
        "as_of": "2022-06-30",
        "binder": {
            "data/evidence/spj/peixun.yaml": "A1-B2-C3-07",
            "data/evidence/spj/gone.yaml": "A1-B2-C3-09",
            "data/evidence/spj/mimi.yaml": "no number",
            "data/evidence/spj/buhege.yaml": "A1-B2-C99-01",
        },
    }
    folder = small / "data/snapshots"
    folder.mkdir()
    (folder / "chuyan.json").write_text(json.dumps(kept), "utf-8")
    old = kept | {"as_of": "2022-01-31", "binder": {"data/evidence/spj/peixun.yaml": "A1-B2-C3-03"}}
    (folder / "earlier.json").write_text(json.dumps(old), "utf-8")
    (folder / "broken.json").write_text("[", "utf-8")
    (folder / "other.json").write_text("[]", "utf-8")
    out = pilot("report", "score-sheet", "-f", "md", "-o", "sheet")[1]
    text = (small / out.strip()).read_text("utf-8")
    found = re.findall(r"^\| (A1-B2-C3-\d\d) \| (\S+)", text, re.MULTILINE)
    assert [number for number, _ in found] == [f"A1-B2-C3-{n:02}" for n in (7, 10, 11, 12, 13)]
    assert found[0][1] == "标准编制培训"


def test_binder_is_listed_and_left_out_of_all(pilot: Pilot, small: Path) -> None:
    assert pilot("report", "--list")[1].splitlines()[-1] == "binder  资料汇编"
    code, out, err = pilot("report", "--all", "-f", "md", "-o", "every")
    assert (code, "资料汇编" in out) == (0, False)
    assert err.endswith("资料汇编要读全部附件，不在 --all 之内，请用 pilot report binder\n")
    assert small.is_dir()


@pytest.mark.usefixtures("small")
def test_without_pikepdf_one_line_says_what_to_install(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotkit.cli.binder.find_spec", lambda _: None)
    code, _, err = pilot("report", "binder")
    assert (code, err) == (2, "编资料汇编需要安装 pikepdf，怎么装见 pilot doctor\n")
