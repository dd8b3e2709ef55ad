"""120 service items, their records at streets and communities, and 40 management items."""

from collections.abc import Iterator
from datetime import date

from build_demo.codes import item_code
from build_demo.state import Record, State, content, split
from build_demo.units import in_role, names, units

_COLUMNS = ("id", "name", "type", "legal", "promised", "materials", "result")
CONFIRMED = {"on": date(2022, 2, 18), "by": "spj", "evidence": "shixiang-qingdan-2022"}
AUTHORIZED = {"on": date(2022, 3, 1), "by": "qzf", "evidence": "shouquan-2022"}
HOURS = "工作日 9:00—12:00，13:30—17:00"
_CHARGED = {"juzhu-buling", "jieyou-youdai", "minban-buzheng"}
# Items that streets handle after the district's record, and one that communities handle.
_AT_STREETS = ("jiuzhu-dibao", "jiuzhu-tekun", "jiuzhu-linshi", "jiuye-shiye", "jiuye-kunnan")
_AT_COMMUNITIES = ("yibao-canbao",)


def families() -> list[Record]:
    """List the families of service items; each has one guide and one procedure."""
    found = content("families")
    for family in found:
        family["items"] = [split(row, *_COLUMNS) for row in family["items"]]
    return list(found)


def posts_for(unit: str) -> tuple[str, str, str, str]:
    """Name the posts that accept, examine, decide and hand over in a unit."""
    if unit == "spj":
        return ("zwzx-zonghe", "spj-shencha", "spj-jueding", "zwzx-chuzheng")
    if unit in in_role("入驻"):
        return (f"{unit}-shouli", f"{unit}-shencha", f"{unit}-jueding", "zwzx-chuzheng")
    if unit in in_role("街道"):
        return (f"{unit}-zx-shouli", f"{unit}-shenhe", f"{unit}-shenhe", f"{unit}-zx-bangban")
    return (f"{unit}-daiban",) * 4


def build(state: State) -> None:
    """Write all items."""
    order = [unit["id"] for unit in units()]
    for main, family in enumerate(families(), 1):
        for sub, row in enumerate(family["items"], 1):
            unit = family["unit"]
            code = item_code(order.index(unit) + 1, family["levels"][0], row["type"], main, sub)
            state.put(f"data/items/{unit}/{row['id']}.yaml", _service(family, row, code))
    for record in list(_elsewhere(state)):
        state.put(f"data/items/{record['unit']}/{record['id']}.yaml", record)
    for group in content("management"):
        for row in group["items"]:
            record = _management(group, split(row, "id", "name", "object"))
            state.put(f"data/items/{record['unit']}/{record['id']}.yaml", record)


def _service(family: Record, row: dict[str, str], code: str) -> Record:
    unit, promised = family["unit"], int(row["promised"])
    place = unit if unit in in_role("社区") else f"{unit}-zx" if unit in in_role("街道") else "zwzx"
    return {
        "id": row["id"],
        "name": row["name"],
        "class": "service",
        "area": "政务服务" if place == "zwzx" else "便民服务",
        "subsystem": "tg-tigong",
        "unit": unit,
        "levels": family["levels"],
        "type": row["type"],
        "code": code,
        "handling": "承诺件" if promised else "即办件",
        "serves": family["serves"],
        "grounds": [{"law": "ql-mulu", "certainty": "待核"}],
        "accepted_at": [place],
        "conditions": family["conditions"],
        "legal_limit": {"days": int(row["legal"])},
        "promised_limit": {"days": promised},
        "steps": steps(unit, promised),
        "materials": [_material(name) for name in row["materials"].split("、")],
        "visits": 1 if promised or place != "zwzx" else 0,
        "channels": ["窗口办理", "网上办理"] if place == "zwzx" else ["窗口办理"],
        "fee": _fee(row["id"]),
        "result": row["result"],
        "place": f"{names()[place]}办事大厅（虚构地址 0 号）",
        "hours": HOURS,
        "phone": "000-00000000",
        "complaints": "000-00000001",
        "confirmed": CONFIRMED,
        "authorized": AUTHORIZED if unit in in_role("入驻") else None,
    }


def steps(unit: str, promised: int) -> list[Record]:
    """Share the promised days out between examining and deciding."""
    accept, examine, decide, hand_over = posts_for(unit)
    examining = promised - promised // 3 if promised > 1 else 0
    found: list[Record] = [
        {"name": "受理", "post": accept, "record": "受理凭证"},
        {"name": "审查", "post": examine, "record": "审查表"},
        {"name": "决定", "post": decide, "record": "决定文书"},
        {"name": "送达", "post": hand_over, "record": "送达回证"},
    ]
    if examining:
        found[1]["limit"] = {"days": examining}
    if promised - examining:
        found[2]["limit"] = {"days": promised - examining}
    return found


def _material(name: str) -> Record:
    copy = name.endswith(("复印件", "证明", "凭证", "证书"))
    form = "复印件" if copy else "原件"
    own = name.endswith(("表", "申请书", "申请", "单", "声明", "委托书", "承诺书"))
    source = "申请人填写，空白表由窗口提供" if own else "申请人自备"
    return {"name": name, "form": form, "copies": 1, "required": True, "source": source}


def _fee(item: str) -> Record:
    if item not in _CHARGED:
        return {"charged": False}
    return {"charged": True, "amount": "10 元/件", "basis": "青岚价试〔2021〕3号（虚构）"}


def _elsewhere(state: State) -> Iterator[Record]:
    for items, level, unit_ids in (
        (_AT_STREETS, "街道", in_role("街道")),
        (_AT_COMMUNITIES, "社区", in_role("社区")[:4]),
    ):
        for item in items:
            whole = state.find("items", item)
            for unit in unit_ids:
                yield _same(whole, unit, level)


def _same(whole: Record, unit: str, level: str) -> Record:
    kept = ("subsystem", "type", "handling", "serves", "grounds", "legal_limit", "promised_limit")
    counter = f"{unit}-zx" if level == "街道" else unit
    where = names()[unit].removesuffix("办事处").removesuffix("居民委员会")
    return {
        "id": f"{unit}-{whole['id']}",
        "name": f"{whole['name']}（{where}受理）",
        "class": "service",
        "area": "便民服务",
        "unit": unit,
        "levels": [level],
        "same_as": whole["id"],
        **{key: whole[key] for key in kept},
        "accepted_at": [counter],
        "steps": whole["steps"],
        "materials": whole["materials"],
        "visits": whole["visits"],
        "channels": whole["channels"],
        "fee": whole["fee"],
        "result": whole["result"],
        "phone": "000-00000000",
        "confirmed": CONFIRMED,
    }


def _management(group: Record, row: dict[str, str]) -> Record:
    return {
        "id": row["id"],
        "name": row["name"],
        "class": "management",
        "object": row["object"],
        "subsystem": group["subsystem"],
        "unit": group["unit"],
        "levels": ["区"],
        "steps": [
            {"name": name, "post": group["post"]}
            for name in (step.split("|")[0] for step in group["steps"])
        ],
        "confirmed": CONFIRMED,
    }
