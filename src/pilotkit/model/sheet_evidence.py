"""The lists of evidence: all of it in one catalogue, attendance and surveys by themselves."""

from pilotkit.model.sheet_column import (
    FILES,
    ID,
    NOTE,
    POSITION,
    UNIT,
    SheetColumn,
    SheetKind,
    entries,
)

_C = SheetColumn
OF_EVIDENCE = (
    ID,
    _C("题名", "title", aliases=("标题", "名称", "证据名称", "材料名称"), width=38),
)
FILED = (
    _C("归入条目", "criteria", "words", ("评分条目", "对应条目"), 16),
    _C("文件名", FILES, "lines", ("附件", "附件名称"), 26),
)
PERIOD = (
    _C("起始", "period.from", "day", ("开始日期", "期间起")),
    _C("截止", "period.to", "day", ("结束日期", "期间止")),
)
EVIDENCE = SheetKind(
    "evidence",
    "证据目录",
    (
        *OF_EVIDENCE,
        _C("证据种类", "kind", aliases=("种类", "类别"), width=12),
        _C("日期", "date", "day", ("发生日期", "形成日期")),
        UNIT,
        *FILED,
        _C("原件形式", "copy", aliases=("材料形式",), width=9),
        _C("公开程度", "confidentiality", aliases=("密级", "公开属性"), width=9),
        _C("档案位置", "archive.place", aliases=("存放位置",), width=18),
        _C("档案盒号", "archive.box", aliases=("盒号",), width=10),
        _C("档案件号", "archive.number", aliases=("件号",), width=10),
        _C("档案校验值", "archive.sha256", aliases=("扫描件校验值",), width=16),
        _C("有效期至", "valid_until", "day", ("有效期",)),
        _C("长期有效", "standing", "truth", width=9),
        _C("任务", "task", aliases=("对应任务",), width=9),
        _C("涉及标准", "standards", "words", width=20, refers=("standards",)),
        _C("涉及事项", "items", "words", width=20, refers=("items",)),
        _C("涉及岗位", "posts", "words", width=20, refers=("posts",)),
        _C("发文字号", "number", aliases=("文号",), width=22),
        _C("文件类型", "doc_types", "words", width=18),
        _C("会议类型", "meeting_type", width=12),
        _C("培训阶段", "stage", aliases=("阶段",), width=14),
        _C("学时", "hours", "number", width=7),
        _C("所执行标准", "standard", aliases=("标准",), width=18, refers=("standards",)),
        _C("记录名称", "record", width=14),
        _C("岗位", "post", width=18, refers=("posts",)),
        entries(
            "签字确认",
            "signed",
            _C("人员", "person"),
            _C("单位", "unit", "unit"),
            _C("日期", "on", "day"),
        ),
        *PERIOD,
        _C("数量", "count", "count", ("办件数",), 8),
        NOTE,
    ),
    same=(("kind", "title", "date", "unit"),),
    begins="zj",
)
ATTENDANCE = SheetKind(
    "attendance",
    "培训签到",
    (
        _C("培训编号", "id", aliases=("编号",), width=22),
        _C("序号", POSITION, "count", width=6),
        _C("培训名称", "title", aliases=("培训题名",), width=34, shown=True),
        _C("培训日期", "date", "day", ("日期",), shown=True),
        _C("人员", "attendees.person", aliases=("姓名", "参训人员", "人员编号"), width=18),
        _C("学时", "attendees.hours", "number", ("参训学时",), 8),
        _C("参训单位", "attendees.unit", "unit", ("单位", "单位名称"), 24),
        _C("参训岗位", "attendees.post", aliases=("岗位",), width=20, refers=("posts",)),
        _C("参训人数", "attendees.count", "count", ("人数",), 9),
    ),
    same=(("attendees.person",), ("attendees.unit", "attendees.post"), ("attendees.unit",)),
    inside="attendees",
    only="培训",
)
SURVEYS = SheetKind(
    "surveys",
    "满意度调查",
    (
        *OF_EVIDENCE,
        _C("日期", "date", "day", ("报告日期",)),
        UNIT,
        _C("调查方式", "method", aliases=("方式", "调查方法"), width=10),
        *PERIOD,
        _C("非常满意", "counts.very_satisfied", "count", width=9),
        _C("满意", "counts.satisfied", "count", width=9),
        _C("基本满意", "counts.basically", "count", ("一般",), 9),
        _C("不满意", "counts.dissatisfied", "count", width=9),
        _C("非常不满意", "counts.very_dissatisfied", "count", width=10),
        _C("有效份数", "valid", "count", ("有效问卷", "有效样本"), 9),
        _C("调查机构", "agency", width=22),
        _C("报告编号", "report_number", width=18),
        _C("问卷", "questionnaire", aliases=("问卷名称",), width=26),
        _C("分析", "analysis", aliases=("结果分析",), width=30),
        _C("改进措施", "measures", aliases=("措施",), width=30),
        *FILED,
        NOTE,
    ),
    same=(("title", "date", "unit"),),
    begins="manyidu",
    only="满意度调查",
)
