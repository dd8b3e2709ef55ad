"""60 documents that were there before, and what becomes of each."""

from datetime import date, timedelta

from build_demo.state import Record, State, content
from build_demo.units import in_role

_REASONS = {"废止": "内容已被实际做法取代", "保留": "属于名录，不转化为标准"}
# So many families had no form of their own.
_WITHOUT_FORM = 10
# 编号, 题名, 种类, 去向
_OF_THE_CENTRE = (
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


def build(state: State) -> None:
    """Write the collected documents: those of the families of items, then the centre's."""
    families = content("families")
    for index, family in enumerate(families):
        unit, name, id_ = family["unit"], family["name"], family["id"]
        area = "便民服务" if unit in in_role("街道", "社区") else "政务服务"
        whose = {"area": area, "unit": unit}
        notice = {"id": f"{id_}-xuzhi", "title": f"{name}办事须知（旧）", "class": "办事须知"}
        _put(state, index, notice | whose | {"becomes": f"zn-{id_}"})
        if index < len(families) - _WITHOUT_FORM:
            form = {"id": f"{id_}-biao", "title": f"{name}受理登记表（旧）", "class": "表格"}
            _put(state, index, form | whose | {"becomes": f"gc-{id_}"})
    for index, (id_, title, class_, becomes) in enumerate(_OF_THE_CENTRE):
        area = "中介服务" if "zhongjie" in id_ else "政务服务"
        record = {"id": id_, "title": title, "class": class_, "area": area, "unit": "zwzx"}
        _put(state, index, record | {"becomes": becomes})


def _put(state: State, index: int, record: Record) -> None:
    reason = _REASONS.get(record["becomes"], "内容并入该标准并重新编写")
    dated = {"date": date(2018, 1, 15) + timedelta(days=index * 37)}
    becomes = record.pop("becomes")
    whole = record | dated | {"becomes": becomes, "reason": reason}
    state.put(f"data/documents/{record['unit']}/{record['id']}.yaml", whole)
