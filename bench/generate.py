"""Makes synthetic workspaces: `python bench/generate.py FOLDER RECORDS`.

Of the records 80 % are YAML (items, posts, documents, evidence) and 20 % Markdown (the pilot's own
standards), of about 24 lines and 700 bytes each. They refer to each other, and nothing is wrong
with the records: every item and post has its standards, every standard is used, inspected and
taught. The texts of the standards are poor, and the rules over texts find eight or nine warnings in
each; `--bare` leaves them out, so that the records are measured alone.
`--ledger FILE` writes as many beancount directives as well. Same arguments, same bytes.
"""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

Texts = Iterator[tuple[str, str]]
UNITS = 20
SERVICE = (("服务指南", "zhinan"), ("办理规程", "guicheng"))
MANAGEMENT = (("管理标准", "guanli"), ("工作流程标准", "liucheng"))

PILOT = """\
name: 基准测试用合成试点
undertaking: lead
invented: 合成数据，只用来测速度
period: {since: 2021-01-01, until: 2023-12-31}
as_of: 2023-06-30
targets:
- {id: coverage, text: 标准覆盖率达到90%以上, measure: coverage, at_least: 0.9}
"""
FRAMEWORK = """\
name: 合成标准体系
layers:
- {number: 1, name: 通用基础}
- {number: 2, name: 服务提供和管理}
- {number: 3, name: 岗位工作}
pillars:
- {id: JC, name: 通用基础标准体系, layer: 1, subsystems: [{id: jc1, name: 标准化导则}]}
- {id: TG, name: 服务提供标准体系, layer: 2, subsystems: [{id: tg1, name: 服务规范}]}
- {id: GL, name: 管理标准体系, layer: 2, subsystems: [{id: gl1, name: 监督考核}]}
- {id: GZ, name: 岗位工作标准体系, layer: 3, subsystems: [{id: gz1, name: 岗位工作}]}
"""
UPPER_UNITS = """\
units:
- {id: region, name: 合成区, level: 区, roles: [区域]}
- {id: lead, name: 合成区牵头单位, level: 区, parent: region, roles: [牵头, 成员]}
- {id: hall, name: 合成区服务中心, level: 区, parent: lead}
"""
UNIT = "level: 区, parent: lead, roles: [入驻, 成员]"
ROSTER = """\
people:
- {person: 甲某, unit: lead, post: 局长, role: 组长}
- {person: 乙某, unit: u00, post: 科长, role: 副组长}
"""
ADOPTED = """\
id: gbt-1.1
number: GB/T 1.1
title: 标准化工作导则 第1部分：标准化文件的结构和起草规则
subsystem: jc1
editions:
- {number: GB/T 1.1—2020, issued: 2020-03-31, effective: 2020-10-01, certainty: 查证}
"""
OFFICE = """\
id: office
title: 关于成立标准化工作机构的通知（合成）
kind: 文件
date: 2021-02-01
unit: lead
confidentiality: 不入库
archive: {place: 中心档案室, box: 盒1, number: 文件1}
doc_types: [领导机构, 工作机构]
duties: [统筹试点]
appoints: [{person: 甲某, unit: lead, post: 局长, role: 组长, principal: true}]
"""
SERVICE_ITEM = """\
id: {id}
name: 第{n}号公共服务事项办理
class: service
area: 政务服务
subsystem: tg1
unit: {unit}
levels: [区]
type: 公共服务
handling: 承诺件
serves: [自然人, 企业法人]
accepted_at: [hall]
conditions: [在本区居住或者登记]
legal_limit: {{days: 20, unit: 工作日}}
promised_limit: {{days: 5, unit: 工作日}}
steps:
- {{name: 受理, post: {post}, limit: {{days: 1}}, record: 受理通知书}}
- {{name: 审查, post: {post}, limit: {{days: 3}}, record: 审查意见}}
- {{name: 办结, post: {post}, limit: {{days: 1}}, record: 决定书}}
materials:
- {{name: 申请表, form: 原件, copies: 1, required: true, source: 申请人自备}}
- {{name: 身份证明, form: 复印件, copies: 1, required: true, source: 政府部门核发}}
visits: 1
fee: {{charged: false}}
confirmed: {{on: 2021-06-30, by: {unit}}}
authorized: {{on: 2021-06-30, by: {unit}}}
"""
MANAGEMENT_ITEM = """\
id: {id}
name: 第{n}号中心管理事项
class: management
object: 事
subsystem: gl1
unit: {unit}
levels: [区]
steps:
- {{name: 提出, post: {post}, limit: {{days: 1}}, record: 申请单}}
- {{name: 审核, post: {post}, limit: {{days: 2}}, record: 审核单}}
- {{name: 执行, post: {post}, limit: {{days: 5}}, record: 执行记录}}
- {{name: 检查, post: {post}, limit: {{days: 1}}, record: 检查记录}}
confirmed: {{on: 2021-06-30, by: {unit}}}
note: >-
  后勤、信息化、安全应急、能源环境、党群文化、监督考核和评价改进，凡中心自己要管的事都这样记一份，
  写清由谁提出、由谁审核、多久办完、留下什么记录，办理规程里的每一步都能在这里找到对应的一行。
"""
POST = """\
id: {id}
name: 第{n}号岗位
unit: {unit}
does: 受理和办理分给本岗位的事项，登记每一次申请的时间、材料和结果
how: 按照服务指南一次告知，按照办理规程逐步办理，缺少材料的当场说明
degree: 承诺时限内办结率不低于百分之九十九，材料一次告知率百分之百
assessed_by: lead
adjacent:
- {{post: {neighbour}, relation: 交接申请材料和办理记录}}
standards: [{standard}]
holders: 2
note: >-
  做什么、怎么做、做到什么程度、由谁来考核监督、与相邻岗位有什么关系，五句话写在一处；
  岗位变动时改这一份，岗位工作标准跟着修订，应知应会卡也从这一份生成，不另外再写。
"""
DOCUMENT = """\
id: {id}
title: 第{n}号窗口管理制度（试点前）
class: 管理制度
area: 政务服务
unit: {unit}
number: 合管发〔2019〕{n}号
date: 2019-05-06
becomes: {standard}
reason: >-
  原制度里的时限、材料和环节已经写进服务指南和办理规程，留作来源；原来分散在几份通知里的要求并到
  一处，重复的删去，互相不一致的以新的标准为准，停止执行的日期和通知文号写在转化情况里。
  本条目由合成程序写出，用来代表第二阶段收集到的一份旧文件，篇幅和真实的条目相近，
  包括收集单位、文号、成文日期、去向和理由，其中没有任何真实的单位、人员、地点和数字。
"""
PRACTICE = """\
id: {id}
title: {year}年{month}月第{n}号办件台账
kind: 实施记录
date: {year}-{month}-28
unit: {unit}
confidentiality: 不入库
archive: {{place: 中心档案室, box: 盒{n}, number: 台账{n}}}
standards: [{standard}]
standard: {standard}
record: tz
post: {post}
period: {{from: {year}-{month}-01, to: {year}-{month}-28}}
count: 42
sample:
- {{case: 办件{n}01, clause: "4.1"}}
- {{case: 办件{n}02, clause: "4.2"}}
- {{case: 办件{n}03, clause: "4.1"}}
- {{case: 办件{n}04, clause: "4.2"}}
criteria: [C17-1, C17-2]
note: 按月装订一册，首页有目录，每件有受理通知书、审查意见和决定书，抽查四件都能从台账查到条款和岗位
"""
INSPECTION = """\
id: {id}
title: {year}年{month}月第{n}号日常检查
kind: 监督检查
date: {year}-{month}-20
unit: {unit}
confidentiality: 公开
files:
- {{path: record.txt, sha256: {sha256}}}
standards: [{standard}, {other}]
level: 日常
inspectors: [检查员甲, 检查员乙]
clauses:
- {{standard: {standard}, clause: "4.1", result: 符合}}
- {{standard: {other}, clause: "4.2", result: 符合}}
criteria: [C18-1, C18-2]
note: 查台账、看现场、问岗位、考应知应会，四样都做；本次没有发现问题，下次检查在下一个季度
"""
EXAMINATION = """\
id: {id}
title: {year}年{month}月第{n}号岗位应知应会考核
kind: 岗位考核
date: {year}-{month}-25
unit: {unit}
confidentiality: 不入库
archive: {{place: 中心档案室, box: 盒{n}, number: 考核{n}}}
standards: [{standard}]
posts: [{posts}]
method: 闭卷笔试和现场操作
examined: 4
passed: 4
criteria: [C16-2]
note: >-
  试卷从标准条款抽题，每个岗位按自己执行的标准考，现场操作按办理规程逐步做一遍；
  四名在岗人员都参加，都合格，成绩单和试卷装订存档，不合格的要补考，补考成绩另记一份。
"""
RECORD = "检查记录（合成）\n检查第{n}号：条款4.1符合，条款4.2符合。\n"
STANDARD = """\
---
id: {id}
number: Q/HCSD {pillar} {n:05}—2022
title: {title}
kind: {kind}
subsystem: {leaf}
unit: {unit}
records: [{{id: tz, name: 办理台账, every: 年}}]
covers: [{covers}]
citations: [GB/T 1.1]
drafted: 2022-01-10
circulated: 2022-02-10
examined: 2022-03-10
approved: 2022-03-20
issued: 2022-03-25
effective: 2022-04-01
---
# 前言

本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。

# 1 范围

本文件规定了本事项的要求和证实方法。本文件适用于中心各窗口。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

本文件没有需要界定的术语和定义。

# 4 要求

## 4.1 时限

应在5个工作日内办结。

## 4.2 材料

应一次告知全部材料。
"""


def workspace(records: int) -> Texts:
    """Yield path and text of every file of a pilot with about `records` records."""
    yield "data/pilot.yaml", PILOT
    yield "data/framework.yaml", FRAMEWORK
    yield "data/standards/adopted/gbt-1.1.yaml", ADOPTED
    yield from _organization()
    hundreds = records // 100
    for block in range(hundreds):
        yield from _hundred(block)


def _organization() -> Texts:
    units = (f"- {{id: u{n:02}, name: 第{n}窗口单位, {UNIT}}}\n" for n in range(UNITS))
    yield "data/units.yaml", UPPER_UNITS + "".join(units)
    yield "data/roster.yaml", ROSTER
    yield "data/evidence/lead/office.yaml", OFFICE
    for n in range(UNITS):
        people = "".join(
            f"- {{person: p{n:02}-{k}, time: {time}, since: 2021-02-01}}\n"
            for k, time in enumerate(("专职", "兼职", "兼职"))
        )
        yield f"data/staff/u{n:02}.yaml", f"unit: u{n:02}\npeople:\n{people}"


def _hundred(block: int) -> Texts:
    """Yield a hundred records that hold together.

    15 items, 10 posts, 20 standards, 15 documents, 40 pieces of evidence.
    """
    unit = f"u{block % UNITS:02}"
    posts = [f"post-{block}-{k}" for k in range(10)]
    services = [f"service-{block}-{k}" for k in range(10)]
    managements = [f"management-{block}-{k}" for k in range(5)]
    standards = list(_standards(block, unit, services, managements, posts))
    ids = [id_ for id_, _, _ in standards]
    yield from ((path, text) for _, path, text in standards)
    for k, post in enumerate(posts):
        facts = {"id": post, "n": block * 10 + k, "unit": unit, "neighbour": posts[k ^ 1]}
        yield f"data/posts/{unit}/{post}.yaml", POST.format(**facts, standard=ids[15 + k // 2])
    for form, items in ((SERVICE_ITEM, services), (MANAGEMENT_ITEM, managements)):
        for k, item in enumerate(items):
            facts = {"id": item, "n": block * 10 + k, "unit": unit, "post": posts[k]}
            yield f"data/items/{unit}/{item}.yaml", form.format(**facts)
    for k in range(15):
        id_, n = f"document-{block}-{k}", block * 15 + k + 1
        text = DOCUMENT.format(id=id_, n=n, unit=unit, standard=ids[k])
        yield f"data/documents/{unit}/{id_}.yaml", text
    yield from _evidence(block, unit, ids, posts)


def _standards(
    block: int, unit: str, services: list[str], managements: list[str], posts: list[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield id, path and text: two kinds for every two items, one for every two posts."""
    plan = [
        *((kind, "TG", services[k : k + 2]) for k in range(0, 10, 2) for kind in SERVICE),
        *((kind, "GL", few) for few in (managements[:3], managements[3:]) for kind in MANAGEMENT),
        (("术语", "shuyu"), "JC", []),
        *((("岗位工作标准", "gangwei"), "GZ", posts[k : k + 2]) for k in range(0, 10, 2)),
    ]
    for k, ((kind, word), pillar, covers) in enumerate(plan):
        id_ = f"{word}-{block}-{k}"
        text = STANDARD.format(
            id=id_,
            pillar=pillar,
            n=block * 20 + k,
            title=f"第{block * 20 + k}号事项{kind}",
            kind=kind,
            leaf=f"{pillar.lower()}1",
            unit=unit,
            covers=", ".join(covers),
        )
        yield id_, f"data/standards/{pillar}/{id_}.md", text


def _evidence(block: int, unit: str, standards: list[str], posts: list[str]) -> Texts:
    """Yield 20 ledgers, 15 inspections (each with its attachment), 5 examinations."""
    for k in range(20):
        facts = {"standard": standards[k], "post": posts[k % 10]}
        yield from _piece(PRACTICE, f"record-{block}-{k}", unit, block * 20 + k, facts)
    for k in range(15):
        facts = {"standard": standards[k], "other": standards[k + 5]}
        yield from _piece(INSPECTION, f"check-{block}-{k}", unit, block * 15 + k, facts)
    for k in range(5):
        facts = {"standard": standards[15 + k], "posts": ", ".join(posts[2 * k : 2 * k + 2])}
        yield from _piece(EXAMINATION, f"exam-{block}-{k}", unit, block * 5 + k, facts)


def _piece(form: str, id_: str, unit: str, n: int, facts: dict[str, str]) -> Texts:
    """Yield a piece of evidence of the year before the day, and its attachment if it has one."""
    month = 6 + n % 12
    record = RECORD.format(n=n)
    date = {"year": 2022 + month // 12, "month": f"{month % 12 + 1:02}"}
    sha256 = hashlib.sha256(record.encode()).hexdigest()
    text = form.format(id=id_, n=n, unit=unit, sha256=sha256, **date, **facts)
    yield f"data/evidence/{unit}/{id_}.yaml", text
    if "sha256:" in text:
        yield f"data/evidence/{unit}/{id_}/record.txt", record


def ledger(directives: int) -> str:
    """Write a beancount ledger of as many directives: accounts opened, then transactions."""
    opened = "".join(
        f"2021-01-01 open {name} CNY\n"
        for name in ("Assets:Bank", *(f"Expenses:Unit{n:02}" for n in range(UNITS)))
    )
    entries = "".join(
        f'\n2022-{1 + n % 12:02}-{1 + n % 28:02} * "第{n}窗口" "第{n}号办件" #t{n % 50}\n'
        f'  number: "{n:06}"\n'
        f"  Expenses:Unit{n % UNITS:02}  {n % 97 + 1}.50 CNY\n"
        f"  Assets:Bank\n"
        for n in range(directives)
    )
    return opened + entries


def write(root: Path, records: int, *, bare: bool = False) -> None:
    """Write a workspace below a folder that does not exist yet; bare standards have no text."""
    root.mkdir(parents=True)
    for path, text in workspace(records):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        kept = text[: text.rindex("---\n") + 4] if bare and path.endswith(".md") else text
        target.write_bytes(kept.encode())


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="A synthetic workspace of many records.")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("records", type=int, help="about how many, in hundreds")
    parser.add_argument("--ledger", type=Path, help="write as many beancount directives here")
    parser.add_argument("--bare", action="store_true", help="standards without a text")
    asked = parser.parse_args()
    write(asked.folder, asked.records, bare=asked.bare)
    if asked.ledger:
        asked.ledger.write_bytes(ledger(asked.records).encode())


if __name__ == "__main__":
    main()
