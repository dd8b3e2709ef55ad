"""Texts of 服务指南 and 办理规程, one of each for a family of service items."""

from collections.abc import Iterable

from build_demo.catalogue import COMPLAINTS, TERMS, in_order
from build_demo.flow_chart import flow_chart
from build_demo.gb import Text, required
from build_demo.items import HOURS, steps
from build_demo.people import name
from build_demo.state import Record

# National standards that a family leans on besides the one on service guides.
LEANS = {
    "changsuo": "DB00/T 9002",
    "wenhua": "GB/T 39048",
    "xiangmu": "GB/T 39554.1",
    "qiye": "GB/T 39046",
    "shipin": "GB 2894",
    "yanglao": "GB 50763",
    "yibao": "GB/T 35273",
    "jiecan": "GB 50763",
}
# The family whose guide shows its course as a picture, too, and the picture in its folder.
DRAWN = {"hunyin": "zn-hunyin/banli-liucheng.svg"}
_ASKED = ("{}应提交下列材料：", "{}的申请人应提交下列材料：", "{}的申请材料应包括：")


def drafters(index: int) -> list[str]:
    """Name the people who drafted a text."""
    return [name(100 + index * 3 + place) for place in range(3)]


def guide_cites(family: Record) -> list[str]:
    """List what the guide of a family cites."""
    lean = LEANS.get(family["id"])
    return ["GB/T 36114", TERMS, COMPLAINTS, *([lean] if lean else [])]


def guide(family: Record, index: int, unit: str, place: str, codes: list[str]) -> str:
    """Write the guide of a family of items."""
    title, rows, text = family["name"], family["items"], Text()
    text.foreword(unit, drafters(index))
    text.scope(
        f"{title}的事项信息、办理条件、申请材料、办理流程、时限、收费、结果送达和监督投诉",
        f"{unit}受理的{'、'.join(row['name'] for row in rows)}",
    )
    text.references(in_order(guide_cites(family)))
    text.terms([tuple(term) for term in family["terms"]], TERMS)
    _facts(text, family, unit, codes)
    _conditions(text, family)
    _materials(text, family, index)
    _process(text, family, index, place)
    _limits_and_fees(text, family)
    _rights(text, family, index)
    _contact(text, family, place)
    text.chapter("记录")
    asked = "、".join(rows[-1]["materials"].split("、"))
    text.say(
        f"{title}指南公开核对表应每年填写 1 次，核对{rows[0]['name']}的时限和{asked}等材料的名称，"
        f"保存 {index % 3 + 2} 年。"
    )
    _flow(text, family)
    return text.body()


def _facts(text: Text, family: Record, unit: str, codes: list[str]) -> None:
    title, rows = family["name"], family["items"]
    text.chapter("事项信息")
    text.titled(
        "事项名称、编码和类型",
        f"{_whole(rows)}的事项名称、事项编码、事项类型和办件类型见{text.next_table}，"
        f"服务对象为{'、'.join(family['serves'])}。",
    )
    text.table(
        f"{title}事项清单",
        ("事项名称", "事项编码", "事项类型", "办件类型"),
        (
            (row["name"], code, row["type"], "承诺件" if int(row["promised"]) else "即办件")
            for row, code in zip(rows, codes, strict=True)
        ),
    )
    text.titled("设定依据", f"{title}的设定依据为青岚区政务服务事项目录中{rows[0]['name']}等条目。")
    text.titled("受理机构和决定机构", f"{title}的受理机构和决定机构均为{unit}。")
    text.titled("要素公开", f"{_some(rows, 1, 3)}的要素应按GB/T 36114的规定编排。")


def _conditions(text: Text, family: Record) -> None:
    text.chapter("办理条件")
    title = family["name"]
    text.titled("准予条件", f"{title}应同时具备下列条件：")
    text.items(family["conditions"])
    first = family["conditions"][0]
    text.titled("不予受理", f"不能证明“{first}”的{title}申请，窗口应出具写明理由的凭证。")
    if lean := LEANS.get(family["id"]):
        text.titled("符合性", f"{_some(family['items'], 0, 3)}的条件还应符合{lean}的规定。")


def _some(rows: list[dict[str, str]], first: int, last: int) -> str:
    """Name some of the items of a family."""
    return "、".join(row["name"] for row in rows[first:last])


def _whole(rows: list[dict[str, str]]) -> str:
    """Name all items of a family."""
    return _some(rows, 0, len(rows))


def _materials(text: Text, family: Record, index: int) -> None:
    text.chapter("申请材料")
    for row in family["items"]:
        text.titled(row["name"], _ASKED[index % 3].format(row["name"]))
        names = row["materials"].split("、")
        also = [] if len(names) > 1 else ["申请人的身份核验信息，由窗口联网读取"]
        text.items([*(f"{one}，1 份" for one in names), *also])


def _process(text: Text, family: Record, index: int, place: str) -> None:
    title, rows = family["name"], family["items"]
    text.chapter("办理流程")
    text.titled("流程图", f"{title}的办理环节见附录A。")
    text.titled("申请接收", f"申请人可到{place}提出{title}申请，开通网上渠道的事项可网上提出。")
    minutes = 5 + index % 4 * 5
    text.titled(
        "受理",
        f"窗口应在 {minutes} min 内核对{rows[0]['name']}等事项的材料份数和签章，"
        "给出受理或补正的答复。",
    )
    for number, special in enumerate(family["specials"]):
        text.titled(f"特殊情形{'一二'[number]}", f"{required(special)}。")
    results = "、".join(dict.fromkeys(row["result"] for row in rows))
    text.titled("办理结果和送达", f"{title}的办理结果为{results}，按申请人选定的方式送达。")


def _limits_and_fees(text: Text, family: Record) -> None:
    title = family["name"]
    text.chapter("办结时限和收费")
    text.titled("办结时限", f"{title}的法定时限和承诺时限见{text.next_table}，时限从受理次日起算。")
    text.table(
        f"{title}的办结时限",
        ("事项名称", "法定时限（工作日）", "承诺时限（工作日）"),
        (
            (row["name"], row["legal"], row["promised"] if int(row["promised"]) else "当场办结")
            for row in family["items"]
        ),
    )
    text.titled("收费依据和标准", f"{_whole(family['items'])}的收费与否以事项清单载明的依据为准。")


def _rights(text: Text, family: Record, index: int) -> None:
    rows = family["items"]
    asked = rows[0]["materials"].split("、")
    text.chapter("申请人的权利和义务")
    right = (
        f"{rows[0]['name']}的申请人在取得{rows[0]['result']}之前可撤回申请。",
        f"对{rows[0]['name']}的决定有异议的，申请人可要求说明理由。",
        f"申请人可查阅本人的{asked[0]}和{rows[0]['result']}。",
    )
    text.titled("权利", right[index % len(right)])
    days = (3, 5, 7, 10)[index % 4]
    text.titled(
        "义务",
        f"申请人对{'、'.join(asked)}的真实性负责，{rows[1]['name']}办结后信息变化的，"
        f"应在 {days} 个工作日内告知。",
    )


def _contact(text: Text, family: Record, place: str) -> None:
    rows = family["items"]
    asked = rows[1]["materials"].split("、")[0]
    results = "、".join(dict.fromkeys(row["result"] for row in rows[1:]))
    text.chapter("咨询、查询和监督投诉")
    text.titled("咨询途径", f"{asked}怎样填写、{rows[2]['name']}怎样办理，可到{place}咨询。")
    text.titled("进程和结果查询", f"凭办件号可查询{_some(rows, 0, 2)}的进程和{results}是否可取。")
    text.titled("办公地址和时间", f"{_whole(rows)}在{place}办理，办公时间为{HOURS}。")
    text.titled("监督投诉渠道", f"对{_some(rows, 1, 4)}的投诉应按{COMPLAINTS}的规定处理。")


def _flow(text: Text, family: Record) -> None:
    title, rows = family["name"], family["items"]
    text.annex("A", "资料性", f"{title}的办理环节")
    text.say(f"{title}的办理环节和申请人在各环节得到的凭证见{text.next_table}。")
    results = "、".join(dict.fromkeys(row["result"] for row in rows))
    text.table(
        f"{title}的办理环节",
        ("环节", "由谁完成", "申请人得到什么"),
        (
            ("申请", f"{rows[0]['name']}等事项的申请人", "预审提示"),
            ("受理", "受理岗位", "受理凭证或一次性告知书"),
            ("审查与决定", "审查岗位和决定岗位", "进度通知"),
            ("送达", "出证岗位", results),
        ),
    )
    if path := DRAWN.get(family["id"]):
        text.say(f"{title}各环节的先后和补正的去向见{text.next_figure}。")
        text.figure(f"{title}的办理流程", path)


def drawing(family: Record) -> bytes:
    """Draw the course of a family."""
    steps = ("申请人提出申请", "窗口受理并核对材料", "审查", "决定并制证", "核验身份后送达")
    title = f"{family['name']}的办理流程"
    return flow_chart(title, steps, "材料是否齐全", "一次性告知补正")


def procedure_cites() -> list[str]:
    """List what the procedure of a family cites."""
    return ["GB/T 39554.2", TERMS, "Q/QLZW TG 005"]


def procedure(family: Record, index: int, unit: str, posts: dict[str, str], ledger: str) -> str:
    """Write the procedure of a family of items."""
    title, rows, text = family["name"], family["items"], Text()
    text.foreword(unit, drafters(index + 30))
    text.scope(
        f"{title}的职责、办理流程、审查要点、追溯方法、监督和记录",
        f"{unit}及其窗口办理{title}的人员",
    )
    text.references(in_order(procedure_cites()))
    text.terms([], TERMS)
    text.chapter("职责")
    for job, label in posts.items():
        text.clause(f"{label}{_duty(family, job)}。")
    if len(posts) == 1:
        text.clause(f"{unit}应为{_some(rows, 0, 2)}指定 1 名复核人，经办人不应复核本人的办件。")
    text.chapter("办理流程")
    text.titled(
        "环节和时限",
        f"{_whole(rows)}按受理、审查、决定、送达的顺序办理，时限见{text.next_table}。",
    )
    text.table(
        f"{title}的环节时限（单位：工作日）",
        ("事项名称", "受理", "审查", "决定"),
        (_limits(family, row) for row in rows),
    )
    _handling(text, family, index)
    text.chapter("审查要点")
    for check in family["checks"]:
        text.clause(f"审查时应{check}。" if check[0] in "核先逐" else f"{required(check)}。")
    _tracing(text, family, index, ledger, posts.values())
    text.annex("A", "规范性", f"{ledger}的格式")
    text.say(f"{ledger}的栏目和填写要求应符合{text.next_table}的规定。")
    _ledger_form(text, ledger, rows)
    return text.body()


def _limits(family: Record, row: dict[str, str]) -> tuple[str, ...]:
    found = steps(family["unit"], int(row["promised"]))
    days = [str(step["limit"]["days"]) if "limit" in step else "当场" for step in found]
    return (row["name"], *days[:3])


def _duty(family: Record, job: str) -> str:
    rows = family["items"]
    asked = rows[0]["materials"].split("、")[0]
    results = "、".join(dict.fromkeys(row["result"] for row in rows))
    return {
        "受理": f"应受理{_some(rows, 0, 2)}等申请，核对{asked}等材料",
        "审查": f"应按审查要点审查{_some(rows, 1, 3)}等办件",
        "决定": f"应对{_some(rows, 2, 4)}等办件作出决定",
        "送达": f"应核验{_whole(rows)}的领取人身份并发放{results}",
    }[job]


def _handling(text: Text, family: Record, index: int) -> None:
    rows = family["items"]
    first, last = rows[0], rows[-1]
    asked = [row["materials"].split("、")[-1] for row in rows]
    text.titled(
        "收件",
        f"受理人员核对{_some(rows, 0, 2)}的申请，申请要素应符合GB/T 39554.2的规定，"
        f"缺少{asked[0]}的按Q/QLZW TG 005的规定告知。",
    )
    minutes = (3, 5, 8, 10, 12)[index % 5]
    text.titled(
        "登记",
        f"受理人员收到{first['name']}等申请后，应在 {minutes} min 内登记并打印受理凭证。",
    )
    text.titled(
        "交接",
        f"未收到{asked[0]}、{asked[1]}和受理凭证的，审查人员不应审查{rows[1]['name']}。",
    )
    text.titled("决定", f"决定人员准予{first['name']}的应制作{first['result']}，不予的应写明依据。")
    text.titled(
        "送达",
        f"决定人员应在决定次日 12:00 前把{last['name']}的{last['result']}交到发放岗位。",
    )


def _tracing(text: Text, family: Record, index: int, ledger: str, posts: Iterable[str]) -> None:
    rows = family["items"]
    text.chapter("追溯与监督")
    text.titled(
        "追溯",
        f"凭办件号应能从{ledger}查到{_some(rows, 0, 3)}的受理凭证、审查表和{rows[0]['result']}，"
        "并查到经办岗位和条款。",
    )
    text.titled(
        "监督检查",
        f"每季度应抽取{_some(rows, 1, 4)}的办件 {5 + index % 4 * 5} 件核对，相符率不应低于 99%。",
    )
    text.chapter("记录")
    text.clause(f"{_whole(rows)}的办理过程应逐件记入{ledger}，格式见附录A。")
    text.clause(f"{ledger}应保存 {3 + index % 3} 年，期满前由{next(iter(posts))}整理移交。")


def _ledger_form(text: Text, ledger: str, rows: list[dict[str, str]]) -> None:
    text.table(
        f"{ledger}的栏目",
        ("栏目", "填写要求"),
        (
            ("办件号", "与受理凭证一致"),
            ("事项名称", "从" + "、".join(row["name"] for row in rows) + "中选填"),
            ("受理日期、决定日期、送达日期", "年、月、日齐全"),
            ("所依据的条款", "写到条的编号"),
            ("经办岗位", "写岗位名称，不写姓名"),
        ),
    )
