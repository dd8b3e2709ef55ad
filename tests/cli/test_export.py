"""`pilot export xlsx`: lists that an office reads, edits and hands back."""

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from conftest import ROOT, Pilot
from pilotkit.model.sheet import BOOKS
from sheets import Edited

DEMO = ROOT / "examples/demo"
HEAD = 2


def rows(place: Path, sheet: str) -> list[list[object]]:
    found = CalamineWorkbook.from_path(place).get_sheet_by_name(sheet)
    return [list(line) for line in found.to_python(skip_empty_area=False)]


def record(place: Path, sheet: str, id_: str) -> dict[str, object]:
    head, *lines = rows(place, sheet)[HEAD:]
    line = next(line for line in lines if line[0] == id_)
    return {str(name): value for name, value in zip(head, line, strict=True) if value != ""}


@pytest.mark.parametrize("kind", BOOKS)
def test_every_list_of_the_demo(pilot: Pilot, tmp_path: Path, kind: str) -> None:
    place = tmp_path / "x.xlsx"
    code, out, err = pilot("export", "xlsx", kind, "-C", str(DEMO), "-o", str(place))
    assert (code, out) == (0, f"{place}\n")
    book = CalamineWorkbook.from_path(place)
    hidden = [one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible]
    assert hidden == ["_pilot", "_lists"]
    titles = [sheet.title for sheet in BOOKS[kind]]
    assert book.sheet_names[: len(titles)] == titles
    for sheet in BOOKS[kind]:
        head, *lines = rows(place, sheet.title)[HEAD:]
        assert head == [column.head for column in sheet.columns]
        assert f"{sheet.title}：{len(lines)} 行" in err
    with ZipFile(place) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist()}
    pages = "".join(texts[f"xl/worksheets/sheet{n + 1}.xml"] for n in range(len(titles)))
    assert not re.search("<f[ >]|<hyperlink", pages)
    assert pages.count("<pane ") == pages.count("<autoFilter ") == len(titles)
    assert "Print_Titles" in texts["xl/workbook.xml"]


def test_what_cells_say(pilot: Pilot, small: Path, tmp_path: Path) -> None:
    place = tmp_path / "事项.xlsx"
    assert pilot("export", "xlsx", "items", "-C", str(small), "-o", str(place))[0] == 0
    assert record(place, "事项清单", "banzheng") == {
        "编号": "banzheng",
        "事项类别": "服务事项",
        "事项名称": "办证",
        "单位": "审批局",
        "层级": "区",
        "确认日期": date(2022, 1, 1),
        "确认单位": "审批局",
    }
    assert record(place, "事项清单", "caiwu")["子体系"] == "后勤管理"
    assert pilot("export", "xlsx", "standards", "-C", str(small), "-o", str(place))[0] == 0
    assert record(place, "标准清单", "daoze") == {
        "编号": "daoze",
        "来源": "采用",
        "标准编号": "GB/T 1.1",
        "现行版本": "GB/T 1.1—2020",
        "标准名称": "起草规则",
        "子体系": "导则",
        "发布日期": date(2020, 3, 31),
        "实施日期": date(2020, 10, 1),
        "历次版本": "GB/T 1.1—2009｜｜2009-06-17｜2010-01-01｜2020-10-01\n"
        "GB/T 1.1—2020｜｜2020-03-31｜2020-10-01",
    }
    assert pilot("export", "xlsx", "surveys", "-C", str(small), "-o", str(place))[0] == 0
    assert record(place, "满意度调查", "manyi")["非常满意"] == 90
    assert pilot("export", "xlsx", "attendance", "-C", str(small), "-o", str(place))[0] == 0
    lines = rows(place, "培训签到")[HEAD + 1 :]
    assert [line[:2] + line[4:] for line in lines] == [
        ["peixun", 1, "p1", "", "", "", ""],
        ["peixun", 2, "", "", "东街道", "", 3],
    ]


def test_drop_downs_offer_what_a_field_takes(pilot: Pilot, small: Path, tmp_path: Path) -> None:
    place = tmp_path / "x.xlsx"
    assert pilot("export", "xlsx", "items", "-C", str(small), "-o", str(place))[0] == 0
    offered = [set(column) for column in zip(*rows(place, "_lists"), strict=True)]
    assert {"服务事项", "管理事项"} in [{*words} - {""} for words in offered]
    assert any({"审批局", "东街道"} <= words for words in offered)
    assert any({"导则", "后勤管理"} <= words for words in offered)


def test_a_cell_of_several_words_names_them_over_its_head(
    pilot: Pilot, small: Path, tmp_path: Path
) -> None:
    place = tmp_path / "更远" / "x.xlsx"
    assert pilot("export", "xlsx", "evidence", "-C", str(small), "-o", str(place))[0] == 0
    with ZipFile(place) as book:
        names = book.namelist()
        remarks = "".join(book.read(name).decode() for name in names if "/comments" in name)
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "可写：领导机构、工作机构、" in remarks
    assert "任务书；几项用“、”隔开" in remarks
    hints = re.findall(r' prompt="([^"]*)"', page)
    assert any(hint.startswith("可写：领导机构") for hint in hints)
    assert max(map(len, hints)) <= 255


def test_of_one_unit_at_a_time_and_the_same_bytes_again(
    pilot: Pilot, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = ("export", "xlsx", "units", "-C", str(small), "--unit")
    assert pilot(*ask, "东街道")[1] == "单位清单.xlsx\n"
    assert [line[0] for line in rows(Path("单位清单.xlsx"), "单位清单")[HEAD + 1 :]] == ["dj"]
    first = Path("单位清单.xlsx").read_bytes()
    assert pilot(*ask, "dj")[0] == 0
    assert Path("单位清单.xlsx").read_bytes() == first
    code, _, err = pilot(*ask, "东街")
    assert code == 2
    assert err == "没有单位“东街”\n是不是“东街道”？\n"
    assert "data/units.yaml" in pilot(*ask, "???")[2]


def test_a_list_that_somebody_is_filling_in_stays(
    pilot: Pilot, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = ("export", "xlsx", "units", "-C", str(small))
    assert pilot(*ask)[1] == "单位清单.xlsx\n"
    book = Edited(tmp_path / "单位清单.xlsx")
    place = book.put("单位清单", "dj", "职责", "窗口")
    filled_in = book.save().read_bytes()
    code, out, err = pilot(*ask)
    assert (code, out.startswith("单位清单-新-")) == (0, True)
    assert err.startswith("单位清单.xlsx 有人改过，没有动它；新的是 单位清单-新-")
    assert f"  工作表“单位清单”{place.rpartition('!')[2]}：窗口 → （空）\n" in err
    assert "_pilot" not in err
    assert book.place.read_bytes() == filled_in
    assert pilot(*ask, "--force")[1] == "单位清单.xlsx\n"
    assert book.place.read_bytes() != filled_in


def test_what_cannot_be_written_is_said(
    pilot: Pilot, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = ("export", "xlsx", "posts", "-C", str(small), "-o")
    assert "不写进 data/" in pilot(*ask, str(small / "data/x.xlsx"))[2]
    (tmp_path / "taken").write_text("")
    assert pilot(*ask, str(tmp_path / "taken/x.xlsx"))[0] == 2
    long = small / "data/posts/spj/chang.yaml"
    long.write_text(f"id: chang\nname: 长\nunit: spj\ndoes: {'字' * 40_000}\n", "utf-8")
    (small / "data/posts/spj/huai.yaml").write_text("id: huai\n", "utf-8")
    _, _, err = pilot(*ask, str(tmp_path / "x.xlsx"))
    assert "工作区有 1 处读不了" in err
    assert "装不下文件里的原样，请在文件里改：岗位清单!D4" in err
    monkeypatch.setattr("pilotkit.report.formats.xlsx.find_spec", lambda _: None)
    code, _, err = pilot(*ask, str(tmp_path / "x.xlsx"))
    assert code == 2
    assert "pilot doctor" in err
