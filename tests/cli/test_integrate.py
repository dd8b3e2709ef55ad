"""`pilot integrate`: the four lists, and a decision that is not raised again."""

import json
from pathlib import Path

import pytest

from conftest import Pilot

FRONT = "---\nid: {0}\ntitle: {0}\nkind: 服务指南\nsubsystem: tg\nunit: spj\ncovers: [{1}]\n"
BODY = "issued: 2021-06-01\n---\n# 4 要求\n\n窗口应当场核对{0}的材料。\n"
DECIDE = ("integrate", "--decide", "zn-a,zn-b", "--by", "spj", "--reason", "分工不同")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small pilot with two guides for one item, and an item without any."""
    files = {
        "data/pilot.yaml": "name: 试点\nundertaking: spj\nas_of: 2021-12-16\n"
        "period: {since: 2021-04-01, until: 2024-04-30}\n",
        "data/units.yaml": "units:\n- {id: spj, name: 审批局, level: 区, roles: [牵头]}\n",
        "data/standards/TG/zn-a.md": FRONT.format("zn-a", "renling") + BODY.format("认领"),
        "data/standards/TG/zn-b.md": FRONT.format("zn-b", "renling") + BODY.format("失物"),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    return tmp_path


def pairs(pilot: Pilot, root: Path) -> list[dict[str, object]]:
    out = pilot("integrate", "-C", str(root), "--format", "json")[1]
    contract = json.loads(out)
    assert contract["schema"] == "pilotkit/integrate/1"
    found: list[dict[str, object]] = contract["pairs"]
    return [one for one in found if one["kind"] != "缺失"]


def test_the_lists_name_place_proposal_and_owner(pilot: Pilot, root: Path) -> None:
    code, out, err = pilot("integrate", "-C", str(root))
    assert (code, err) == (0, "")
    assert "重复 1\n  data/standards/TG/zn-b.md:7:10: “renling”已有服务指南《zn-a》" in out
    assert "    拟办 合并，责任 审批局\n" in out
    (pair,) = pairs(pilot, root)
    keys = ("kind", "a", "b", "decision", "proposed")
    assert [pair[key] for key in keys] == ["重复", "zn-a", "zn-b", None, "合并"]
    out = pilot("integrate", "-C", str(root), "--format", "markdown", "--lang", "en")[1]
    assert "## duplicates 1\n\n| matter | place | proposed decision | owner |\n" in out


def test_a_decided_pair_comes_back_when_its_text_means_something_else(
    pilot: Pilot, root: Path
) -> None:
    code, out, _ = pilot(*DECIDE, "--decision", "保留", "--dry-run", "-C", str(root))
    assert code == 0
    assert out.endswith("预演，没有写入：data/integration/zn-a-zn-b-duplicate-standard.yaml\n")
    assert not (root / "data/integration").exists()
    code, out, _ = pilot(*DECIDE, "--decision", "保留", "-C", str(root))
    assert (code, out) == (0, "已写入 data/integration/zn-a-zn-b-duplicate-standard.yaml\n")
    (pair,) = pairs(pilot, root)
    assert (pair["decision"], pair["by"], pair["reason"]) == ("保留", "spj", "分工不同")
    assert "重复 0" in pilot("integrate", "-C", str(root))[1]
    out = pilot("integrate", "-C", str(root), "--format", "markdown")[1]
    assert "| 重复 | zn-a、zn-b | 两项标准重复 | 保留 | 分工不同 | spj | 2021-12-16 |\n" in out
    text = root / "data/standards/TG/zn-b.md"
    text.write_text(text.read_text("utf-8").replace("# 4 要求\n", "# 5  要求\n\n"), "utf-8")
    assert "重复 0" in pilot("integrate", "-C", str(root))[1]
    text.write_text(text.read_text("utf-8").replace("当场核对", "次日核对"), "utf-8")
    assert "重复 1" in pilot("integrate", "-C", str(root))[1]
    code, _, err = pilot(*DECIDE, "-C", str(root))
    assert (code, err) == (2, "data/integration/zn-a-zn-b-duplicate-standard.yaml 已有\n")


def test_what_cannot_be_decided_is_refused(pilot: Pilot, root: Path) -> None:
    where = ("-C", str(root))
    assert pilot("integrate", "--decide", "zn-a,zn-b", *where)[::2] == (
        2,
        "要写 --by 和 --reason\n",
    )
    code, _, err = pilot(*DECIDE[:2], "zn-a,zn-x", *DECIDE[3:], *where)
    assert (code, err) == (2, "没有未决的“zn-a,zn-x”\n  zn-a,zn-b duplicate-standard\n")
    assert pilot(*DECIDE, "--at", "HEAD", *where)[0] == 2


def test_a_decided_gap_stands_among_the_decisions(pilot: Pilot, root: Path) -> None:
    item = root / "data/items/spj/jicun.yaml"
    item.parent.mkdir(parents=True)
    item.write_text(
        "id: jicun\nname: 寄存\nclass: service\nunit: spj\nconfirmed: {on: 2021-05-01, by: spj}\n",
        "utf-8",
    )
    where = ("-C", str(root))
    assert "缺失 2\n" in pilot("integrate", *where)[1]
    decide = ("integrate", "--decide", "jicun", "--by", "spj", "--reason", "明年编写", *where)
    code, _, err = pilot(*decide)
    listed = "  jicun missing-guide\n  jicun missing-procedure\n"
    assert (code, err) == (2, f"不止一条，用 --rule 指明\n{listed}")
    assert pilot(*decide, "--rule", "missing-post-standard")[0] == 2
    code, out, _ = pilot(*decide, "--rule", "missing-guide")
    assert (code, out) == (0, "已写入 data/integration/jicun-missing-guide.yaml\n")
    out = pilot("integrate", *where)[1]
    assert "缺失 1\n  data/items/spj/jicun.yaml:1:5: 寄存缺现行有效的办理规程\n" in out
    assert "  缺失 寄存（缺服务指南）：补充（spj，2021-12-16）明年编写\n" in out
    assert pilot(*decide)[0] == 0
    assert "缺失 0\n" in pilot("integrate", *where)[1]
    gaps = json.loads(pilot("integrate", *where, "--format", "json")[1])["pairs"][-2:]
    assert [one["rule"] for one in gaps] == ["missing-guide", "missing-procedure"]


def test_a_decision_that_names_no_rule_is_on_all_gaps_of_its_subject(
    pilot: Pilot, root: Path
) -> None:
    item = root / "data/items/spj/jicun.yaml"
    item.parent.mkdir(parents=True)
    item.write_text(
        "id: jicun\nname: 寄存\nclass: service\nunit: spj\nconfirmed: {on: 2021-05-01, by: spj}\n",
        "utf-8",
    )
    decision = root / "data/integration/jicun.yaml"
    decision.parent.mkdir(parents=True)
    decision.write_text(
        "id: jicun\nkind: 缺失\nsubject: jicun\ndecision: 补充\nby: spj\ndate: 2021-12-01\n"
        "reason: 明年编写\n",
        "utf-8",
    )
    out = pilot("integrate", "-C", str(root))[1]
    assert "缺失 0\n" in out
    assert "  缺失 寄存：补充（spj，2021-12-01）明年编写\n" in out


def test_a_gap_of_a_text_is_open_again_when_the_text_changes(pilot: Pilot, root: Path) -> None:
    where = ("-C", str(root))
    text = root / "data/standards/TG/zn-b.md"
    text.write_text(text.read_text("utf-8") + "\n按GB/T 98765—2020执行。\n", "utf-8")
    assert "缺失 1\n" in pilot("integrate", *where)[1]
    decide = ("integrate", "--decide", "zn-b", "--by", "spj", "--reason", "待收集", *where)
    code, out, _ = pilot(*decide)
    assert (code, out) == (0, "已写入 data/integration/zn-b-unknown-citation-in-text.yaml\n")
    assert "缺失 0\n" in pilot("integrate", *where)[1]
    text.write_text(text.read_text("utf-8") + "\n窗口应记录。\n", "utf-8")
    assert "缺失 1\n" in pilot("integrate", *where)[1]


def test_a_long_family_is_decided_under_a_name_of_its_own(pilot: Pilot, root: Path) -> None:
    where, said = ("-C", str(root)), "窗口应当场核对材料，材料齐全的当场受理，不齐全的一次告知。"
    for one in range(20):
        name = f"zn-changmingchengdeshixiang-{one:02}"
        text = FRONT.format(name, f"shixiang-{one}") + BODY.format(one).replace("窗口", said)
        (root / f"data/standards/TG/{name}.md").write_text(text, "utf-8")
    (matter,) = [one for one in pairs(pilot, root)[:2] if one["rule"] == "similar-family"][:1]
    assert matter["a"] == "zn-changmingchengdeshixiang-00"
    ids = [f"zn-changmingchengdeshixiang-{one:02}" for one in range(20)]
    decide = ("integrate", "--decide", ",".join(ids), "--by", "spj", "--reason", "合并", *where)
    code, out, _ = pilot(*decide)
    assert code == 0
    assert len(out.split("/")[-1]) <= len("\n.yaml") + 100
    assert out.endswith("-similar-family.yaml\n")
    assert "重复 1\n" in pilot("integrate", *where)[1]


def test_a_step_without_a_post_is_missing(pilot: Pilot, root: Path) -> None:
    item = root / "data/items/spj/jicun.yaml"
    item.parent.mkdir(parents=True)
    item.write_text(
        "id: jicun\nname: 寄存\nclass: service\nunit: spj\nsteps: [{name: 存}, {name: 取}]\n",
        "utf-8",
    )
    out = pilot("integrate", "-C", str(root))[1]
    assert "  data/items/spj/jicun.yaml:5:9: 寄存的步骤没有写由哪个岗位做：存、取\n" in out
    assert "    拟办 补充，责任 审批局\n" in out
