"""`pilot fmt`: what has one right answer is mended, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, Pilot
from pilotkit.check.wording import DRAFTED, LEAD_IN, PATENTS
from pilotkit.edit.fixes.layout import fixed
from pilotkit.edit.fixes.sentences import with_fixed_sentences
from pilotkit.edit.fixes.wording import mended
from pilotkit.load.yaml_source import read_yaml

HEAD = "---\nid: jc-yangli\ntitle: 本标准, GB/T 1.1-2020 # 甲,乙\n---\n"
BOM = b"\xef\xbb\xbf"
PIECES = (
    *("GB/T 1.1-2020", "GB/T 24421.2 - 2023", "ISO 9001:2015", "本标准", "本标准化", "甲", "乙丙"),
    *(",", ";", ":", "(", ")", "“", "”", "《", "》", "`", "```", "\n", "<!--", "-->", "1", " "),
    *("\n\n", "# 前言", "# 2 规范性引用文件", "无。", "本标准按照", "的规定起草。", "下列文件"),
    *("https://a.cn/", "](", "年", "$", "\r", "—", "，", "~~~", "T/", "<", ">"),
)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("按照GB/T 1.1-2020的规定。", "按照GB/T 1.1—2020的规定。"),
        ("见GB/T 24421.2--2023和Q/QLZW JC 002–2022。", "见GB/T 24421.2—2023和Q/QLZW JC 002—2022。"),
        ("本标准适用于窗口,不适用于网上;例外:无", "本文件适用于窗口，不适用于网上；例外：无"),
        ("综合窗口(前台)受理(含(代办)件)。", "综合窗口（前台）受理（含（代办）件）。"),
        ("甲, 乙；共3,000 (约)：“丙:”丁? 戊!", "甲，乙；共3,000 （约）：“丙：”丁？戊！"),
        ("见附录.", "见附录。"),
        ("<!-- 甲,乙 --> 本标准\n<!-- 丙,丁", "<!-- 甲,乙 --> 本文件\n<!-- 丙，丁"),
        ("份数 ２ 份，ＡＢ 两类", "份数 2 份，AB 两类"),
        ("GB/T19273-2017、GB／T  1.1、Q/QLZW JC002", "GB/T 19273—2017、GB/T 1.1、Q/QLZW JC002"),
    ],
)
def test_one_right_answer(written: str, right: str) -> None:
    """Dashes before years, the name for itself, punctuation between Chinese characters."""
    assert mended(written) == right


@pytest.mark.parametrize(
    "written",
    [
        "“本标准”和《本标准实施办法》、基本标准、本标准差、本标准化工作",
        "ISO 9001:2015、GB/T 1.1：2020年、GB/T 3100-93、2020-2021、A-2020",
        "共3,000；10:30；图(A)；a(b)c；甲(乙；(1)甲；A, B；附录A. 甲",
        "`本标准,甲,乙` 见[甲](GB/T 1.1-2020)",
        "![图1 流程](a/本标准,流程图(新).png)",
        "```\n本标准\n甲,乙\n```",
        "````\n本标准\n```\n甲,乙\n````",
        "<!-- 本标准 -->\n<!--\n甲,乙\n-->",
    ],
)
def test_what_is_left_alone(written: str) -> None:
    """Quotations, codes, comments, and what could be meant otherwise."""
    assert mended(written) == written


OLD = """# 前言

本标准按照GB/T 1.1—2009给出的规则起草。

请注意本标准的某些内容可能涉及专利。本标准的发布机构不承担识别这些专利的责任。

本标准由审批局提出并归口。

# 2 规范性引用文件

下列文件对于本文件的应用是必不可少的。凡是注日期的引用文件，仅注日期的版本适用于本文件。

GB/T 36114 政务服务中心进驻事项服务指南编制规范

# 3 术语和定义

无。
"""


def test_fixed_sentences_replace_what_can_mean_nothing_else() -> None:
    """Those of 前言, the lead-in of the references, and the chapter that is empty."""
    said = with_fixed_sentences(OLD).split("\n\n")
    assert said[1:4] == [DRAFTED, PATENTS, "本标准由审批局提出并归口。"]
    assert said[5:7] == [LEAD_IN, "GB/T 36114 政务服务中心进驻事项服务指南编制规范"]
    assert said[8] == "本文件没有需要界定的术语和定义。\n"


@pytest.mark.parametrize(
    "written",
    [
        "# 前言\n\n本文件按照GB/T 1.1—2020的规定起草，由审批局归口。\n",
        "# 前言\n\n本文件按照GB/T 1.1—2020的规定起草。\n本文件由审批局归口。\n",
        "# 前言\n\n<!--\n\n本标准按照GB/T 1.1—2009给出的规则起草。\n\n-->\n",
        "# 2 规范性引用文件\n\n下列文件：\n\nGB/T 36114 指南\n",
        "# 2 规范性引用文件\n\n下列GB/T 36114的条款适用于本文件。\n\nGB/T 36114 指南\n",
        "# 2 规范性引用文件\n",
        "# 3 术语和定义\n\n无。\n\n## 3.1 办件\n\n一次办理。\n",
        "# 3 术语和定义\n\n无窗口的服务点是代办点。\n",
        "# 4 要求\n\n无。\n",
    ],
)
def test_sentences_that_say_more_are_left_alone(written: str) -> None:
    """What says something besides, what stands in a comment, what is not there at all."""
    assert with_fixed_sentences(written) == written


def test_the_layout_is_mended_and_the_head_keeps_its_words() -> None:
    """BOM, CR LF and the end; front matter is data."""
    path = "data/standards/JC/jc-yangli.md"
    written = BOM + f"{HEAD}\n# 1 范围\n\n本标准\n\n\n".replace("\n", "\r\n").encode()
    assert fixed(path, written) == f"{HEAD}\n# 1 范围\n\n本文件\n".encode()


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("\ufeffa: 1 # 本标准,甲\r\nb:   [x]", "a: 1 # 本标准,甲\nb:   [x]\n"),
        ("a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"),
        ("a: [", "a: ["),
        ("", ""),
    ],
)
def test_records_keep_their_data_comments_and_layout(written: str, right: str) -> None:
    """A newline that is data stays, and so does a file that cannot be read."""
    assert fixed("data/units.yaml", written.encode()).decode() == right


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_mending_twice_is_mending_once(text: str) -> None:
    """For any text, and for the file that it stands in."""
    once = mended(text)
    assert mended(once) == once
    path = "data/standards/JC/jc-yangli.md"
    file = fixed(path, (HEAD + text).encode())
    assert fixed(path, file) == file


@given(
    st.lists(
        st.sampled_from(
            ["a: 1", "b: |", "c: >+", "  甲,乙", "\n", "\r\n", "\r", "\ufeff", "# 甲", '"']
        ),
        max_size=12,
    ).map("".join)
)
def test_records_say_the_same_afterwards(text: str) -> None:
    """Whatever stands in a file of YAML."""
    once = fixed("data/units.yaml", text.encode())
    assert fixed("data/units.yaml", once) == once
    before = read_yaml("data/units.yaml", text.encode())
    assert before.refused or read_yaml("data/units.yaml", once).data == before.data


def test_checking_showing_and_mending(pilot: Pilot, demo: Path) -> None:
    """`--check` and `--diff` write nothing; then one run mends, and the next finds nothing."""
    at = ("-C", str(demo))
    path = demo / "data/standards/JC/jc-bianzhi.md"
    clean = path.read_bytes()
    attachment = demo / "data/evidence/spj/x/y.md"
    attachment.parent.mkdir(parents=True)
    attachment.write_bytes(b"a\r\n")
    path.write_bytes(clean.replace("本文件适用于".encode(), "本标准适用于\u00a0".encode()))
    planted = path.read_bytes()
    code, out, _ = pilot("fmt", "--check", str(path), *at)
    assert (code, out) == (1, "data/standards/JC/jc-bianzhi.md\n1 个文件中 1 个要改\n")
    code, out, _ = pilot("fmt", "--diff", *at)
    assert code == 0
    assert "-本标准适用于\\xa0政务" in out
    assert "+本文件适用于\\xa0政务" in out
    assert path.read_bytes() == planted
    assert pilot("fmt", *at)[0] == 0
    assert path.read_bytes() == clean.replace(
        "本文件适用于".encode(), "本文件适用于\u00a0".encode()
    )
    assert pilot("fmt", "--check", *at)[0] == 0
    assert attachment.read_bytes() == b"a\r\n"


def test_the_diff_shows_line_ends(pilot: Pilot, real: Path) -> None:
    """A BOM, a CR and a missing newline are seen."""
    path = real / "data/pilot.yaml"
    path.write_bytes(BOM + path.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    _, out, _ = pilot("fmt", "--diff", "data/pilot.yaml", "-C", str(real))
    assert "-\\ufeff" in out
    assert "\\r\n" in out
    assert "\\ No newline at end of file\n" in out


def test_a_path_that_is_not_there(pilot: Pilot, real: Path) -> None:
    """Nothing to mend there is a fault of use, not success."""
    code, _, err = pilot("fmt", "data/nowhere", "-C", str(real))
    assert code == 2
    assert "data/nowhere" in err


@pytest.mark.parametrize("folder", [".", "examples/demo"])
def test_our_own_workspaces_are_clean(pilot: Pilot, folder: str) -> None:
    """The real pilot and the demo."""
    assert pilot("fmt", "--check", "-C", str(ROOT / folder))[0] == 0
