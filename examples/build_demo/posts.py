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
    rows = content("posts")
    pairs = list(_neighbours())
    for index, (unit, row) in enumerate(_held(rows)):
        cells = split(row, *_COLUMNS)
        id_ = f"{unit}-{cells['id']}"
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
