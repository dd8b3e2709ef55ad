"""`pilot assess`: claims beside what is supported; what an author wrote stays."""

import errno
import json
from pathlib import Path

import pytest

from conftest import Pilot

OWN = """\
# 自评，由办公室填写
id: ziping   # 编号
body: 自评
date: "2021-12-16"
points:
  # 领导
  - {criterion: C1-1, points: 1}  # 有文件

  - criterion: C2-1
    points: 0.50
    note: 还缺
# 完
"""


def total(pilot: Pilot, root: Path, key: str) -> str | None:
    out = pilot("score", "-C", str(root), "--format", "json")[1]
    found: str | None = json.loads(out)["total"][key]
    return found


def test_a_new_one_with_the_supported_points_beside_it(pilot: Pilot, real: Path) -> None:
    code, out, err = pilot("assess", "C2-1=0.5", "C1-1=1", "C1-2=0", "-C", str(real))
    assert (code, err) == (0, "")
    head, *lines = out.splitlines()
    assert head.split() == ["条目", "满分", "自评", "有据"]
    assert [line.split() for line in lines[:3]] == [
        ["C1-1", "1", "1", "1"],
        ["C1-2", "1", "0", "0"],
        ["C2-1", "1", "0.5", "0", "高出", "0.5，没有依据"],
    ]
    assert lines[3:] == [
        "合计 1.5，有据得分 1（截至 2021-12-16），未填 40 条",
        "已写入 data/assessments/ziping-20211216.yaml",
    ]
    assert total(pilot, real, "claimed") == "1.5"
    code, out, _ = pilot("validate", "data/assessments", "-C", str(real))
    assert "error" not in out
    out = pilot("assess", "C1-1=0", "-C", str(real), "--lang", "en")[1]
    assert out.splitlines()[1].endswith("1 → 0          1  1 below what is supported")
    assert total(pilot, real, "claimed") == "0.5"


def test_an_update_keeps_what_its_author_wrote(pilot: Pilot, real: Path) -> None:
    place = real / "data/assessments/ziping.yaml"
    place.write_text(OWN, "utf-8")
    place.chmod(0o640)
    call = (
        "assess",
        "C2-1=1",
        "C1-2=0.5",
        "--id",
        "ziping",
        "--note",
        "C1-2=局长",
        "-C",
        str(real),
    )
    assert pilot(*call)[1].endswith("已更新 data/assessments/ziping.yaml\n")
    added = "  - {criterion: C1-2, points: 0.5, note: 局长}\n# 完"
    changed = OWN.replace("0.50", "1").replace("# 完", added)
    assert place.read_text("utf-8") == changed
    assert place.stat().st_mode & 0o777 == 0o640
    assert pilot(*call)[0] == 0
    assert place.read_text("utf-8") == changed
    assert pilot("assess", "--note", "全文", "-C", str(real))[0] == 0
    assert place.read_text("utf-8") == changed.replace("# 完", "note: 全文\n# 完")


def test_all_that_is_supported_is_claimed_and_what_is_said_wins(pilot: Pilot, real: Path) -> None:
    out = pilot("assess", "C1-2=0.5", "--from-supported", "-C", str(real))[1]
    assert "合计 1.5，有据得分 1（截至 2021-12-16），未填 0 条" in out
    assert total(pilot, real, "claimed") == "1.5"


def test_a_dry_run_writes_nothing(pilot: Pilot, real: Path) -> None:
    code, out, _ = pilot("assess", "C1-1=1", "--dry-run", "-C", str(real))
    assert (code, out.splitlines()[-1]) == (
        0,
        "预演，没有写入：data/assessments/ziping-20211216.yaml",
    )
    assert not list((real / "data/assessments").glob("*.yaml"))


def test_a_preliminary_inspection_of_one_unit(pilot: Pilot, real: Path) -> None:
    unit = ("--body", "初验", "--unit", "区行政审批局", "-C", str(real))
    assert pilot("assess", "--failed", *unit)[0] == 0
    place = real / "data/assessments/chuyan-spj-20211216.yaml"
    assert "\nunit: spj\npassed: false\n" in place.read_text("utf-8")
    code, out, _ = pilot("assess", "--passed", *unit)
    assert (code, "2021-12-16 初验 区行政审批局：达标" in out) == (0, True)
    assert "\nunit: spj\npassed: true\n" in place.read_text("utf-8")
    code, out, _ = pilot("assess", "--passed", "--id", place.stem, "-C", str(real))
    assert (code, "已更新" in out) == (0, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("C1-11=1",), "是不是“C1-1”？"),
        (("C1-1=1.5",), "C1-1 最多 1 分，写了 1.5 分"),
        (("C1-1=0.55",), "以 0.1 分为单位，没有 0.55 分"),
        (("C1-1=-1",), "看不懂“C1-1=-1”"),
        (("C1-1",), "看不懂“C1-1”"),
        (("C1-1=１",), "看不懂"),
        (("C1-1=1", "C1-1=0"), "C1-1 写了两次"),
        ((), "没有写要评什么"),
        (("C1-1=1", "--note", "C99=x"), "没有评分条目“C99”"),
        (("C1-1=1", "--note", "x\u202ey"), "U+202E"),
        (("--passed", "--body", "初验"), "--unit"),
        (("--passed", "--unit", "没有的局"), "没有单位"),
        (("C1-1=1", "--id", "../x"), "没有写入"),
        (("C1-1=1", "--id", "A"), "编号只用小写字母"),
        (("C1-1=1", "--body", "中期", "--id", "ziping"), "不符"),
    ],
)
def test_what_the_table_does_not_allow_is_refused(
    pilot: Pilot, real: Path, options: tuple[str, ...], said: str
) -> None:
    place = real / "data/assessments/ziping.yaml"
    place.write_text(OWN, "utf-8")
    if "--id" in options and "ziping" not in options:
        place.unlink()
    before = sorted(real.rglob("*"))
    code, out, err = pilot("assess", *options, "-C", str(real))
    assert (code, out, said in err) == (2, "", True), err
    assert sorted(real.rglob("*")) == before
    assert not place.exists() or place.read_text("utf-8") == OWN


def test_what_somebody_else_wrote_meanwhile_stays(
    pilot: Pilot, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = real / "data/assessments/ziping-20211216.yaml"

    def other(_: Path) -> list[str]:
        place.write_text(OWN, "utf-8")
        return []

    monkeypatch.setattr("pilotkit.cli.assess.sweep", other)
    code, _, err = pilot("assess", "C1-1=1", "-C", str(real))
    assert (code, "刚刚有了" in err, place.read_text("utf-8")) == (2, True, OWN)


def test_a_full_disk_leaves_the_old_one(
    pilot: Pilot, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = real / "data/assessments/ziping.yaml"
    place.write_text(OWN, "utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pilotkit.disk.writing.os.fsync", full)
    code, _, err = pilot("assess", "C1-1=0", "-C", str(real))
    assert (code, "没有写入" in err, place.read_text("utf-8")) == (2, True, OWN)
