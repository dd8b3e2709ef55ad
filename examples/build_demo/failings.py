"""The failings that are planted, each with the rule that should find it."""

from typing import NamedTuple

from build_demo.planting import (
    Plant,
    dropped,
    elsewhere,
    has_left,
    other_type,
    own_words,
    said,
    same_photograph,
    uncovered,
    unlinked,
    without,
    without_clause,
    written,
)
from build_demo.state import State

_HEAD = """# 有意埋下的问题

虚构试点里的下列问题是有意埋下的，用来看工具能不能指出来；都不是错误级别的问题。
“规则”是应当指出它的规则名；规则还没有建成的，先写约定的名称。

本文件由 `python examples/build_demo` 生成。

| 序号 | 位置 | 问题 | 规则 |
|---|---|---|---|
"""


class Failing(NamedTuple):
    """One failing: the record it is in, what is wrong, what finds it, and how it is planted."""

    folder: str
    id: str
    what: str
    rule: str
    plant: Plant | None = None


def plant(state: State) -> bytes:
    """Plant all failings; return the list of them."""
    lines = []
    for number, failing in enumerate(FAILINGS, 1):
        path = _path(state, failing)
        if failing.plant:
            failing.plant(state, state.records[path])
        path = _path(state, failing)
        lines.append(f"| {number} | `{path}` | {failing.what} | {failing.rule} |")
    return (_HEAD + "\n".join([*lines, ""])).encode()


def _path(state: State, failing: Failing) -> str:
    if failing.folder.endswith(".yaml"):
        return f"data/{failing.folder}"
    return state.path_of(failing.folder, failing.id)


FAILINGS = (
    Failing(
        "items",
        "wuye-jiejie",
        "物业承接查验备案不在任何服务指南的 covers 里",
        "missing-guide",
        elsewhere("standards", "zn-wuye", uncovered("wuye-jiejie")),
    ),
    Failing(
        "items",
        "nongye-nongji",
        "跨区作业证核发没有办理规程",
        "missing-procedure",
        elsewhere("standards", "gc-nongye", uncovered("nongye-nongji")),
    ),
    Failing(
        "items",
        "cheliang-yongche",
        "公务用车的工作流程标准还在征求意见",
        "missing-workflow-standard",
    ),
    Failing(
        "items",
        "dangqun-wenhua",
        "文化环境建设的工作流程标准还在征求意见",
        "missing-workflow-standard",
    ),
    Failing("posts", "spj-caiwu", "经费管理岗的岗位工作标准还没有发布", "missing-post-standard"),
    Failing(
        "items",
        "zhiye-hushi",
        "护士首次注册没有授权到窗口",
        "unauthorized-item",
        without("authorized"),
    ),
    Failing(
        "items",
        "yiliao-shengyu",
        "生育登记没有授权到窗口，已豁免到 2024 年 1 月底",
        "unauthorized-item",
        without("authorized"),
    ),
    Failing("items", "yibao-jiaru", "新增事项还没有确认", "unconfirmed-item"),
    Failing(
        "items",
        "yonggong-hetong",
        "实施编码里的事项类型码与类型不符",
        "item-code-type",
        other_type,
    ),
    Failing(
        "staff/nyj.yaml",
        "nyj",
        "一名兼职人员已于 2023 年 10 月离任，没有补上",
        "missing-staff",
        has_left,
    ),
    Failing("pilot.yaml", "pilot", "增补了词表、调整了严重程度、写了豁免", "added-word", own_words),
    Failing("pilot.yaml", "staffing", "1 专 2 兼全部到位的目标没有达到", "target-missed"),
    Failing(
        "posts", "yx-ts-daiban", "岗位没有写做到什么程度", "post-statements", without("degree")
    ),
    Failing(
        "posts",
        "nyj-jueding",
        "相邻的统一出证岗没有写与本岗的关系",
        "post-adjacency",
        elsewhere("posts", "zwzx-chuzheng", unlinked("nyj-jueding")),
    ),
    Failing(
        "items",
        "ms-jiuzhu-linshi",
        "墨桑街道的承诺时限比其他街道短 2 个工作日",
        "same-item-differs",
        written(promised_limit={"days": 5}),
    ),
    Failing(
        "framework.yaml", "gz-liudong", "流动服务岗位子体系下没有标准", "framework-empty-subsystem"
    ),
    Failing(
        "documents",
        "zhongjie-biao",
        "现有文件没有写去向",
        "document-without-decision",
        without("becomes", "reason"),
    ),
    Failing(
        "documents",
        "zhiban-jilu",
        "废止的文件没有写理由",
        "document-without-reason",
        without("reason"),
    ),
    Failing("evidence", "weituo-cp", "委托书已于 2023 年 11 月底到期", "evidence-expired"),
    Failing("evidence", "jingfei-2022", "2022 年度经费文件已过期", "evidence-expired"),
    Failing("evidence", "hy-zuotan", "会议早于试点开始的日期", "evidence-outside-period"),
    Failing("evidence", "myd-shuyun", "满意度调查只有 23 份有效答卷", "small-survey"),
    Failing("evidence", "jc-linshi", "检查没有写查了哪些条款", "inspection-without-result"),
    Failing("evidence", "px-yx-cehua", "培训没有考核", "training-incomplete", without("assessed")),
    Failing("evidence", "px-ms-cehua", "培训没有签到", "training-incomplete", without("attendees")),
    Failing(
        "evidence", "bhg-08", "不合格项没有原因分析", "nonconformity-incomplete", without("cause")
    ),
    Failing(
        "evidence",
        "bhg-21",
        "不合格项到期没有验证",
        "nonconformity-overdue",
        without("verified_by", "verified_on"),
    ),
    Failing("evidence", "bhg-12", "不合格项逾期 9 天才验证", "nonconformity-closed-late"),
    Failing("evidence", "xn-17", "效能对比没有写基线日期", "baseline-missing", without("baseline")),
    Failing(
        "evidence",
        "sj-gc-geti-202305",
        "台账里一个办件没有写条款",
        "ledger-without-trace",
        without_clause,
    ),
    Failing(
        "standards",
        "gc-hukou",
        "户口登记台账漏了 2023 年第二季度",
        "missing-record",
        dropped("sj-gc-hukou-202306"),
    ),
    Failing(
        "standards",
        "jc-bianzhi",
        "体系表编制要求实施以来没有实施记录",
        "no-practice-record",
        dropped("sj-jc-bianzhi"),
    ),
    Failing(
        "standards",
        "lc-xiuding",
        "文件制修订工作流程没有实施记录",
        "no-practice-record",
        dropped("sj-lc-xiuding"),
    ),
    Failing(
        "standards",
        "gz-gaj-jueding",
        "审批决定和窗口管理岗位没有工作记录",
        "no-practice-record",
        dropped("sj-gz-gaj-jueding"),
    ),
    Failing(
        "evidence", "xc-neibu-4", "同一张照片用在两份宣传里", "same-file-twice", same_photograph
    ),
    Failing("evidence", "xc-luxiang", "录像只有 LFS 指针", "lfs-pointer"),
    Failing(
        "evidence",
        "xc-neibu-5",
        "简报声称能佐证全省推广",
        "claims-wrong-criterion",
        written(criteria=["C26-1a"]),
    ),
    Failing("evidence", "jcjh-2023", "第一季度通用基础标准检查没有做", "planned-inspection-missed"),
    Failing("evidence", "ps-shisheng", "试评审只有 2 名专家、6 项样本", "review-does-not-count"),
    Failing("evidence", "kh-nyj-shencha", "材料审查岗考核没有全部合格", "examination-not-passed"),
    Failing("evidence", "myd-zice-2023-2", "第二季度自测低于 99%，且比上季度下降", "survey-worse"),
    Failing("evidence", "xc-waibu-1", "宣传已超过 24 个月，只作历史材料", "evidence-stale"),
    Failing(
        "assessments",
        "ziping-2023",
        "自评得分高于有据得分，C26-1b、C27-3 没有写",
        "claim-above-support",
    ),
    Failing("phases.yaml", "C27-3", "C27-3 秘书处没有任务承担", "criterion-without-task"),
    Failing("phases.yaml", "C27-3", "方案没有安排秘书处的材料", "unplanned-proof"),
    Failing("phases.yaml", "P1", "动员部署阶段与调研培训阶段都含 2021 年 11 月", "phase-overlap"),
    Failing("phases.yaml", "P4-1", "标准编制阶段已结束，两个事项还缺标准", "output-missing"),
    Failing("tasks", "hg-zhanban", "任务期限晚于所属阶段的结束", "task-after-phase"),
    Failing("tasks", "hg-zhanban", "任务到期没有产出", "task-overdue"),
    Failing(
        "standards",
        "gl-peixun",
        "注日期引用了已被代替的版本",
        "replaced-edition-in-text",
        said(
            "应符合GB/T 30226的规定",
            "应符合GB/T 30226和GB/T 24421.3—2009的规定",
        ),
    ),
    Failing(
        "standards",
        "gl-kaoqin",
        "引用了已失效的管理暂行办法",
        "law-not-in-force",
        said(
            "应符合GB/T 32169.2的规定",
            "应符合《青岚区窗口人员管理暂行办法（虚构）》和GB/T 32169.2的规定",
        ),
    ),
    Failing(
        "standards",
        "tg-bianmin",
        "要求里有“及时”",
        "vague-requirement",
        said("代办件应在 3 个工作日内送回结果", "代办件应及时送回结果"),
    ),
    Failing(
        "standards",
        "lc-wuzi",
        "用了“必须”",
        "modal-verb",
        said("，移交单写明", "，移交单必须写明"),
    ),
    Failing(
        "standards",
        "gl-nengyuan",
        "自称“本标准”",
        "self-reference",
        said("应提出本文件的修订意见", "应提出本标准的修订意见"),
    ),
    Failing(
        "standards",
        "gz-mzj-shouli",
        "列出的引用文件没有在正文引用",
        "reference-not-cited",
        said("时，接待应符合Q/QLZW TG 001的规定。", "时，接待应使用普通话。"),
    ),
)
