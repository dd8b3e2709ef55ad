"""The lists of each kind of evidence: what only records of that kind say."""

from pilotkit.model.sheet_column import ID, NOTE, UNIT, SheetColumn, SheetKind, entries, tally
from pilotkit.model.sheet_evidence import FILED, PERIOD

_C = SheetColumn
_STANDARDS = _C("涉及标准", "standards", "words", width=20, refers=("standards",))
_PERSON, _CLAUSE = _C("人员", "person"), _C("条款", "clause")
_OF_UNIT = _C("单位", "unit", "unit")
_STANDARD = _C("标准", "standard", refers=("standards",))


def _of(kind: str, *columns: SheetColumn) -> SheetKind:
    """Make the list of a kind: which record, what the kind says, which files."""
    head = (ID, _C("题名", "title", aliases=("标题", "名称"), width=38), _C("日期", "date", "day"))
    return SheetKind(
        "evidence",
        f"{kind}（证据）",
        (*head, UNIT, *columns, *FILED, NOTE),
        same=(("title", "date", "unit"),),
        only=kind,
    )


def _checked(key: str) -> SheetColumn:
    return entries(
        "检查条款",
        key,
        _STANDARD,
        _CLAUSE,
        _C("结果", "result", aliases=("结论",)),
    )


_FOUND = entries(
    "发现问题",
    "findings",
    _CLAUSE,
    _C("事实", "facts"),
    _C("责任", "owner"),
    _C("期限", "due", "day"),
    _C("处理日期", "handled_on", "day"),
    _C("处理结果", "result"),
)
_FIGURES = (
    ("环节数", "steps", "count"),
    ("材料数", "materials", "count"),
    ("时限（天）", "days", "number"),
    ("跑动次数", "visits", "count"),
    ("成本（元）", "cost", "number"),
)
KINDS = (
    _of(
        "文件",
        _C("发文字号", "number", aliases=("文号",), width=22),
        _C("文件类型", "doc_types", "words", width=18),
        _C("签批人", "signer.person", width=16),
        _C("签批人单位", "signer.unit", "unit", width=20),
        _C("签批人岗位", "signer.post", width=16),
        _C("主要负责人签批", "signer.principal", "truth", width=9),
        entries(
            "任命",
            "appoints",
            _PERSON,
            _OF_UNIT,
            _C("岗位", "post"),
            _C("角色", "role"),
            _C("是否主要负责人", "principal", "truth"),
        ),
        entries("有关段落", "passages", _C("位置", "at"), _C("原文", "text")),
        entries("日程", "schedule", _C("编号", "id"), _C("期限", "due", "day"), _OF_UNIT),
        _C("频次", "every", width=8),
        _C("职责内容", "duties", "lines", width=26),
        _C("机制", "mechanisms", "words", width=18),
        _C("评价方面", "aspects", "words", width=14),
        _C("年度", "year", "count", width=8),
        _C("金额", "amount", "number", width=10),
        _C("所载子体系数", "counts.subsystems", "count", width=9),
        _C("所载标准数", "counts.rows", "count", width=9),
        tally("所载合计", "counts.totals", "合计项"),
    ),
    _of(
        "会议",
        _C("会议类型", "meeting_type", width=14),
        _C("到会单位", "units", "units", width=40),
    ),
    _of(
        "培训",
        _C("培训阶段", "stage", aliases=("阶段",), width=14),
        _C("学时", "hours", "number", width=7),
        _C("考核方式", "assessed.method", width=14),
        _C("合格率", "assessed.pass_rate", "number", width=8),
        entries(
            "证书",
            "certificates",
            _C("人员", "person", refers=("staff",)),
            _C("证书编号", "number"),
        ),
    ),
    _of(
        "岗位考核",
        _STANDARDS,
        _C("涉及岗位", "posts", "words", width=20, refers=("posts",)),
        _C("考核方式", "method", width=14),
        _C("考核人数", "examined", "count", width=9),
        _C("合格人数", "passed", "count", width=9),
    ),
    _of(
        "宣传",
        _C("范围", "scope", width=8),
        _C("媒介", "medium", aliases=("媒体",), width=18),
        _C("发布者", "publisher", width=20),
        _C("网址", "url", aliases=("链接",), width=30),
    ),
    _of("调研", _C("调研类型", "type", width=12)),
    _of(
        "标准制修订",
        _C("标准", "standard", width=20, refers=("standards",)),
        _C("环节", "stage", aliases=("阶段",), width=12),
        _C("原编号", "from", width=20),
        _C("新编号", "to", width=20),
        _C("理由", "reason", width=26),
        entries(
            "意见处理",
            "comments",
            _CLAUSE,
            _C("意见", "opinion"),
            _C("提出方", "party"),
            _C("处理", "handling"),
            _C("理由", "reason"),
        ),
    ),
    _of(
        "实施记录",
        _C("所执行标准", "standard", aliases=("标准",), width=20, refers=("standards",)),
        _C("记录名称", "record", width=14),
        _C("岗位", "post", width=18, refers=("posts",)),
        *PERIOD,
        _C("数量", "count", "count", ("办件数",), 8),
        entries("抽样", "sample", _C("办件", "case"), _CLAUSE),
    ),
    _of(
        "监督检查",
        _C("检查类型", "level", width=9),
        _C("对应计划", "planned", width=16),
        _C("检查人", "inspectors", "words", ("检查人员",), 22),
        _checked("clauses"),
        _FOUND,
    ),
    _of(
        "内部审核",
        _C("内审员", "team", "words", ("审核组",), 22),
        _C("审核范围", "scope", "lines", width=26),
        _checked("checklist"),
        _FOUND,
    ),
    _of(
        "不合格项",
        _C("来源", "source", width=22),
        _C("标准", "standard", width=20, refers=("standards",)),
        _C("条款", "clause", width=8),
        _C("事实描述", "facts", aliases=("事实",), width=36),
        _C("性质", "severity", aliases=("严重程度",), width=9),
        _C("原因分析", "cause", aliases=("原因",), width=28),
        _C("纠正", "correction", width=26),
        _C("纠正措施", "corrective_action", width=26),
        _C("预防措施", "preventive_action", width=26),
        _C("责任", "owner", aliases=("责任人",), width=18),
        _C("期限", "due", "day"),
        _C("验证人", "verified_by", width=16),
        _C("验证日期", "verified_on", "day"),
        _C("需修订的标准", "revision", width=20, refers=("standards",)),
    ),
    _of(
        "意见投诉",
        *PERIOD,
        _C("受理数", "received", "count", width=8),
        _C("办结数", "resolved", "count", width=8),
        _C("按期办结数", "resolved_in_time", "count", width=9),
        _C("未办结数", "open", "count", width=8),
        tally("分类数", "by_type", "类别"),
        tally("分渠道数", "by_channel", "渠道"),
    ),
    _of(
        "信息公开",
        _C("公开渠道", "where", aliases=("公开位置",), width=26),
        _C("公开内容", "what", "words", width=26),
    ),
    _of(
        "效能对比",
        _C("涉及事项", "items", "words", width=22, refers=("items",)),
        _C("前期数据日期", "baseline.date", "day"),
        _C("前期数据来源", "baseline.source", width=20),
        *(
            SheetColumn(
                f"{half}{head}", f"{key}.{figure}", "count" if form == "count" else "number"
            )
            for half, key in (("实施前", "before"), ("实施后", "after"))
            for head, figure, form in _FIGURES
        ),
    ),
    _of(
        "专家评审",
        _C("抽样种子", "seed", width=20),
        entries("评审专家", "reviewers", _PERSON, _C("单位", "unit")),
        entries(
            "抽样标准",
            "sample",
            _STANDARD,
            _C("文本校验值", "sha256"),
        ),
        entries("评分", "ratings", _C("问题", "question"), _PERSON, _C("分数", "rating", "number")),
    ),
    _of(
        "业绩",
        _C("方面", "aspect", width=14),
        _C("级别", "level", width=9),
        _C("承担角色", "role", width=14),
        _C("文号", "number", width=20),
        _C("发布日期", "issued", "day"),
    ),
)
