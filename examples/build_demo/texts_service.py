"""Texts of 服务指南 and 办理规程, one of each for a family of service items."""

from build_demo.catalogue import COMPLAINTS, TERMS, in_order
from build_demo.gb import Text
from build_demo.items import steps
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
_ASKED = ("申请{}应提交下列材料：", "办理{}的申请人应提交下列材料：", "{}的申请材料应包括：")


def drafters(index: int) -> list[str]:
    """Name the people who drafted a text."""
    return [name(100 + index * 3 + place) for place in range(3)]


def guide_cites(family: Record) -> list[str]:
    """List what the guide of a family cites."""
    lean = LEANS.get(family["id"])
    return ["GB/T 36114", TERMS, COMPLAINTS, *([lean] if lean else [])]


def guide(family: Record, index: int, unit: str, place: str) -> str:
    """Write the guide of a family of items."""
    title, rows, text = family["name"], family["items"], Text()
    text.foreword(unit, drafters(index))
    text.scope(
        f"{title}的办理条件、申请材料、办理流程、办理时限、收费和监督评价",
        f"{unit}受理的{'、'.join(row['name'] for row in rows)}",
    )
    text.references(in_order(guide_cites(family)))
    text.terms([tuple(term) for term in family["terms"]], TERMS)
    chapter = text.chapter("事项信息")
    text.clause(
        f"{title}的事项应为{text.next_table}所列的 {len(rows)} 项，服务对象为{'、'.join(family['serves'])}。"
    )
    text.table(
        "事项清单",
        ("事项名称", "事项类型", "结果"),
        ((r["name"], r["type"], r["result"]) for r in rows),
    )
    text.clause(f"事项要素的公开应符合GB/T 36114的规定，变更后 {index % 3 + 2} 个工作日内更新。")
    _conditions(text, family, title, chapter)
    _materials(text, family, index)
    _process(text, family, index, place)
    text.chapter("时限与收费")
    text.clause(
        f"各事项的时限应符合{text.next_table}的规定，单位为工作日，承诺时限为 0 的即时办结。"
    )
    text.table(
        "法定时限和承诺时限",
        ("事项名称", "法定时限", "承诺时限"),
        ((r["name"], r["legal"], r["promised"]) for r in rows),
    )
    text.clause(f"{title}除事项清单载明收费依据的以外不收取费用。")
    text.chapter("咨询与监督")
    text.clause(f"{title}的咨询电话为 000-00000000，窗口咨询由{place}的当班人员答复。")
    text.clause(f"对{title}服务的投诉应按{COMPLAINTS}的规定处理。")
    text.chapter("记录")
    text.clause(f"{title}指南公开核对表应每年填写 1 次。")
    text.clause(f"核对表应写明核对人、核对日期和与办理系统不一致的要素，保存 {index % 3 + 2} 年。")
    _flow(text, family)
    return text.body()


def _conditions(text: Text, family: Record, title: str, chapter: int) -> None:
    number = text.chapter("办理条件")
    text.clause(f"申请{title}应同时具备下列条件：")
    text.items(family["conditions"])
    text.clause(f"不具备{number}.1所列任一条件的不予受理，申请窗口应出具写明理由的书面凭证。")
    lean = LEANS.get(family["id"])
    if lean:
        text.clause(f"与表{chapter - 3}有关的要求还应符合{lean}的规定。")


def _materials(text: Text, family: Record, index: int) -> None:
    text.chapter("申请材料")
    for row in family["items"]:
        text.titled(row["name"], _ASKED[index % 3].format(row["name"]))
        names = row["materials"].split("、")
        if len(names) > 1:
            text.items([f"{one}，1 份" for one in names])
        else:
            text.items([f"{names[0]}，1 份", "申请人身份核验信息，由窗口联网读取"])


def _process(text: Text, family: Record, index: int, place: str) -> None:
    title = family["name"]
    text.chapter("办理流程")
    text.titled("申请", f"申请人可到{place}申请{title}，开通网上渠道的事项可网上申请。")
    minutes = 10 + index % 4 * 5
    text.titled(
        "受理", f"窗口应在 {minutes} min 内核对{title}的材料份数和签章，并给出受理或补正的答复。"
    )
    text.titled(
        "结果送达",
        f"{family['items'][0]['result']}等结果应按申请人选定的方式送达，领取时核验身份。",
    )
    for number, special in enumerate(family["specials"], 1):
        text.titled(f"特殊情形之{'一二'[number - 1]}", f"{special}。")


def _flow(text: Text, family: Record) -> None:
    text.annex("A", "资料性", "办理流程")
    title = family["name"]
    text.table(
        f"{title}的办理环节",
        ("环节", "由谁完成", "申请人得到什么"),
        (
            ("申请", "申请人", "预审提示"),
            ("受理", "受理岗位", "受理凭证或一次性告知书"),
            ("审查与决定", "审查岗位和决定岗位", "进度通知"),
            (
                "送达",
                "出证岗位",
                "、".join(dict.fromkeys(row["result"] for row in family["items"])),
            ),
        ),
    )


def procedure_cites(family: Record) -> list[str]:
    """List what the procedure of a family cites."""
    return ["GB/T 39554.2", TERMS, "Q/QLZW TG 005"]


def procedure(family: Record, index: int, unit: str, posts: dict[str, str], ledger: str) -> str:
    """Write the procedure of a family of items."""
    title, rows, text = family["name"], family["items"], Text()
    text.foreword(unit, drafters(index + 30))
    text.scope(
        f"{title}的职责、办理程序、审查要点、追溯方法和记录", f"{unit}及其窗口办理{title}的工作人员"
    )
    text.references(in_order(procedure_cites(family)))
    text.terms([], TERMS)
    text.chapter("职责")
    for post, label in posts.items():
        text.clause(f"{label}应负责{title}的{post}，并对该环节形成的记录负责。")
    if len(posts) == 1:
        text.clause(f"{unit}应指定 1 名复核人，复核人不应是同一办件的经办人。")
    text.chapter("程序")
    text.clause(
        f"{title}应按受理、审查、决定、送达的顺序办理，各环节的时限见{text.next_table}，单位为工作日。"
    )
    text.table(
        "环节时限", ("事项名称", "受理", "审查", "决定"), (_limits(family, row) for row in rows)
    )
    text.clause(f"上一环节未完成的{title}办件不应进入下一环节，办理系统自动记录交接时刻。")
    _handling(text, family, index)
    text.chapter("审查要点")
    for check in family["checks"]:
        text.clause(f"审查时应{check}。" if check[0] in "核先逐" else f"{check}。")
    text.chapter("追溯与监督")
    text.clause(
        f"每个{title}办件应以办件号贯穿受理凭证、审查表、决定文书和{ledger}，凭办件号可查到经办岗位和所依据的条款。"
    )
    text.clause(f"每季度应抽取{title}办件 {5 + index % 4 * 5} 件核对全部记录，相符率不应低于 99%。")
    text.chapter("记录")
    text.clause(f"{title}办理形成的记录应记入{ledger}，格式见附录A。")
    text.clause(
        f"{ledger}应保存 {3 + index % 3} 年，期满前由{next(iter(posts.values()))}整理移交。"
    )
    text.annex("A", "规范性", f"{ledger}的格式")
    _ledger_form(text, ledger, rows)
    return text.body()


def _limits(family: Record, row: dict[str, str]) -> tuple[str, ...]:
    found = steps(family["unit"], int(row["promised"]))
    days = [str(step["limit"]["days"]) if "limit" in step else "当场" for step in found]
    return (row["name"], *days[:3])


def _handling(text: Text, family: Record, index: int) -> None:
    title = family["name"]
    text.chapter("受理、决定与送达")
    text.titled(
        "收件", f"{title}的申请要素应符合GB/T 39554.2的规定，缺少材料的按Q/QLZW TG 005的规定告知。"
    )
    text.titled(
        "登记", f"收件后 {5 + index % 3 * 5} min 内应在办理系统登记{title}办件并打印受理凭证。"
    )
    first, last = family["items"][0], family["items"][-1]
    text.titled("决定", f"准予的应制作{first['result']}等文书，不予的应写明依据和救济途径。")
    text.titled("送达", f"{last['name']}等事项的结果应在决定次日 12:00 前交到出证或发放岗位。")


def _ledger_form(text: Text, ledger: str, rows: list[dict[str, str]]) -> None:
    text.table(
        ledger,
        ("栏目", "填写要求"),
        (
            ("办件号", "与受理凭证一致"),
            ("事项名称", "从" + "、".join(row["name"] for row in rows) + "中选填"),
            ("受理日期、决定日期、送达日期", "年、月、日齐全"),
            ("所依据的条款", "写到条的编号"),
            ("经办岗位", "写岗位名称，不写姓名"),
        ),
    )
