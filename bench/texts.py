"""Measures the rules over texts against the loading of them: `python bench/texts.py [TEXTS…]`.

Makes pilots of so many texts of standards, 5 KB each (half service guides, half procedures of the
same items, all in the words of their office and its items), loads them and runs every rule over
texts and between texts (PK5xx, PK9xx), each size in a process of its own. To load a text is to read
its file and front matter and to make it the document that issue 5 begins with and `pilot text show`
prints: elements, clauses and blocks, citations, terms, each with its line. Prints CPU seconds, peak
memory and ratios, and exits 1 where a limit is not kept. Same arguments, same bytes.
"""

import argparse
import gc
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pilotkit.model.repository import Repository

ROOT = Path(__file__).resolve().parent.parent
SIZE = 5_000  # bytes of a text
RATIO, GROWTH, MEMORY = 6, 11, 600  # what is to be kept: issue 5, section 7
ONE, TEN = 1_000, 10_000
SHOWN = 12  # of the rules that take most

PILOT = """\
name: 基准测试用合成试点
undertaking: lead
invented: 合成数据，只用来测速度
period: {since: 2021-01-01, until: 2023-12-31}
as_of: 2023-06-30
"""
UNITS = """\
units:
- {id: region, name: 合成区人民政府, level: 区, roles: [区域]}
- {id: lead, name: 合成区行政审批局, aliases: [区审批局], level: 区, parent: region, roles: [牵头]}
"""
FRAMEWORK = """\
name: 合成标准体系
layers:
- {number: 1, name: 通用基础}
pillars:
- id: TG
  name: 服务提供标准体系
  aliases: [提供体系]
  layer: 1
  subsystems: [{id: tg1, name: 服务规范}]
"""
ADOPTED = """\
id: gbt-36114
number: GB/T 36114
title: 政务服务中心进驻事项服务指南编制规范
subsystem: tg1
editions:
- {number: GB/T 36114—2018, issued: 2018-03-15, effective: 2018-10-01, certainty: 查证}
"""
ITEM = """\
id: i{n}
name: {name}
class: service
area: 政务服务
subsystem: tg1
unit: lead
levels: [区]
type: 公共服务
handling: 承诺件
legal_limit: {{days: 20, unit: 工作日}}
promised_limit: {{days: {days}, unit: 工作日}}
"""
TEXT = """\
---
id: {id}
number: Q/HCSD TG {number:05}—2022
title: {name}{kind}
kind: {kind}
subsystem: tg1
unit: lead
covers: [i{n}]
citations: [GB/T 36114]
drafted: 2022-01-10
circulated: 2022-02-10
examined: 2022-03-10
approved: 2022-03-20
issued: 2022-03-25
effective: 2022-04-01
---
# 前言

本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由合成区行政审批局提出并归口。

本文件起草单位：合成区行政审批局。

本文件主要起草人：甲某、乙某。

本文件首次发布。

# 1 范围

本文件规定了{name}的职责、要求、办理程序、时限、记录和证实方法。

本文件适用于合成区行政审批局{name}的办理。

# 2 规范性引用文件

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期\
对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 36114 政务服务中心进驻事项服务指南编制规范

# 3 术语和定义

下列术语和定义适用于本文件。

## 3.1 {name}件 case {n}

与{name}有关、从收到申请到送达结果的一次过程。

# 4 要素

要素的编排应符合GB/T 36114的规定，环节时限见表1，流程见附录A的图A.1。

表1 {name}的时限

| 环节 | 时限/工作日 |
| --- | --- |
| 审查 | 3 |
| 决定 | 2 |

法定时限为 20 个工作日，承诺时限为 {days} 个工作日，不收费。
"""
ANNEX = """
# 附录A（资料性） {name}办理流程

图A.1 {name}办理流程图
"""
SUBJECTS = ("受理岗", "审查岗", "决定岗", "出证岗", "窗口负责人", "申请人", "档案员", "督查员")
ACTIONS = ("核对", "登记", "复核", "查验", "公示", "归档", "送达", "告知", "汇总", "移交")
THINGS = ("申请表", "证明", "凭证", "意见书", "决定书", "回证", "登记簿", "报告", "清单", "回执")
PLACES = ("综合窗口", "自助终端", "网上大厅", "档案室", "咨询台", "出证台")
PRIME = 9_973
CHAPTERS = {
    "服务指南": (
        ("事项信息", "事项名称", "事项类型", "设定依据", "受理机构", "决定机构"),
        ("申请", "办理条件", "申请材料", "申请接收", "申请人的权利和义务"),
        ("办理", "办理流程", "办理方式", "办结时限", "收费依据"),
        ("结果", "审批结果", "结果送达", "进程查询"),
        ("渠道", "咨询途径", "监督投诉渠道", "办公地址和时间"),
    ),
    "办理规程": (
        ("职责", "受理职责", "审查职责", "决定职责"),
        ("办理程序", "受理", "审查", "决定", "送达"),
        ("时限", "受理时限", "审查时限", "决定时限"),
        ("监督检查", "抽查", "通报", "纠正"),
        ("证实方法", "查阅", "询问", "核对"),
        ("记录", "填写", "保存", "移交"),
    ),
}
SIGNS = "安白曹丹恩方高和吉康良明宁平青荣山泰文祥永正忠庄"


def pieces(seed: str) -> Iterator[int]:
    """Yield numbers without end, the same for the same seed."""
    step = 0
    while True:
        yield from hashlib.sha256(f"{seed}/{step}".encode()).digest()
        step += 1


def sentence(chosen: Iterator[int], name: str) -> str:
    """Make a sentence with a requirement or a statement."""
    who, does, thing, where, one, two = (
        words[next(chosen) % len(words)]
        for words in (SUBJECTS, ACTIONS, THINGS, PLACES, SIGNS, SIGNS)
    )
    what = f"{one}{two}{thing}"
    amount = next(chosen) % 50 + 2
    forms = (
        f"{who}应在 {amount} min 内{does}{name}的{what}。",
        f"{who}在{where}{does}{what}，相差不应超过 {amount}%。",
        f"{name}的{what}由{who}{does}，每月抽查 {amount} 件，结果记入登记簿。",
        f"{where}的{what}保存 {amount % 9 + 1} 年，期满由{who}{does}。",
        f"{who}可在{where}查询{name}的进程，响应时间不应大于 {amount} s。",
    )
    return forms[next(chosen) % len(forms)]


def text(n: int, kind: str, prefix: str) -> str:
    """Make a text of the size asked for."""
    chosen = pieces(f"{prefix}{n}")
    name = item_name(n)
    days = n % 15 + 1
    number = 2 * n + (prefix == "gc")
    said = TEXT.format(id=f"{prefix}{n}", number=number, name=name, kind=kind, n=n, days=days)
    annex = ANNEX.format(name=name)
    chapters = CHAPTERS[kind]
    room, parts, chapter = SIZE - len((said + annex).encode()), [], 5
    while room > 0:
        title, *titles = chapters[(chapter - 5) % len(chapters)]
        clauses = "".join(
            f"\n## {chapter}.{at} {said}\n\n{sentence(chosen, name)}\n"
            for at, said in enumerate(titles, 1)
        )
        parts.append(f"\n# {chapter} {title}\n{clauses}")
        room -= len(parts[-1].encode())
        chapter += 1
    return said + "".join(parts) + annex


def item_name(n: int) -> str:
    """Name an item in words that no other has."""
    base = len(SIGNS)
    spread = n * PRIME % base**4
    return "".join(SIGNS[spread // base**place % base] for place in range(4)) + "登记"


def write(root: Path, texts: int) -> None:
    """Write a pilot of so many texts."""
    files = {
        "pilot.yaml": PILOT,
        "units.yaml": UNITS,
        "framework.yaml": FRAMEWORK,
        "standards/adopted/gbt-36114.yaml": ADOPTED,
    }
    for n in range(texts // 2):
        files[f"items/lead/i{n}.yaml"] = ITEM.format(n=n, name=item_name(n), days=n % 15 + 1)
        files[f"standards/TG/zn{n}.md"] = text(n, "服务指南", "zn")
        files[f"standards/TG/gc{n}.md"] = text(n, "办理规程", "gc")
    for path, content in files.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(content, encoding="utf-8")


class Cost(NamedTuple):
    """What one size took: CPU seconds of files, of their documents and of the rules, peak MB."""

    files: float
    documents: float
    rules: dict[str, float]
    found: int
    peak: float

    @property
    def load(self) -> float:
        """The seconds until every text is a document."""
        return self.files + self.documents

    @property
    def checking(self) -> float:
        """The seconds of all rules."""
        return sum(self.rules.values())

    @property
    def ratio(self) -> float:
        """The rules ÷ the loading."""
        return self.checking / self.load


def measured(root: Path) -> Cost:
    """Load a pilot and run the rules; what is loaded for the ratio are the texts alone.

    A text is parsed once more when the rules look at it: that is taken from their time. Citations
    and terms are remembered.
    """
    from pilotkit.check.each_text import check_texts  # noqa: PLC0415 - in the child only
    from pilotkit.check.rules import RULES  # noqa: PLC0415
    from pilotkit.check.text_rules import TEXT_RULES  # noqa: PLC0415
    from pilotkit.text.citations import citations_of  # noqa: PLC0415
    from pilotkit.text.structure import parse  # noqa: PLC0415
    from pilotkit.text.terms import terms_of  # noqa: PLC0415

    gc.disable()  # as the command does
    repository, reading = loaded(root)
    parsing, documents = (
        spent(repository, *readers) for readers in ((parse,), (parse, citations_of, terms_of))
    )
    begun = time.process_time()
    found = sum(1 for _ in check_texts(repository, TEXT_RULES))
    looking = time.process_time() - begun - parsing
    rules = {f"{len(TEXT_RULES)} rules over one text": looking}
    for rule in RULES:
        if rule.code.startswith(("PK5", "PK9")):
            begun = time.process_time()
            found += sum(1 for _ in rule.run(repository))
            rules[rule.name] = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(reading, documents, rules, found, peak)


def spent(repository: "Repository", *readers: Callable[[str], object]) -> float:
    """Return the seconds that some readers take over all texts."""
    begun = time.process_time()
    for standard in repository.standards:
        for read in readers:
            read(standard.text)
    return time.process_time() - begun


def loaded(root: Path) -> tuple["Repository", float]:
    """Return a pilot, and the seconds that reading the files of its texts alone takes."""
    from pilotkit.cli.reading import read  # noqa: PLC0415
    from pilotkit.load.loader import load  # noqa: PLC0415

    files, otherwise = (reading := read(root)).files, reading.otherwise
    texts = {path: held for path, held in files.texts.items() if path.endswith(".md")}
    begun = time.process_time()
    read(root)
    load(replace(files, texts=texts), None, otherwise)
    took = time.process_time() - begun
    return load(files, None, otherwise)[0], took


def run(root: Path) -> Cost:
    """Measure in a process of its own, so that nothing is remembered and memory is its own."""
    command = [sys.executable, __file__, "--measure", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    said = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603
    return Cost(**json.loads(said.stdout))


def table(texts: int, cost: Cost) -> Iterator[str]:
    """Yield the lines of a Markdown table of one size."""
    yield f"| {texts:,} texts | CPU s | × loading |"
    yield "|---|--:|--:|"
    yield f"| loading | {cost.load:.2f} | 1.00 |"
    yield f"| its files and front matter | {cost.files:.2f} | {cost.files / cost.load:.2f} |"
    share = cost.documents / cost.load
    yield f"| reading them as documents | {cost.documents:.2f} | {share:.2f} |"
    size = f"all rules, {cost.found} findings"
    yield f"| {size} | {cost.checking:.2f} | {cost.ratio:.2f} |"
    for name, took in sorted(cost.rules.items(), key=lambda one: -one[1])[:SHOWN]:
        yield f"| {name} | {took:.2f} | {took / cost.load:.2f} |"
    yield f"| peak memory, MB | {cost.peak:.0f} | |"
    yield ""


def limits(costs: dict[int, Cost]) -> Iterator[tuple[str, float, float]]:
    """Yield what is to be kept, as far as it was measured."""
    one, ten = costs.get(ONE), costs.get(TEN)
    if one:
        yield f"rules ÷ loading, {ONE:,} texts", one.ratio, RATIO
    if one and ten:
        yield f"growth of the rules {ONE:,} → {TEN:,}", ten.checking / one.checking, GROWTH
    if ten:
        yield f"peak memory at {TEN:,} texts, MB", ten.peak, MEMORY


def main() -> None:
    """Measure and print; exit 1 where one is too much."""
    parser = argparse.ArgumentParser(description="The rules over texts against loading them.")
    parser.add_argument("texts", type=int, nargs="*", default=[ONE, TEN])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure)._asdict()))
        return
    costs: dict[int, Cost] = {}
    for texts in asked.texts:
        with tempfile.TemporaryDirectory() as temporary:
            write(Path(temporary), texts)
            runs = [run(Path(temporary)) for _ in range(asked.rounds)]
        costs[texts] = min(runs, key=lambda one: one.load + one.checking)
        print(*table(texts, costs[texts]), sep="\n")
    print("| limit | measured | at most | |", "|---|--:|--:|---|", sep="\n")
    kept = list(limits(costs))
    for what, found, most in kept:
        print(f"| {what} | {found:.2f} | {most} | {'kept' if found <= most else 'too much'} |")
    sys.exit(any(found > most for _, found, most in kept))


if __name__ == "__main__":
    main()
