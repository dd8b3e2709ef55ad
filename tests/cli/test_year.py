"""A year of a pilot in real git: units' branches, merges, tags, a rename, a revert, a snapshot."""

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import Pilot
from pilotkit.cli.hindsight import Hindsight
from pilotkit.cli.reading import Revisions, today
from repositories import GitFolder, new_repository
from small_pilot import TEXTS

REWARD = """\
id: jili
title: 关于标准化激励的通知
kind: 文件
date: 2022-02-05
unit: {unit}
archive: {{place: 档案室}}
doc_types: [激励政策]
"""
MEMBER = """\
id: weiyuan
title: 聘书
kind: 业绩
date: 2022-03-01
unit: spj
archive: {place: 档案室}
aspect: 委员
level: 省级
"""
TROUBLE = """\
id: buhege
title: 窗口未公示时限
kind: 不合格项
date: 2022-03-20
unit: spj
archive: {place: 档案室}
facts: 3 号窗口未公示时限
severity: 一般
due: 2022-06-01
"""
AT_EAST, AT_OFFICE = (f"data/evidence/{unit}/jili.yaml" for unit in ("dj", "spj"))
MEMBER_AT, TROUBLE_AT = (f"data/evidence/spj/{name}.yaml" for name in ("weiyuan", "buhege"))


def on(day: str) -> str:
    return f"2022-{day}T09:00:00+08:00"


def merged(
    folder: GitFolder, branch: str, written: str, landed: str, who: str, **files: str
) -> None:
    """A unit writes on its branch, the office merges."""
    folder.git("switch", "-q", "-c", branch)
    for path, text in files.items():
        folder.write(path, text)
    folder.git("add", "-A")
    folder.git("commit", "-q", "-m", branch, when=on(written), GIT_AUTHOR_NAME=who)
    folder.git("switch", "-q", "main")
    message = f"收下 {branch}"
    folder.git(
        "merge", "-q", "--no-ff", "-m", message, branch, when=on(landed), GIT_AUTHOR_NAME="办公室"
    )


@pytest.fixture
def year(tmp_path: Path, pilot: Pilot) -> GitFolder:
    folder = new_repository(tmp_path / "year")
    folder.git("config", "user.name", "办公室")
    folder.git("config", "user.email", "office@example.org")
    for path, text in TEXTS.items():
        folder.write(path, text.replace("{x}", ""))
    settings = folder.root / "data/pilot.yaml"
    settings.write_text(settings.read_text("utf-8").replace("as_of: 2022-12-31\n", ""), "utf-8")
    folder.commit(when=on("01-05"))
    folder.git("tag", "-a", "-m", "P1", "phase-1", when=on("01-06"))
    reward = {AT_EAST: REWARD.format(unit="dj")}
    merged(folder, "jiedao", "02-10", "02-20", "街道专员", **reward)
    folder.git("tag", "-a", "-m", "P2", "phase-2", when=on("02-21"))
    member = {MEMBER_AT: MEMBER, TROUBLE_AT: TROUBLE}
    merged(folder, "shenpi", "03-25", "04-15", "审批专员", **member)
    folder.git("mv", AT_EAST, AT_OFFICE)
    folder.write(AT_OFFICE, REWARD.format(unit="spj"))
    folder.git("add", "-A")
    folder.git("commit", "-q", "-m", "归到审批局", when=on("05-10"))
    folder.git("tag", "-f", "-a", "-m", "P2", "phase-2", when=on("05-11"))
    folder.git("revert", "-m", "1", "--no-edit", "HEAD~1", when=on("07-01"))
    assert pilot("snapshot", "chuyan", "-C", str(folder.root), "--as-of", "2022-07-02")[0] == 0
    return folder


def asked(pilot: Pilot, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pilot(*args, "--format", "json")[1])
    return found


def test_history_is_what_landed_and_a_moved_tag_is_where_it_is(
    pilot: Pilot, year: GitFolder
) -> None:
    root = ("-C", str(year.root))
    line = asked(pilot, "history", *root, "--by", "commit")["points"]
    days = ["2022-01-05", "2022-02-20", "2022-04-15", "2022-05-10", "2022-07-01"]
    assert [one["date"] for one in line][:5] == days
    first = line[0]
    gained = [Decimal(one["total"]) - Decimal(first["total"]) for one in line]
    # A standard that the first commit holds is issued in March: that too is worth something.
    issued = gained[2] - 4
    assert issued > 0
    assert gained[:5] == [0, 2, 4 + issued, 4 + issued, 2 + issued]
    assert [one["as_of"] for one in line[:5]] == days
    more = [one["counts"]["evidence"] - first["counts"]["evidence"] for one in line]
    assert more[:5] == [0, 1, 3, 3, 1]
    tagged = asked(pilot, "history", *root, "--by", "tag")["points"]
    assert [(one["tags"], one["date"]) for one in tagged][:2] == [
        (["phase-1"], "2022-01-05"),
        (["phase-2"], "2022-05-10"),
    ]
    assert tagged[2]["tags"] == ["chuyan"]
    by_month = asked(pilot, "history", *root, "--by", "month", "--as-of", "2022-12-31")["points"]
    assert {one["as_of"] for one in by_month} == {"2022-12-31"}
    by_phase = asked(pilot, "history", "HEAD~1", *root, "--by", "phase")["points"]
    assert [one["date"] for one in by_phase] == ["2022-07-01"]
    # What one commit leaves to the next changes nothing that is said of it.
    revisions, now = Revisions(year.root), today(year.root)
    sharing = Hindsight(now)
    for moment in revisions.moments("HEAD"):
        reading = revisions.read_at(moment)
        assert repr(sharing.score(reading, None)) == repr(Hindsight(now).score(reading, None))


def test_a_diff_of_two_phases_says_what_moved_and_a_rename_is_no_removal(
    pilot: Pilot, year: GitFolder
) -> None:
    root = ("-C", str(year.root))
    found = asked(pilot, "diff", "phase-1", "phase-2", *root)
    moved = {one["id"]: (one["before"], one["after"], one["because"]) for one in found["criteria"]}
    assert moved["C5-1"] == ("0", "2", ["jili"])
    assert moved["C27-4"] == ("0", "2", ["weiyuan"])
    actions = {one["id"]: one["action"] for one in found["changes"]}
    new = dict.fromkeys(("jili", "weiyuan", "buhege"), "added")
    assert actions == {"zhinan": "issued", **new}
    (rename,) = asked(pilot, "diff", "phase-2~1", "phase-2", *root)["changes"]
    assert (rename["id"], rename["action"]) == ("jili", "changed")
    assert rename["details"] == ["单位：dj → spj"]
    code, out, _ = pilot("diff", "phase-2", "HEAD", *root, "--fail-on", "new-errors")
    assert code == 1
    assert "buhege 窗口未公示时限（不合格项），删除带来 0 分" in out
    assert "C27-4 标准化创新：2 → 0（weiyuan）" in out


def test_blame_names_who_wrote_it_and_when_it_was_merged(pilot: Pilot, year: GitFolder) -> None:
    root = ("-C", str(year.root))
    brought, took = pilot("blame", "C27-4", *root)[1].splitlines()
    assert brought.startswith("2022-04-15")
    assert "办公室 (git 所记作者)  收下 shenpi  C27-4 0 → 2  weiyuan（写于 2022-03-25 " in brought
    assert brought.endswith(" 审批专员）")
    assert took.startswith("2022-07-01")
    assert took.endswith("C27-4 2 → 0  weiyuan")
    lines = pilot("blame", "jili", *root)[1].splitlines()
    assert lines[0].endswith(" 街道专员）")
    assert [line.split()[0] for line in lines] == ["2022-02-20", "2022-05-10"]
    assert lines[1].endswith(f"jili 移到 {AT_OFFICE}")


def test_a_snapshot_finds_every_single_bit_and_what_a_removal_brought(
    pilot: Pilot, year: GitFolder
) -> None:
    args = ("snapshot", "verify", "chuyan", "-C", str(year.root))
    assert pilot(*args)[0] == 0
    places = sorted((year.root / "data").rglob("*.*"))
    assert len(places) > len(TEXTS)
    for number, place in enumerate(places):
        content = place.read_bytes()
        at = (number * 7919) % len(content)
        flipped = bytes([*content[:at], content[at] ^ 1 << number % 8, *content[at + 1 :]])
        place.write_bytes(flipped)
        code, out, err = pilot(*args)
        assert code in {1, 2}, (place, out, err)
        assert place.name in out or "快照" in out + err
        place.write_bytes(content)
    assert pilot(*args)[0] == 0


CANARY = "#!/bin/sh\ntouch '{mark}'\ncat\n"
EVIL = """
[core]
    fsmonitor = {program}
    hooksPath = {folder}
    pager = {program}
    sshCommand = {program}
    attributesFile = {attributes}
[diff]
    external = {program}
[diff "evil"]
    textconv = {program}
[filter "evil"]
    clean = {program}
    smudge = {program}
    process = {program}
    required = true
[gpg]
    program = {program}
[gpg "ssh"]
    program = {program}
    defaultKeyCommand = {program}
[log]
    showSignature = true
"""


def test_a_hostile_configuration_runs_nothing_in_any_command(
    pilot: Pilot, year: GitFolder, tmp_path: Path
) -> None:
    mark, program, hooks = tmp_path / "ran", tmp_path / "evil", tmp_path / "hooks"
    hooks.mkdir()
    for place in (program, hooks / "post-index-change", hooks / "reference-transaction"):
        place.write_text(CANARY.format(mark=mark), "utf-8")
        place.chmod(0o755)
    attributes = tmp_path / "attributes"
    attributes.write_text("* filter=evil diff=evil\n", "utf-8")
    with (year.root / ".git/config").open("a", encoding="utf-8") as own:
        own.write(EVIL.format(program=program, folder=hooks, attributes=attributes))
    nested = new_repository(year.root / "data/evidence/spj/inner.git", "--bare")
    nested.write("config", EVIL.format(program=program, folder=hooks, attributes=attributes))
    # The mark is left where git is let go: the trap works.
    subprocess.run(["git", "status"], cwd=year.root, check=False, capture_output=True)
    assert mark.exists()
    mark.unlink()
    root = ("-C", str(year.root))
    signers = tmp_path / "signers"
    signers.write_text("", "utf-8")
    commands: tuple[tuple[str, ...], ...] = (
        ("history", *root, "--by", "tag"),
        ("blame", "C5-1", *root),
        ("diff", "phase-1", *root),
        ("score", "--at", "phase-2", *root),
        ("validate", "--since", "phase-1", *root),
        ("snapshot", "verify", "chuyan", *root, "--signers", str(signers)),
        ("snapshot", "again", *root),
        ("codeowners", *root),
        ("ci", "github", *root, "--dry-run"),
    )
    for command in commands:
        pilot(*command)
        assert not mark.exists(), command
