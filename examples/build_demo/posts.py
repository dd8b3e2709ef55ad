"""70 posts with their five statements; who works beside whom is written on both sides."""

from collections.abc import Iterator

from build_demo.state import State, content, split
from build_demo.units import in_role, units

_COLUMNS = ("id", "name", "does", "how", "degree")
_CENTRE = {
    "daoban": "zonghe",
    "bangban": "daoban",
    "zonghe": "chuzheng",
    "chuzheng": "guanli",
    "tousu": "guanli",
    "xinxi": "anquan",
    "anquan": "houqin",
    "houqin": "guanli",
}
_OFFICE = {
    "shencha": "jueding",
    "jueding": "zonghe",
    "zonghe": "caiwu",
    "biaozhun": "jiandu",
    "jiandu": "zonghe",
    "caiwu": "dangan",
    "dangan": "biaozhun",
}


def build(state: State) -> None:
    """Write all posts."""
    short = {unit["id"]: unit["name"] for unit in units()}
    pairs = list(_neighbours())
    for index, (unit, row) in enumerate(_held(content("posts"))):
        cells = split(row, *_COLUMNS)
        id_ = f"{unit}-{cells['id']}"
        if unit in in_role("入驻") and unit != "spj":
            cells |= _of_department(unit, cells["id"])
        beside = [(b, say) for a, b, say in pairs if a == id_]
        beside += [(a, say) for a, b, say in pairs if b == id_]
        record = {
            "id": id_,
            "name": f"{short[unit]}{cells['name']}",
            "unit": unit,
            "does": cells["does"],
            "how": cells["how"],
            "degree": cells["degree"],
            "assessed_by": _judge(unit, cells["id"]),
            "adjacent": [{"post": post, "relation": say} for post, say in sorted(beside)],
            "standards": [],
            "holders": index * 7 % 3 + 1,
        }
        state.put(f"data/posts/{unit}/{id_}.yaml", record)


def _of_department(unit: str, post: str) -> dict[str, str]:
    """Say what a department's post does in the words of its own items."""
    families = [one for one in content("families") if one["unit"] == unit]
    place = in_role("入驻").index(unit)
    named = "、".join(one["name"] for one in families)
    rows = [row.split("|") for one in families for row in one["items"]]
    checks = [check for one in families for check in one["checks"]]
    forms = [row[5].split("、")[0] for row in rows]
    if post == "shouli":
        return {
            "does": f"受理{named}的申请，核对{forms[0]}、{forms[1]}等材料，出具受理凭证",
            "how": f"先核身份，再核对{forms[2]}、{forms[3]}等是否齐全，缺件的一次写明",
            "degree": f"{rows[0][1]}单件受理不超过 {8 + place} min，一次性告知率 100%",
        }
    if post == "shencha":
        return {
            "does": f"审查{rows[0][1]}、{rows[1][1]}等办件的真实性和一致性，提出审查意见",
            "how": f"依次做到：{checks[0]}；{checks[1]}",
            "degree": f"{rows[1][1]}审查差错率不高于 0.{3 + place % 5}%，不超过环节时限",
        }
    if post == "jueding":
        return {
            "does": f"依据审查意见对{rows[2][1]}、{rows[3][1]}等作出决定，签发{rows[2][6]}",
            "how": f"复核{forms[2]}和审查意见，不予{rows[2][1]}的写明理由和救济途径",
            "degree": f"{rows[2][6]}等文书合格率 100%，{rows[3][1]}超时件为 0 件",
        }
    return {
        "does": f"管理办理{named}的窗口人员、秩序和质量",
        "how": f"每日开窗前检查在岗和设备，每周抽查{rows[-1][1]}等办件 {6 + place} 件",
        "degree": f"窗口在岗率不低于 98%，{rows[-1][1]}抽查合格率不低于 99%",
    }


def _held(rows: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for unit in in_role("入驻"):
        yield from ((unit, row) for row in rows["spj" if unit == "spj" else "department"])
    yield from (("zwzx", row) for row in rows["zwzx"])
    for street in in_role("街道"):
        yield from ((f"{street}-zx", row) for row in rows["centre"])
        yield from ((street, row) for row in rows["street"])
    for community in in_role("社区"):
        yield from ((community, row) for row in rows["community"])


def _judge(unit: str, post: str) -> str:
    if unit == "spj":
        return "spj" if post == "jiandu" else "spj-jiandu"
    if unit in {"zwzx", *in_role("入驻")}:
        return "spj-jiandu" if post == "guanli" else f"{unit}-guanli"
    return unit.split("-", maxsplit=1)[0]


def _neighbours() -> Iterator[tuple[str, str, str]]:
    for unit in in_role("入驻"):
        if unit != "spj":
            yield f"{unit}-shouli", f"{unit}-shencha", "受理材料当日移交，缺件同日退回"
            yield f"{unit}-shencha", f"{unit}-jueding", "审查意见与案卷一并移交"
            yield f"{unit}-guanli", f"{unit}-shouli", "在岗情况和抽查结果当日反馈"
            yield f"{unit}-jueding", "zwzx-chuzheng", "审批结果当日移交出证"
    yield "zwzx-zonghe", "spj-shencha", "收件当日分发，补正信息同步"
    for unit, chain in (("zwzx", _CENTRE), ("spj", _OFFICE)):
        for post, beside in chain.items():
            yield f"{unit}-{post}", f"{unit}-{beside}", "工作单当日交接并签字"
    for street in in_role("街道"):
        yield f"{street}-zx-shouli", f"{street}-shenhe", "受理材料次日上午移交审核"
        yield f"{street}-zx-shouli", f"{street}-zx-bangban", "预约单当日转办"
    for community in in_role("社区"):
        yield f"{community}-daiban", f"{community.split('-')[0]}-zx-bangban", "代办件每日交接一次"
