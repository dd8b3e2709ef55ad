"""`pilot review`: a sheet that anybody can draw again, and ratings that move the score."""

import csv
import io
import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from conftest import Pilot
from sheets import Cell, Rows, write

EXPERTS = ("--reviewer", "甲一@外部大学", "--reviewer", "乙二@外部研究院", "--reviewer", "丙三")
UNITS = """\
units:
- {id: spj, name: 审批局, level: 区, roles: [牵头, 成员]}
- {id: jyj, name: 教育局, level: 区, roles: [成员]}
"""
STANDARD = """\
---
id: {id}
title: {id}
kind: 服务规范
subsystem: tg-fuwu
unit: {unit}
approved: 2024-01-10
issued: 2024-01-11
effective: 2024-01-12
number: Q/SP TG {number:03}—2024
---
# 范围

=cmd|{id}
"""


@pytest.fixture
def root(pilot: Pilot, tmp_path: Path) -> Path:
    """Make a small pilot with fourteen issued standards of two units."""
    root = tmp_path / "pilot"
    assert pilot("init", str(root), "--since", "2024-01-01", "--until", "2026-12-31")[0] == 0
    (root / "data/units.yaml").write_text(UNITS, "utf-8")
    text = (
        (root / "data/pilot.yaml")
        .read_text("utf-8")
        .replace("undertaking: danwei", "undertaking: spj")
    )
    (root / "data/pilot.yaml").write_text(f"{text}as_of: 2024-03-01\n", "utf-8")
    for number in range(14):
        unit = "jyj" if number < 3 else "spj"
        id_ = f"bz-{chr(ord('a') + number)}"
        place = root / "data/standards/TG" / f"{id_}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(STANDARD.format(id=id_, unit=unit, number=number + 1), "utf-8")
    return root


def sheet(pilot: Pilot, root: Path, *options: str) -> list[list[str]]:
    code, out, err = pilot("review", "sheet", "--format", "csv", "-C", str(root), *options)
    assert (code, err) == (0, "")
    return list(csv.reader(io.StringIO(out, newline="")))


def sampled(rows: list[list[str]]) -> list[str]:
    return [row[1] for row in rows if row[0] == "标准"]


def fill(rows: list[list[str]], place: Path, rating: str = "90", encoding: str = "utf-8") -> Path:
    for row in rows:
        if row[0] == "问题":
            row[4:7] = [rating] * 3
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    place.write_bytes(written.getvalue().encode(encoding))
    return place


def test_the_seed_draws_the_same_for_everybody(pilot: Pilot, root: Path) -> None:
    rows = sheet(pilot, root, "--seed", "7", *EXPERTS)
    ids = [f"bz-{letter}" for letter in "abcdefghijklmn"]
    by_rank = sorted(ids, key=lambda id_: sha256(f"7:{id_}".encode()).hexdigest())
    assert sampled(rows) == sorted(by_rank[:10])
    assert sampled(sheet(pilot, root, "--seed", "8", *EXPERTS)) != sampled(rows)
    assert len(sampled(sheet(pilot, root, "--seed", "7", "--count", "12"))) == 12


def test_no_standard_of_a_reviewers_unit_is_drawn(pilot: Pilot, root: Path) -> None:
    rows = sheet(pilot, root, "--seed", "7", "--reviewer", "甲@教育局")
    assert len(sampled(rows)) == 10
    assert not {"bz-a", "bz-b", "bz-c"} & set(sampled(rows))
    code, _, err = pilot("review", "sheet", "--seed", "7", "--reviewer", "乙@spj", "-C", str(root))
    assert (code, "要抽 10 项，除去专家所在单位，已发布的自编标准只有 3 项" in err) == (2, True)


def test_the_sheet_for_people_names_seed_sample_questions_and_blanks(
    pilot: Pilot, root: Path, tmp_path: Path
) -> None:
    markdown = pilot("review", "sheet", "--seed", "7", *EXPERTS, "-C", str(root))[1]
    first = sampled(sheet(pilot, root, "--seed", "7", *EXPERTS))[0]
    text = (root / f"data/standards/TG/{first}.md").read_text("utf-8").split("---\n")[2]
    for shown in ("种子 7", sha256(text.encode()).hexdigest(), "C9-1-a", "签名", "甲一"):
        assert shown in markdown
    page = tmp_path / "表.html"
    call = (
        "review",
        "sheet",
        "--seed",
        "7",
        "--reviewer",
        "<b>甲",
        "-o",
        str(page),
        "-C",
        str(root),
    )
    assert pilot(*call)[0] == 0
    assert "&lt;b&gt;甲" in page.read_text("utf-8")
    code, _, err = pilot(*call)
    assert (code, "已有，不覆盖" in err) == (2, True)
    inside = ("-o", str(root / "data/x.csv"), "-C", str(root))
    code, _, err = pilot("review", "sheet", "--seed", "7", *inside)
    assert (code, "不写进 data/" in err) == (2, True)
    assert pilot("review", "sheet", "--seed", "7", "--reviewer", "@x", "-C", str(root))[0] == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_ratings_become_points(pilot: Pilot, root: Path, tmp_path: Path, encoding: str) -> None:
    rows = sheet(pilot, root, "--seed", "7", *EXPERTS)
    filled = fill(rows, tmp_path / "表.csv", encoding=encoding)
    signed = tmp_path / "签字.pdf"
    signed.write_bytes(b"%PDF-1.4 signed")
    call = ("--attach", str(signed), "--date", "2024-02-20", "-C", str(root))
    code, out, err = pilot("review", "record", str(filled), *call)
    assert (code, err) == (0, "")
    assert "  C9-1  0 → 1.8  " in out
    found = json.loads(pilot("score", "-C", str(root), "--format", "json")[1])["criteria"]
    by_id = {one["id"]: one for one in found}
    assert (by_id["C9-1"]["supported"], by_id["C9-2"]["supported"]) == ("1.8", "1.8")
    (record,) = (root / "data/evidence/spj").glob("pingshen-20240220-*.yaml")
    assert '\nseed: "7"\n' in record.read_text("utf-8")
    assert pilot("evidence", "verify", "-C", str(root))[0] == 0
    changed = root / "data/standards/TG" / f"{sampled(rows)[0]}.md"
    changed.write_text(changed.read_text("utf-8") + "改\n", "utf-8")
    found = json.loads(pilot("score", "-C", str(root), "--format", "json")[1])["criteria"]
    assert {one["id"]: one["supported"] for one in found}["C9-1"] == "0"


def test_a_sheet_is_read_from_what_excel_saves(pilot: Pilot, root: Path, tmp_path: Path) -> None:
    rows = sheet(pilot, root, "--seed", "7", *EXPERTS)
    text = fill(rows, tmp_path / "表.csv").read_text("utf-8")
    (tmp_path / "s.txt").write_bytes(b"x")
    call = ("--attach", str(tmp_path / "s.txt"), "--date", "2024-02-20", "-C", str(root))
    said = pilot("review", "record", str(tmp_path / "表.csv"), *call, "--dry-run")
    assert (said[0], "C9-1  0 → 1.8" in said[1]) == (0, True)
    # Unicode text is UTF-16 with tabs; in a workbook a rating is a number, a day a day.
    tabs = io.StringIO()
    csv.writer(tabs, delimiter="\t").writerows(csv.reader(io.StringIO(text, newline="")))
    (tmp_path / "表.txt").write_bytes(tabs.getvalue().encode("utf-16"))
    cells: Rows = [[_typed(field) for field in row] for row in rows]
    for place in (tmp_path / "表.txt", write(tmp_path / "表.xlsx", {"Sheet1": cells})):
        assert pilot("review", "record", str(place), *call, "--dry-run") == said


def _typed(field: str) -> Cell:
    if field.isdecimal():
        return int(field)
    return date.fromisoformat(field) if re.fullmatch(r"\d{4}-\d\d-\d\d", field) else field


def test_a_review_that_does_not_count_is_recorded_and_says_why(
    pilot: Pilot, root: Path, tmp_path: Path
) -> None:
    rows = sheet(pilot, root, "--seed", "7", *EXPERTS)
    kept = [row for row in rows if row[0] != "标准"] + [row for row in rows if row[0] == "标准"][1:]
    filled = fill(kept, tmp_path / "表.csv")
    (tmp_path / "s.txt").write_bytes(b"x")
    call = ("--attach", str(tmp_path / "s.txt"), "--date", "2024-02-20", "-C", str(root))
    code, out, err = pilot("review", "record", str(filled), *call, "--dry-run")
    assert code == 0
    assert "样本里文本未变的只有 9 项，要 10 项" in out + err
    other = [["标准", "bz-a", "", "0" * 64] if row[0] == "标准" else row for row in rows]
    code, _, err = pilot(
        "review", "record", str(fill(other[:5] + rows[6:], tmp_path / "b.csv")), *call, "--dry-run"
    )
    assert (code, "种子 7 现在抽出的不是表上这些标准" in err) == (0, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("问题", "101"), "数超出范围"),
        (("问题", "很好"), "“很好”不是 0 到 100 的数"),
        (("问题", "=1+1"), "不是 0 到 100 的数"),
        (("专家姓名", ""), "没有专家姓名"),
        (("专家姓名", "甲一"), "有两位专家都叫“甲一”"),
        (("种子", None), "“种子”应有一行"),
        (("截至", "昨天"), "日期应写成"),
        (("别的", None), "开头“别的”不认识"),
    ],
)
def test_a_sheet_that_nobody_can_read_is_refused(
    pilot: Pilot, root: Path, tmp_path: Path, change: tuple[str, str | None], said: str
) -> None:
    rows = sheet(pilot, root, "--seed", "7", *EXPERTS)
    filled = fill(rows, tmp_path / "表.csv")
    kind, value = change
    if kind == "别的":
        rows.append(["别的", "x", "", ""])
    elif value is None:
        rows = [row for row in rows if row[0] != kind]
    else:
        for row in (row for row in rows if row[0] == kind):
            row[1 if kind == "截至" else 5] = value
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    filled.write_text(written.getvalue(), "utf-8")
    (tmp_path / "s.txt").write_bytes(b"x")
    call = ("--attach", str(tmp_path / "s.txt"), "--date", "2024-02-20", "-C", str(root))
    code, out, err = pilot("review", "record", str(filled), *call)
    assert (code, out, said in err) == (2, "", True), err
    assert not list((root / "data/evidence").rglob("*.yaml"))


def test_what_is_no_sheet_is_refused(pilot: Pilot, root: Path, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(b"x")
    call = ("--attach", str(tmp_path / "s.txt"), "--date", "2024-02-20", "-C", str(root))
    contents = {
        "nul.csv": (b"\0" * 100, "不是"),
        "bytes.csv": (b"\xff\xff\xff", "不是 UTF-8、GBK\n请另存为 .xlsx"),
        "page.xls": (b"<html><table>", "其实是网页（HTML）"),
        "large.csv": (b"x" * (2 << 20), "太大"),
        "long.csv": (b'"' + b"x" * 200_000 + b'"', "“long.csv”第 1 行"),
        "empty.csv": (b"", "应有一行"),
        "absent.csv": (None, "没有这个文件"),
    }
    for name, (content, said) in contents.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
        code, out, err = pilot("review", "record", str(tmp_path / name), *call)
        assert (code, out, said in err) == (2, "", True), (name, err)
    (tmp_path / "link.csv").symlink_to("empty.csv")
    assert pilot("review", "record", str(tmp_path / "link.csv"), *call)[0] == 2
    code, _, err = pilot("review", "record", "x.csv", "-C", str(root))
    assert (code, "--date" in err, "--attach" in err) == (2, True, True)
