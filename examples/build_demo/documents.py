"""60 documents that were there before, and what becomes of each."""

from datetime import date, timedelta

from build_demo.state import State, content
from build_demo.units import in_role

_CLASSES = ("办事须知", "表格", "管理制度", "记录", "标准", "其他")


def build(state: State) -> None:
    """Write the collected documents: two of every family of items, then those of the centre."""
    for index, family in enumerate(content("families")):
        unit, name = family["unit"], family["name"]
        _put(
            state,
            unit,
            f"{family['id']}-xuzhi",
            f"{name}办事须知（旧）",
            index,
            f"zn-{family['id']}",
            "办事须知",
        )
        _put(
            state,
            unit,
            f"{family['id']}-biao",
            f"{name}受理登记表（旧）",
            index,
            f"gc-{family['id']}",
            "表格",
        )
    fixed = (
        ("dating-zhidu", "大厅管理制度汇编", "管理制度", "gl-changdi"),
        ("kaoqin-zhidu", "窗口考勤办法", "管理制度", "gl-kaoqin"),
        ("zhongjie-xuzhi", "中介服务入驻须知", "办事须知", "tg-zhongjie"),
        ("zhongjie-jilu", "中介服务评价记录", "记录", "tg-zhongjie"),
        ("zhongjie-biao", "中介机构名录表", "表格", "保留"),
        ("zhongjie-zhidu", "中介机构选取制度", "管理制度", "tg-zhongjie"),
        ("zhongjie-biaozhun", "中介服务时限标准", "标准", "tg-zhongjie"),
        ("liyi-biaozhun", "窗口礼仪标准", "标准", "tg-chuangkou"),
        ("zhiban-jilu", "值班记录本", "记录", "废止"),
        ("jianyi-jilu", "意见簿登记记录", "记录", "tg-tousu"),
    )
    # Ten forms of families make room for those of the centre.
    for family in content("families")[-10:]:
        del state.records[f"data/documents/{family['unit']}/{family['id']}-biao.yaml"]
    for index, (id_, title, class_, becomes) in enumerate(fixed):
        _put(
            state,
            "zwzx",
            id_,
            title,
            index,
            becomes,
            class_,
            "中介服务" if "zhongjie" in id_ else "政务服务",
        )


def _put(
    state: State,
    unit: str,
    id_: str,
    title: str,
    index: int,
    becomes: str,
    class_: str,
    area: str = "",
) -> None:
    home = "便民服务" if unit in in_role("街道", "社区") else "政务服务"
    day = date(2018, 1, 15) + timedelta(days=index * 37)
    reasons = {"废止": "内容已被实际做法取代", "保留": "属于名录，不转化为标准"}
    record = {"id": id_, "title": title, "class": class_, "area": area or home, "unit": unit}
    record |= {
        "date": day,
        "becomes": becomes,
        "reason": reasons.get(becomes, "内容并入该标准并重新编写"),
    }
    state.put(f"data/documents/{unit}/{id_}.yaml", record)
