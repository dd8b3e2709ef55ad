"""Texts of 管理标准, 工作流程标准, 岗位工作标准 and of the basic standards."""

import re
from collections.abc import Sequence

from build_demo.catalogue import TERMS, in_order
from build_demo.gb import Text, required
from build_demo.state import Record
from build_demo.texts_service import drafters

# National standards that a group of management items leans on.
LEANS = {
    "changdi": ["GB 50763"],
    "cheliang": ["GB/T 9704"],
    "wangluo": ["GB/T 22239"],
    "shuju": ["GB/T 35273", "GB/T 39048"],
    "anquan": ["GB/T 24353"],
    "xiaofang": ["GB 13495.1"],
    "kaoqin": ["GB/T 32169.2"],
    "peixun": ["GB/T 30226"],
    "kaohe": ["GB/T 19273"],
    "neishen": ["GB/T 15496"],
    "xiuding": ["GB/T 18894", "DA/T 22"],
    "tousu": ["GB/T 36113"],
}
# Kinds whose requirements must say how they are proved.
_PROVEN = {"服务规范", "服务提供规范", "质量标准", "服务质量控制规范"}
_CITED = re.compile(r"\{([^}]+)\}")


def management(group: Record, index: int, unit: str, post: str, items: Sequence[str]) -> str:
    """Write the management standard of a group of items."""
    title, text = group["name"], Text()
    cites = [TERMS, *LEANS.get(group["id"], [])]
    text.foreword(unit, drafters(index + 60))
    text.scope(f"{title}的职责、管理要求、检查改进和记录", f"{unit}对{'、'.join(items)}的管理")
    text.references(in_order(cites))
    text.terms([], TERMS)
    named = "、".join(items)
    text.chapter("职责")
    text.clause(f"{unit}应统筹{named}，每年审定 1 次管理要求。")
    text.clause(f"{post}应承担{named}的日常工作。")
    text.chapter("管理要求")
    for rule in group["rules"]:
        text.clause(f"{required(rule)}。")
    for number in LEANS.get(group["id"], []):
        text.clause(f"{items[0]}应符合{number}的规定。")
    text.clause(f"{named}的登记时间不应晚于发生的次日。")
    text.chapter("监督检查与改进")
    text.clause(f"{items[0]}应每季度自查 1 次，发现的问题在 {5 + index % 4} 个工作日内纠正。")
    text.clause(
        f"{items[-1]}的同一问题在 {3 + index % 3} 个月内重复出现的，应提出本文件的修订意见。"
    )
    text.chapter("记录")
    text.clause(f"应形成{title}检查表，写明{named}的检查日期和结果。")
    text.clause(f"{title}检查表应由{post}保存 {2 + index % 3} 年。")
    return text.body()


def workflow(group: Record, index: int, unit: str, post: str, items: Sequence[str]) -> str:
    """Write the workflow standard of a group of items."""
    title, text = f"{group['name']}工作流程", Text()
    text.foreword(unit, drafters(index + 80))
    text.scope(
        f"{group['name']}的步骤、交接、证实方法和记录", f"{post}及参与{'、'.join(items)}的人员"
    )
    text.references(in_order([TERMS, "Q/QLZW JC 005"]))
    text.terms([], TERMS)
    steps = [step.split("|") for step in group["steps"]]
    first, second, last = steps[0][0], steps[1][0], steps[-1][0]
    text.chapter("职责")
    text.clause(f"{post}应组织{'、'.join(step[0] for step in steps)}，填写{title}单。")
    text.clause(f"{items[0]}中{first}和{last}不应由同一人完成。")
    text.chapter("流程步骤")
    for name, action in steps:
        text.titled(name, f"{required(action)}。")
    text.chapter("时限与交接")
    text.clause(f"{'、'.join(items)}的日期和时限应按Q/QLZW JC 005的规定书写。")
    text.clause(f"{first}完成后应在当日移交{second}，移交单写明{'、'.join(items)}的份数。")
    text.clause(f"{second}中断超过 {2 + index % 3} 个工作日的，{items[-1]}由{unit}协调。")
    text.chapter("证实方法")
    text.clause(f"应通过查阅{title}单和现场观察{last}证实各步骤已完成。")
    text.clause(
        f"每半年应抽取{'和'.join(items[:2])}的流程单 {10 + index % 4 * 5} 份，"
        f"{first}至{last}的齐全率不应低于 98%。"
    )
    text.chapter("记录")
    text.clause(f"{title}单的单号应由年份和三位顺序号组成，记录{first}和{last}的时刻。")
    text.clause(f"{title}单应由{post}保存 {2 + index % 3} 年。")
    return text.body()


def post_standard(title: str, posts: Sequence[Record], index: int, unit: str, judge: str) -> str:
    """Write the standard of one post or of several that work alike."""
    text = Text()
    text.foreword(unit, drafters(index + 110))
    shown = list({post["does"]: post for post in posts}.values())
    text.scope(
        f"{title}的职责、方法、质量、考核和相邻关系", "、".join(post["name"] for post in posts)
    )
    text.references(in_order([TERMS, "Q/QLZW TG 001"]))
    text.terms([], TERMS)
    text.chapter("岗位职责")
    for post in shown:
        text.clause(f"{post['name']}应{post['does']}。")
    beside = shown[0]["adjacent"][0]["name"]
    act = shown[0]["does"].split("，")[0]
    text.clause(f"{title}的人员{act}时，不应代替{beside}签署意见。")
    text.chapter("工作方法")
    for post in shown:
        text.clause(f"{post['name']}应按下列方法工作：{post['how']}。")
    text.clause(f"{title}{shown[-1]['does'].split('，')[0]}时，接待应符合Q/QLZW TG 001的规定。")
    text.chapter("工作质量")
    for post in shown:
        text.clause(f"{post['name']}的工作应达到：{post['degree']}。")
    text.clause(f"“{shown[0]['degree'].split('，')[0]}”应按月统计，次月 {3 + index % 5} 日前公布。")
    _assessing(text, title, shown, index, judge)
    _beside(text, title, shown, index)
    return text.body()


def _assessing(text: Text, title: str, posts: Sequence[Record], index: int, judge: str) -> None:
    text.chapter("考核与监督")
    text.clause(f"{title}应由{judge}考核，每季度考核 1 次。")
    share = 50 + index % 4 * 5
    text.clause(
        f"{title}的总分为 100 分，其中“{posts[-1]['degree'].split('，')[0]}”占 {share} 分。"
    )


def _beside(text: Text, title: str, posts: Sequence[Record], index: int) -> None:
    """Write what lies between two posts once, in the standard of the first of them."""
    text.chapter("与相邻岗位的关系")
    for post in posts:
        for other in post["adjacent"][:2]:
            said = other["relation"] if post["id"] < other["post"] else "按该岗位的工作规范交接"
            text.clause(f"{post['name']}与{other['name']}：{said}。")
    text.clause(f"{title}离岗 {20 + index % 3 * 5} min 以上的应指定代岗人。")
    text.chapter("记录")
    text.clause(f"{title}工作记录应写明{posts[0]['does'].split('，')[0]}的数量。")
    text.clause(f"{title}工作记录应每年归集 1 次，保存 {2 + index % 2} 年。")


def basic(standard: Record, index: int, unit: str) -> str:
    """Write a basic standard from its list of chapters, clauses and list items."""
    text = Text()
    text.foreword(unit, drafters(index + 150))
    verb = "界定" if standard["kind"] == "术语" else "规定"
    text.scope(standard["scope"], standard["use"], verb)
    also = "" if standard["id"] == "jc-shuyu" else TERMS
    text.references(in_order([*standard["cites"], *([also] if also else [])]))
    text.terms([tuple(term) for term in standard.get("terms", [])], also)
    _core(text, standard["body"])
    if standard["kind"] in _PROVEN and "# 证实方法" not in standard["body"]:
        text.chapter("证实方法")
        text.clause(f"{standard['title']}的执行情况应通过查阅{standard['record']}和现场观察证实。")
        count = 20 + index % 5 * 5
        text.clause(f"每季度应抽查{standard['record']}中的 {count} 件，符合率不应低于 98%。")
    if record := standard.get("record"):
        text.chapter("归档" if "# 记录" in standard["body"] else "记录")
        text.clause(f"{standard['title']}的实施应形成{record}。")
        text.clause(f"{record}应由填写岗位保管，保存 {2 + index % 3} 年。")
    return text.body()


def _core(text: Text, lines: Sequence[str]) -> None:
    listed: list[str] = []
    write = {"#": text.chapter, "-": text.clause, "*": listed.append}
    for line in lines:
        mark, said = line.split(" ", 1)
        if listed and mark != "*":
            text.items(listed)
            listed.clear()
        write[mark](_CITED.sub(r"\1", said))
    if listed:
        text.items(listed)
