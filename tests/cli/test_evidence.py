"""`pilot evidence`: a record with its attachments, and every attachment against its hash."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Pilot
from pilotkit.disk.deposit import deposit
from pilotkit.disk.intake import Incoming

LEADERS = (
    *("--kind", "文件", "--unit", "新区行政审批局", "--date", "2024-02-01"),
    *("--title", "关于成立标准化试点领导小组的通知", "--criteria", "C1-1"),
    *("--set", "doc_types=领导机构", "--set", "duties=统筹协调"),
    *("--set", "appoints.1.person=甲一", "--set", "appoints.1.unit=审批局"),
    *("--set", "appoints.1.post=局长", "--set", "appoints.1.role=组长"),
)
TRAINING = (
    *("--kind", "培训", "--unit", "spj", "--date", "2024-02-02"),
    *("--title", "标准编制培训", "--set", "stage=标准编制"),
)
UNITS = """\
units:
- {id: spj, name: 新区行政审批局, aliases: [审批局], level: 区, roles: [牵头, 成员]}
"""


@pytest.fixture
def root(pilot: Pilot, tmp_path: Path) -> Path:
    """Make a small pilot of one unit, and stand beside it."""
    root = tmp_path / "pilot"
    assert pilot("init", str(root), "--since", "2024-01-01", "--until", "2026-12-31")[0] == 0
    (root / "data/units.yaml").write_text(UNITS, "utf-8")
    text = (
        (root / "data/pilot.yaml")
        .read_text("utf-8")
        .replace("undertaking: danwei", "undertaking: spj")
    )
    (root / "data/pilot.yaml").write_text(f"{text}as_of: 2024-03-01\n", "utf-8")
    return root


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Write a file that may become an attachment."""
    place = tmp_path / "通知 一.txt"
    place.write_text("通知", "utf-8")
    return place


def tree(root: Path) -> dict[str, bytes]:
    return {
        place.relative_to(root).as_posix(): place.read_bytes()
        for place in sorted(root.rglob("*"))
        if place.is_file() and not place.is_symlink()
    }


def supported(pilot: Pilot, root: Path) -> str:
    total: str = json.loads(pilot("score", "-C", str(root), "--format", "json")[1])["total"][
        "supported"
    ]
    return total


def test_a_record_moves_exactly_the_points_that_it_says(
    pilot: Pilot, root: Path, notice: Path
) -> None:
    assert supported(pilot, root) == "0"
    code, out, err = pilot("evidence", "add", str(notice), *LEADERS, "-C", str(root))
    assert (code, err) == (0, "")
    first, attached, *rest = out.splitlines()
    path = first.removeprefix("已登记 ")
    assert path.startswith("data/evidence/spj/wenjian-20240201-")
    assert attached.startswith("  通知 一.txt  6 字节  ")
    assert "截至 2024-03-01 有据得分 0 → 1" in rest
    assert any(line.startswith("  C1-1  0 → 1  明确了") for line in rest)
    assert supported(pilot, root) == "1"
    assert (root / path.removesuffix(".yaml") / "通知 一.txt").read_bytes() == notice.read_bytes()
    written = (root / path).read_text("utf-8")
    assert "\nunit: spj\n" in written
    assert "{person: 甲一, unit: spj, post: 局长, role: 组长}" in written
    assert pilot("validate", path, "-C", str(root))[0] == 0
    assert pilot("evidence", "verify", "-C", str(root)) == (
        0,
        "相符 1，已变 0，缺失 0，未登记 0，空文件 0，按指针核对 0，原件在档 0\n",
        "",
    )


def test_a_dry_run_says_the_same_and_writes_nothing(pilot: Pilot, root: Path, notice: Path) -> None:
    before = tree(root)
    code, out, _ = pilot("evidence", "add", str(notice), *LEADERS, "-C", str(root), "--dry-run")
    assert (code, "有据得分 0 → 1" in out, tree(root)) == (0, True, before)
    assert pilot("evidence", "add", str(notice), *LEADERS, "-C", str(root))[1].endswith(
        out.partition("\n")[2]
    )


def test_the_same_file_twice_is_two_records_and_is_shown(
    pilot: Pilot, root: Path, notice: Path
) -> None:
    for _ in range(2):
        code, out, _ = pilot("evidence", "add", str(notice), *LEADERS, "-C", str(root))
        assert code == 0
    assert "通知 一.txt 与 wenjian-20240201-" in out
    assert len(list((root / "data/evidence/spj").glob("*.yaml"))) == 2
    copy = notice.with_name("通知 二.txt")
    copy.write_bytes(notice.read_bytes())
    out = pilot("evidence", "add", str(notice), str(copy), *LEADERS, "-C", str(root))[1]
    assert "通知 二.txt 与 通知 一.txt 内容相同" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\u202eb.txt", "看不见"),
        ("a\nb.txt", "存不下"),
        ("\x1b]0;x.txt", "存不下"),
        ("CON.txt", "存不下"),
        ("a:b.txt", "存不下"),
        ("end.", "存不下"),
        (".gitignore", "不作附件"),
        (".git", "不作附件"),
        ("README.md", "不作附件"),
        (".pilot-1.tmp", "不作附件"),
        ("证" * 67 + ".txt", "最多 200"),
        (os.fsdecode(b"\xff.txt"), "不是 UTF-8"),
    ],
)
def test_names_that_cannot_be_attachments_are_refused(
    pilot: Pilot, root: Path, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    before = tree(root)
    code, out, err = pilot("evidence", "add", str(tmp_path / name), *TRAINING, "-C", str(root))
    assert (code, out, said in err, tree(root)) == (2, "", True, before)
    assert all(character.isprintable() or character == "\n" for character in err)


def test_what_is_no_whole_regular_file_is_refused(
    pilot: Pilot, root: Path, notice: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.txt").symlink_to(notice)
    (tmp_path / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(8 << 30)
    (tmp_path / "pointer.txt").write_text(
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 5\n"
    )
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / notice.name).write_bytes(b"other")
    before = tree(root)
    for names, said in (
        (("link.txt",), "是链接"),
        (("pilot",), "不是普通文件"),
        (("pipe.txt",), "不是普通文件"),
        (("empty.txt",), "空文件"),
        (("huge.txt",), "超过 100 MB"),
        (("pointer.txt",), "git lfs pull"),
        (("absent.txt",), "读不了"),
        ((notice.name, f"other/{notice.name}"), "都叫"),
        ((notice.name, "link.txt"), "是链接"),
    ):
        files = (str(tmp_path / name) for name in names)
        code, out, err = pilot("evidence", "add", *files, *TRAINING, "-C", str(root))
        assert (code, out, said in err) == (2, "", True), (names, err)
    assert tree(root) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "满意度调察"), "是不是“满意度调查”？"),
        (("--kind", "别的什么"), "可选：文件、会议"),
        (("--unit", "行政审批局新区"), "没有单位"),
        (("--id", "../x"), "编号只用小写字母"),
        (("--id", "A"), "编号只用小写字母"),
        (("--criteria", "C14-11"), "是不是“C14-1”？"),
        (("--set", "hour=4"), "是不是“hours”？"),
        (("--set", "hours=四"), "应当是数"),
        (("--set", "stage=标准编制"), "写了两次"),
        (("--set", "hours"), "看不懂“hours”"),
        (("--set", "=4"), "看不懂“=4”"),
        (("--set", "stage.x=4"), "写了两次"),
        (("--set", "attendees=[{person: &a x}]"), "锚点"),
        (("--set", "unit=x"), "不用 --set 写"),
        (("--set", "note=\x1b[31m"), "看不见的字符"),
        (("--set", f"note={os.fsdecode(bytes([255]))}"), "不是 UTF-8"),
    ],
)
def test_what_the_loader_would_refuse_is_not_written(
    pilot: Pilot, root: Path, notice: Path, options: tuple[str, ...], said: str
) -> None:
    before = tree(root)
    code, out, err = pilot("evidence", "add", str(notice), *TRAINING, *options, "-C", str(root))
    assert (code, out, said in err) == (2, "", True), err
    assert tree(root) == before


def test_an_id_that_is_taken_is_refused(pilot: Pilot, root: Path, notice: Path) -> None:
    call = ("evidence", "add", str(notice), *TRAINING, "--id", "px", "-C", str(root))
    assert pilot(*call)[0] == 0
    before = tree(root)
    code, _, err = pilot(*call)
    assert (code, "编号“px”已有" in err, tree(root)) == (2, True, before)


def test_an_original_in_the_archive_needs_no_file(pilot: Pilot, root: Path) -> None:
    code, out, _ = pilot(
        *("evidence", "add", *LEADERS, "-C", str(root)),
        *("--set", "archive.place=区档案室", "--set", "confidentiality=不入库"),
    )
    assert (code, "有据得分 0 → 1" in out) == (0, True)
    assert pilot("evidence", "verify", "-C", str(root))[1].endswith("原件在档 1\n")


def test_what_does_not_count_yet_is_said(pilot: Pilot, root: Path, notice: Path) -> None:
    later = ("--date", "2025-01-01")
    code, out, err = pilot("evidence", "add", str(notice), *LEADERS, *later, "-C", str(root))
    assert (code, err) == (0, "还不计入：日期 2025-01-01 晚于截至日期\n")
    assert "截至 2024-03-01 有据得分不变：0" in out


def test_without_a_terminal_all_that_is_missing_is_said_at_once(pilot: Pilot, root: Path) -> None:
    code, out, err = pilot("evidence", "add", "--kind", "意见投诉", "-C", str(root))
    assert (code, out) == (2, "")
    assert [line.split(" ")[0:2] for line in err.splitlines()[1:]] == [
        ["--unit", "单位"],
        ["--date", "日期"],
        ["--title", "标题"],
        *(["--set", f"{key}=…"] for key in ("period.from", "period.to")),
        *(["--set", f"{key}=…"] for key in ("received", "resolved", "resolved_in_time", "open")),
    ]


def test_at_a_terminal_what_is_missing_is_asked_for(
    pilot: Pilot, root: Path, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = io.StringIO("培训\n审批局\n2024-02-02\n培训\n标准编制\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    code, out, _ = pilot("evidence", "add", str(notice), "-C", str(root))
    assert (code, "字段 stage（标准体系策划、标准编制、标准实施）" in out) == (0, True), out
    assert len(list((root / "data/evidence/spj").glob("peixun-20240202-*.yaml"))) == 1


def test_a_flipped_byte_and_every_other_difference_is_found(
    pilot: Pilot, root: Path, notice: Path
) -> None:
    for id_ in ("a", "b", "c", "d", "e"):
        pilot("evidence", "add", str(notice), *TRAINING, "--id", id_, "-C", str(root))
    folder = root / "data/evidence/spj"
    for id_ in "abcde":
        assert (folder / id_ / notice.name).is_file()
    flipped = bytearray(notice.read_bytes())
    flipped[3] ^= 1
    (folder / "a" / notice.name).write_bytes(flipped)
    (folder / "b" / notice.name).unlink()
    (folder / "c" / notice.name).write_bytes(b"")
    (folder / "d" / "more.txt").write_bytes(b"x")
    (folder / "e" / notice.name).unlink()
    (folder / "e" / notice.name).symlink_to(notice)
    (folder / "left").mkdir()
    (folder / "left/over.txt").write_bytes(b"x")
    code, out, _ = pilot("evidence", "verify", "-C", str(root))
    assert (code, out.splitlines()[-1]) == (
        1,
        "相符 1，已变 1，缺失 2，未登记 2，空文件 1，按指针核对 0，原件在档 0",
    )
    states = [line.split(": ")[1].split(" — ")[0] for line in out.splitlines()[:-1]]
    assert states == ["已变", "缺失", "空文件", "未登记", "缺失", "未登记"]
    code, out, _ = pilot("evidence", "verify", "-C", str(root), "--format", "json", "--lang", "en")
    found = json.loads(out)
    assert (code, found["schema"]) == (1, "pilotkit/verification/1")
    assert found["counts"]["changed"] == 1
    assert found["attachments"][4]["reason"] == "a link; put the file itself here"
    assert pilot("evidence", "verify", "data/evidence/spj/d.yaml", "-C", str(root))[0] == 1
    (folder / "d" / "more.txt").unlink()
    assert pilot("evidence", "verify", "data/evidence/spj/d", "-C", str(root))[0] == 0


def test_pointers_are_compared_by_the_hash_that_they_name(
    pilot: Pilot, root: Path, notice: Path
) -> None:
    pilot("evidence", "add", str(notice), *TRAINING, "--id", "a", "-C", str(root))
    record = (root / "data/evidence/spj/a.yaml").read_text("utf-8")
    hash_ = record.partition("sha256: ")[2].strip('"}\n')
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 6\n"
    place = root / "data/evidence/spj/a" / notice.name
    place.write_text(pointer.format(hash_))
    assert pilot("evidence", "verify", "-C", str(root), "--lang", "en")[:2] == (
        0,
        "ok 0, changed 0, missing 0, unlisted 0, empty 0, pointer 1, archived 0\n",
    )
    place.write_text(pointer.format("0" * 64))
    assert pilot("evidence", "verify", "-C", str(root))[0] == 1


def test_an_id_that_another_run_takes_meanwhile_is_not_written_over(
    pilot: Pilot, root: Path, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other run writes the same record between our reading and our writing."""

    def slower(root: Path, path: str, record: bytes, incoming: list[Incoming]) -> None:
        monkeypatch.undo()
        monkeypatch.setattr(sys, "argv", ["pilot"])
        deposit(root, path, record, incoming)
        deposit(root, path, record, incoming)

    monkeypatch.setattr("pilotkit.cli.adding.deposit", slower)
    code, _, _ = pilot("evidence", "add", str(notice), *TRAINING, "-C", str(root))
    assert (code, len(list((root / "data/evidence/spj").glob("*.yaml")))) == (0, 2)
    monkeypatch.setattr("pilotkit.cli.adding.deposit", slower)
    call = ("evidence", "add", str(notice), *TRAINING, "--id", "own", "-C", str(root))
    assert pilot(*call)[::2] == (2, "编号刚被占用\n")
    assert pilot("evidence", "verify", "-C", str(root))[0] == 0


def test_a_full_disk_is_said_and_leaves_nothing(
    pilot: Pilot, root: Path, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(root)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pilotkit.disk.writing.os.fsync", full)
    code, out, err = pilot("evidence", "add", str(notice), *TRAINING, "-C", str(root))
    assert (code, out, err) == (2, "", "没有写入：磁盘满了\n")
    assert tree(root) == before


def test_what_cannot_be_compared_is_missing(pilot: Pilot, root: Path, notice: Path) -> None:
    pilot("evidence", "add", str(notice), *TRAINING, "--id", "a", "-C", str(root))
    record = root / "data/evidence/spj/a.yaml"
    (record.parent / "b.yaml").write_text(
        "id: b\ntitle: x\nkind: 培训\ndate: 2024-02-02\nunit: spj\nstage: 标准编制\n", "utf-8"
    )
    code, out, _ = pilot("evidence", "verify", "-C", str(root))
    assert (code, out.splitlines()[0]) == (
        1,
        "data/evidence/spj/b.yaml: 缺失 — 没有附件，也没有档案位置",
    )
    record.write_text("id: [", "utf-8")
    assert "它的记录读不了" in pilot("evidence", "verify", "-C", str(root))[1]


def test_eight_at_once_lose_nothing(pilot: Pilot, root: Path, notice: Path) -> None:
    call = ("evidence", "add", str(notice), *TRAINING, "-C", str(root))
    command = [sys.executable, "-m", "pilotkit", *call]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(8)]
    assert [one.wait() for one in running] == [0] * 8
    assert len(list((root / "data/evidence/spj").glob("*.yaml"))) == 8
    assert pilot("evidence", "verify", "-C", str(root))[1].startswith(
        "相符 8，已变 0，缺失 0，未登记 0"
    )
