"""The lists that go out to Excel and come back: their columns, by the names that offices use."""

from pilotkit.model.sheet_column import ID, NOTE, POSITION, UNIT, SheetColumn, SheetKind, entries
from pilotkit.model.sheet_evidence import ATTENDANCE, EVIDENCE, SURVEYS
from pilotkit.model.sheet_evidence_kinds import KINDS

_C = SheetColumn
_SINCE = _C("起始日期", "since", "day", ("启用日期",))
_UNTIL = _C("终止日期", "until", "day", ("停用日期",))
_SUBSYSTEM = _C("子体系", "subsystem", "subsystem", ("所属子体系", "体系", "所属体系"), 18)
_LEVELS = _C("层级", "levels", "words", ("行使层级", "办理层级"), 14)
_CONFIRMED = (
    _C("确认日期", "confirmed.on", "day"),
    _C("确认单位", "confirmed.by", "unit", ("确认人",), 18),
    _C("确认依据", "confirmed.evidence", aliases=("确认证据",), width=18),
)
_AUTHORIZED = (
    _C("授权日期", "authorized.on", "day"),
    _C("授权单位", "authorized.by", "unit", ("授权人",), 18),
    _C("授权依据", "authorized.evidence", aliases=("授权证据",), width=18),
)

STANDARDS = SheetKind(
    "standards",
    "标准清单",
    (
        ID,
        _C("来源", "origin", aliases=("标准来源",), width=8),
        _C("标准编号", "number", aliases=("标准号", "标准代号", "标准号码"), width=22),
        _C("现行版本", "edition", aliases=("版本", "版本号"), width=22),
        _C("标准名称", "title", aliases=("名称", "标准题名"), width=36),
        _C("标准种类", "kind", aliases=("种类", "标准类别", "标准类型"), width=14),
        _SUBSYSTEM,
        UNIT,
        _C("收集单位", "collected_by", "units", width=22),
        _C(
            "覆盖事项或岗位",
            "covers",
            "words",
            ("覆盖事项", "覆盖", "对应事项"),
            26,
            refers=("items", "posts"),
        ),
        _C("拟上升级别", "proposed_level", width=12),
        _C("引用标准", "citations", "words", ("引用文件",), 26),
        _C("计划日期", "planned", "day", ("立项日期",)),
        _C("起草日期", "drafted", "day"),
        _C("征求意见日期", "circulated", "day"),
        _C("审查日期", "examined", "day"),
        _C("批准日期", "approved", "day"),
        _C("发布日期", "issued", "day"),
        _C("实施日期", "effective", "day", ("生效日期",)),
        _C("复审日期", "rechecked", "day"),
        _C("废止日期", "withdrawn", "day"),
        _C("代替标准", "replaces", "words", ("代替",), 20),
        _C("被代替", "replaced_by", aliases=("被代替标准",), width=20),
        entries(
            "应有记录",
            "records",
            _C("记录编号", "id"),
            _C("记录名称", "name"),
            _C("频次", "every"),
            _C("保存期限", "retention"),
            _C("保管", "keeper"),
        ),
        _C("ICS 分类号", "ics", "words", ("ICS",), 14),
        _C("CCS 分类号", "ccs", aliases=("CCS", "中国标准文献分类号"), width=10),
        entries(
            "历次版本",
            "editions",
            _C("版本编号", "number"),
            _C("版本名称", "title"),
            _C("发布日期", "issued", "day"),
            _C("实施日期", "effective", "day"),
            _C("废止日期", "withdrawn", "day"),
            _C("被代替", "replaced_by"),
            _C("查证情况", "certainty"),
            _C("出处", "source"),
        ),
        NOTE,
    ),
    same=(("number",), ("title", "unit")),
    begins="bz",
)
_CLASSES = (("服务事项", "service"), ("管理事项", "management"))
ITEMS = SheetKind(
    "items",
    "事项清单",
    (
        ID,
        _C("事项类别", "class", aliases=("类别", "事项分类"), width=10, told=_CLASSES),
        _C("事项名称", "name", aliases=("名称", "事项"), width=34),
        UNIT,
        _SUBSYSTEM,
        _C("领域", "area", aliases=("服务领域",), width=10),
        _C("管理对象", "object", width=8),
        _LEVELS,
        _C("对应区级事项", "same_as", aliases=("对应事项",), width=18, refers=("items",)),
        _C("事项类型", "type", aliases=("权力类型",), width=12),
        _C("事项编码", "code", aliases=("统一编码", "国家编码", "基本编码", "实施编码"), width=34),
        _C("地方编码", "local_code", width=18),
        _C("办件类型", "handling", width=10),
        _C("服务对象", "serves", "words", width=14),
        _C("受理单位", "accepted_at", "units", ("受理地点",), 22),
        _C("受理条件", "conditions", "lines", ("办理条件",), 30),
        _C("法定时限", "legal_limit.days", "count", ("法定办结时限", "法定期限"), 9),
        _C("法定时限单位", "legal_limit.unit", width=9),
        _C("承诺时限", "promised_limit.days", "count", ("承诺办结时限", "承诺期限"), 9),
        _C("承诺时限单位", "promised_limit.unit", width=9),
        _C("到现场次数", "visits", "count", ("跑动次数", "到办事现场次数"), 9),
        _C("办理渠道", "channels", "words", ("办理形式",), 18),
        _C("是否收费", "fee.charged", "truth", ("收费",), 8),
        _C("收费标准", "fee.amount", width=16),
        _C("收费依据", "fee.basis", width=20),
        _C("结果名称", "result", aliases=("办理结果", "审批结果"), width=18),
        _C("办理地点", "place", width=20),
        _C("办理时间", "hours", width=20),
        _C("咨询电话", "phone", aliases=("电话", "咨询方式"), width=16),
        _C("监督投诉", "complaints", aliases=("监督投诉方式", "投诉电话"), width=18),
        *_CONFIRMED,
        *_AUTHORIZED,
        entries(
            "设定依据",
            "grounds",
            _C("法规编号", "law"),
            _C("法规名称", "title"),
            _C("条款", "article"),
            _C("查证情况", "certainty"),
        ),
        _SINCE,
        _UNTIL,
        _C("查证情况", "certainty", width=8),
        _C("出处", "source", width=20),
        NOTE,
    ),
    same=(("code",), ("name", "unit")),
    begins="sx",
)
_OF_ITEM = (
    _C("事项编号", "id", aliases=("编号",), width=20),
    _C("序号", POSITION, "count", width=6),
    _C("事项名称", "name", width=30, shown=True),
)
STEPS = SheetKind(
    "items",
    "办理环节",
    (
        *_OF_ITEM,
        _C("环节名称", "steps.name", aliases=("环节",), width=18),
        _C("办理岗位", "steps.post", aliases=("岗位",), width=20, refers=("posts",)),
        _C("环节时限", "steps.limit.days", "count", ("时限",), 9),
        _C("环节时限单位", "steps.limit.unit", aliases=("时限单位",), width=9),
        _C("形成记录", "steps.record", aliases=("记录",), width=22),
    ),
    same=(("steps.name",),),
    inside="steps",
)
MATERIALS = SheetKind(
    "items",
    "申请材料",
    (
        *_OF_ITEM,
        _C("材料名称", "materials.name", aliases=("材料",), width=30),
        _C("材料形式", "materials.form", aliases=("形式",), width=12),
        _C("份数", "materials.copies", "count", width=7),
        _C("是否必要", "materials.required", "truth", ("必要",), 9),
        _C("材料来源", "materials.source", aliases=("来源渠道",), width=28),
    ),
    same=(("materials.name",),),
    inside="materials",
)
POSTS = SheetKind(
    "posts",
    "岗位清单",
    (
        ID,
        _C("岗位名称", "name", aliases=("岗位", "名称"), width=24),
        UNIT,
        _C("做什么", "does", aliases=("岗位职责", "职责"), width=28),
        _C("怎么做", "how", width=28),
        _C("做到什么程度", "degree", width=24),
        _C("由谁考核监督", "assessed_by", aliases=("考核监督",), width=18),
        _C("执行标准", "standards", "words", ("适用标准",), 26, refers=("standards",)),
        entries(
            "相邻岗位",
            "adjacent",
            _C("岗位", "post", refers=("posts",)),
            _C("关系", "relation"),
        ),
        _C("在岗人数", "holders", "count", ("人数",), 9),
        _SINCE,
        _UNTIL,
        NOTE,
    ),
    same=(("name", "unit"),),
    begins="gw",
)
UNITS = SheetKind(
    "units",
    "单位清单",
    (
        ID,
        _C("单位名称", "name", aliases=("名称", "单位"), width=28),
        _C("别名", "aliases", "lines", ("简称",), 22),
        _C("层级", "level", aliases=("级别",), width=8),
        _C("上级单位", "parent", "unit", ("主管单位",), 24),
        _C("角色", "roles", "words", ("试点角色",), 18),
        _C("职责", "duties", "lines", ("任务分工",), 40),
        _C("代码托管账号", "accounts", "lines", ("账号",), 18),
        _SINCE,
        _UNTIL,
        _C("出处", "source", width=20),
        NOTE,
    ),
    same=(("name",),),
    begins="dw",
)
DOCUMENTS = SheetKind(
    "documents",
    "现有文件目录",
    (
        ID,
        _C("文件名称", "title", aliases=("名称", "文件题名", "题名"), width=36),
        _C("文件类别", "class", aliases=("类别", "文件种类"), width=12),
        _C("领域", "area", width=10),
        UNIT,
        _C("文件编号", "number", aliases=("文号", "发文字号"), width=22),
        _C("日期", "date", "day", ("文件日期", "发布日期")),
        _C(
            "转化情况",
            "becomes",
            aliases=("处理意见", "转化为"),
            width=18,
            refers=("standards",),
        ),
        _C("理由", "reason", aliases=("原因",), width=30),
    ),
    same=(("title", "unit"),),
    begins="wj",
)
# What `export xlsx KIND` writes, sheet by sheet.
BOOKS: dict[str, tuple[SheetKind, ...]] = {
    "standards": (STANDARDS,),
    "items": (ITEMS, STEPS, MATERIALS),
    "posts": (POSTS,),
    "units": (UNITS,),
    "documents": (DOCUMENTS,),
    "evidence": (EVIDENCE, *KINDS),
    "attendance": (ATTENDANCE,),
    "surveys": (SURVEYS,),
}
SHEETS = tuple(sheet for book in BOOKS.values() for sheet in book)
