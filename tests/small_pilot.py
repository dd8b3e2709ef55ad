"""A pilot so small that its reports can be read whole, with a table of its own as the official one.

`{x}` stands where a user may write what he likes.
"""

from dataclasses import replace
from datetime import date

from cases import BUNDLED, files_in
from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.diagnostic import Verdict
from pilotkit.model.sentence import Lang
from pilotkit.report.case import Case
from pilotkit.score.runner import score_of

TABLE = """title: 计分表（试行）
total: 10
step: 0.1
thresholds: {training_hours: 10, effective_months: 3, reviewers: 3, sample: 10, sample_share: 0.1}
pass_mark: {value: 8, status: unverified}
columns: [一级指标, 二级指标, 三级指标, 评分标准, 得分, 得分说明]
indicators:
- id: A1
  name: 基本要求
  points: 6
  children:
  - id: B1
    name: 组织管理
    points: 6
    children:
    - id: C1
      name: 领导职责
      points: 2
      criteria:
      - {id: C1-1, points: 1, award: full, text: 明确了领导机构及职责，得1分,
         proof: {evidence: {kind: 文件, where: {doc_types: 领导机构}}}}
      - {id: C1-2, points: 1, award: full, prov: reconstructed, text: 召开了动员会，得1分,
         proof: {evidence: {kind: 会议}}}
    - id: C2
      name: 集中培训
      points: 4
      criteria:
      - {id: C2-1a, points: 2, group: C2, award: full, text: 组织了培训，得2分,
         proof: {evidence: {kind: 培训}}}
      - {id: C2-1b, points: 4, group: C2, award: full, text: 组织了3次培训，得4分,
         proof: {evidence: {kind: 培训, at_least: 3}}}
- id: A2
  name: 标准体系
  points: 4
  children:
  - id: B2
    name: 体系要求
    points: 4
    prov: reconstructed
    children:
    - id: C3
      name: 体系完整性
      points: 4
      criteria:
      - {id: C3-1, points: 4, award: proportional, text: 覆盖全部事项，得4分,
         proof: {measure: {name: coverage}}}
"""
TEXTS = {
    "data/pilot.yaml": """name: '小区政务服务标准化试点{x}'
undertaking: spj
period: {since: 2021-04-10, until: 2024-04-10}
basis: [{number: '小发〔2021〕1号{x}', title: '关于印发《方案》的通知{x}'}]
targets:
- {id: coverage, text: '覆盖率90%以上{x}', source: '二{x}', measure: coverage, at_least: 0.9}
- {id: leaders, text: 有领导机构, proof: {evidence: {kind: 文件}}}
as_of: 2022-12-31
""",
    "data/units.yaml": """units:
- {id: spj, name: '审批局{x}', level: 区, roles: [牵头, 成员, 入驻]}
- {id: dj, name: 东街道, level: 街道, roles: [街道]}
""",
    "data/roster.yaml": """people:
- {person: '甲{x}', unit: spj, post: '局长{x}', role: 组长}
- {person: 乙, unit: dj, post: 主任, role: 成员}
""",
    "data/framework.yaml": """name: '小区标准体系{x}'
source: '方案三{x}'
layers: [{number: 1, name: '基础{x}'}, {number: 2, name: 服务和管理}, {number: 3, name: 岗位}]
pillars:
- {id: JC, name: 通用基础, layer: 1, subsystems: [{id: jc, name: '导则{x}'}]}
- {id: TG, name: 服务提供, layer: 2, subsystems: [{id: tg, name: 服务规范}, {id: tk, name: 空}]}
- {id: GL, name: 管理, layer: 2, subsystems: [{id: gl, name: 后勤管理}]}
- {id: GZ, name: 岗位工作, layer: 3, subsystems: [{id: gz, name: 岗位标准}]}
""",
    "data/phases.yaml": """phases:
- id: P1
  name: '动员部署{x}'
  from: 2021-04
  to: 2021-11
  tasks:
  - id: P1-1
    title: '成立领导小组{x}'
    text: 成立领导小组。
    who: {lead: [牵头], with: [街道]}
    outputs: [{name: '成立文件{x}', proof: {evidence: {kind: 文件}}}]
    criteria: [C1-1]
  - id: P1-2
    title: 召开动员会
    text: 召开动员会。
    who: {lead: [牵头]}
    outputs:
    - {name: 动员会, proof: {evidence: {kind: 会议}}}
    - {name: 专兼职, each: [入驻, 街道], proof: {entity: {of: staff, where: {time: 专职}}}}
    criteria: [C1-2]
- id: P2
  name: 编制
  from: 2022-01
  to: 2023-04
  tasks:
  - {id: P2-1, title: 编制标准, text: 编制标准。, who: {lead: [成员], body: '专班{x}'},
     criteria: [C3-1]}
""",
    "data/items/spj/banzheng.yaml": """id: banzheng
name: '办证{x}'
class: service
unit: spj
levels: [区]
confirmed: {on: 2022-01-01, by: spj}
""",
    "data/items/spj/huanzheng.yaml": "id: huanzheng\nname: 换证\nclass: service\nunit: spj\n",
    "data/items/spj/caiwu.yaml": """id: caiwu
name: '财务{x}'
class: management
object: 财
subsystem: gl
unit: spj
confirmed: {on: 2022-01-01, by: spj}
""",
    "data/posts/spj/chuangkou.yaml": """id: chuangkou
name: '窗口岗{x}'
unit: spj
does: '受理{x}'
how: 按指南
assessed_by: dj
adjacent: [{post: chuangkou, relation: '交件{x}'}]
standards: [zhinan]
holders: 2
""",
    "data/standards/TG/zhinan.md": """---
id: zhinan
number: Q/XQ TG 001—2022
title: '办证服务指南{x}'
kind: 服务指南
subsystem: tg
unit: spj
covers: [banzheng]
issued: 2022-03-01
effective: 2022-04-01
---

# 范围
""",
    "data/standards/TG/guicheng.md": """---
id: guicheng
title: 办证办理规程
kind: 办理规程
subsystem: tg
unit: spj
covers: [banzheng]
planned: 2022-03-01
---

# 范围
""",
    "data/standards/adopted/daoze.yaml": """id: daoze
number: GB/T 1.1
title: '起草规则{x}'
subsystem: jc
editions:
- {number: GB/T 1.1—2009, issued: 2009-06-17, effective: 2010-01-01, withdrawn: 2020-10-01}
- {number: GB/T 1.1—2020, issued: 2020-03-31, effective: 2020-10-01}
""",
    "data/laws/fa.yaml": "id: fa\ntitle: '标准化法{x}'\nclass: 法律\neffective: 2018-01-01\n",
    "data/documents/spj/zhidu.yaml": """id: zhidu
title: '窗口制度{x}'
class: 管理制度
unit: spj
becomes: zhinan
reason: '转化{x}'
""",
    "data/staff/spj.yaml": """unit: spj
people:
- {person: p1, time: 专职, name: '丙{x}', certificates: [{number: '证1{x}'}]}
- {person: p2, time: 兼职}
""",
    "data/tasks/spj/zixi.yaml": """id: zixi
unit: spj
parent: P1-1
title: '起草文件{x}'
person: '丙{x}'
due: 2021-10-01
""",
    "data/assessments/ziping.yaml": """id: ziping
body: 自评
date: 2022-12-01
points: [{criterion: C1-1, points: 1}, {criterion: C1-2, points: 1}]
""",
}
EVIDENCE = {
    "chengli": ("文件", "成立领导小组的通知{x}", "2021-05-01", "doc_types: [领导机构]"),
    "peixun": (
        "培训",
        "标准编制培训",
        "2022-02-01",
        (
            "stage: 标准编制\nhours: 6\nattendees: [{person: p1}, {unit: dj, count: 3}]\n"
            "assessed: {method: '考试{x}', pass_rate: 0.95}"
        ),
    ),
    "mimi": ("培训", "内部培训机密", "2022-01-01", "stage: 标准实施\nconfidentiality: 内部"),
    "jiancha": (
        "监督检查",
        "一季度检查{x}",
        "2022-07-01",
        (
            "level: 日常\ninspectors: ['丁{x}']\n"
            "clauses: [{standard: zhinan, clause: '4.1', result: 符合},"
            " {standard: zhinan, clause: '4.2', result: 不符合}]\n"
            "findings: [{clause: '4.2', facts: '未公示{x}', owner: spj, due: 2022-07-10,"
            " handled_on: 2022-07-09, result: '已公示{x}'}]"
        ),
    ),
    "neishen": (
        "内部审核",
        "内审",
        "2022-08-01",
        "team: [戊]\nconfidentiality: 内部\nfindings: [{facts: 机密问题}]",
    ),
    "buhege": (
        "不合格项",
        "未公示{x}",
        "2022-07-02",
        (
            "standard: zhinan\nclause: '4.2{x}'\nfacts: '一楼未公示{x}'\nseverity: 一般\n"
            "cause: '遗漏{x}'\nowner: spj\ndue: 2022-07-20\nverified_by: '丁{x}'\n"
            "verified_on: 2022-07-15"
        ),
    ),
    "guanbi": (
        "不合格项",
        "机密不合格",
        "2022-07-03",
        "facts: 机密事实\nseverity: 严重\ndue: 2022-08-01\nconfidentiality: 内部",
    ),
    "manyi": (
        "满意度调查",
        "满意度",
        "2022-10-01",
        (
            "method: 第三方\nagency: '测评公司{x}'\nperiod: {from: 2022-07-01, to: 2022-09-30}\n"
            "counts: {very_satisfied: 90, satisfied: 8, dissatisfied: 2}"
        ),
    ),
    "tousu": (
        "意见投诉",
        "投诉台账",
        "2022-10-01",
        (
            "period: {from: 2022-07-01, to: 2022-09-30}\nreceived: 4\nresolved: 4\n"
            "resolved_in_time: 3\nopen: 0"
        ),
    ),
    "duibi": (
        "效能对比",
        "办证前后对比",
        "2022-11-01",
        (
            "items: [banzheng]\nbaseline: {date: 2021-06-01, source: 办件台账}\n"
            "before: {steps: 7, days: 10, cost: 40}\n"
            "after: {steps: 4, days: 4.5, cost: 12}"
        ),
    ),
    "yeji": ("业绩", "推广通报{x}", "2022-11-02", "aspect: 全省推广"),
    "taizhang": (
        "实施记录",
        "办证台账",
        "2022-11-03",
        "standard: zhinan\nperiod: {from: 2022-04-01, to: 2022-10-31}\ncount: 120",
    ),
    "houlai": ("会议", "明年的会", "2023-02-01", "meeting_type: 动员会"),
}
DAY = AsOf(date(2022, 12, 31), DaySource.PILOT)


def texts() -> dict[str, str]:
    """Return the files of the pilot, each with its places for what users write."""
    found = dict(TEXTS)
    for id_, (kind, title, day, rest) in EVIDENCE.items():
        found[f"data/evidence/spj/{id_}.yaml"] = (
            f"id: {id_}\ntitle: '{title}'\nkind: {kind}\ndate: {day}\nunit: spj\n"
            f"archive: {{place: '档案室{{x}}'}}\n{rest}\n"
        )
    return found


def case_of(
    files: dict[str, str] | None = None, lang: Lang = "zh", *, said: str = "", table: str = TABLE
) -> Case:
    """See a pilot from its day; `said` is put wherever a user may write what he likes."""
    filled = {
        path: text.replace("{x}", said.replace("'", "''")).encode()
        for path, text in sorted((texts() if files is None else files).items())
    }
    bundled = dict(BUNDLED) | {"official/scoring.yaml": table.encode()}
    repository, unreadable = load(replace(files_in(filled), bundled=bundled), None, DAY)
    assert not unreadable, unreadable
    basis = Basis(repository, tuple(check(repository)))
    measurements = Measurements(basis)
    score = score_of(basis, measurements)
    verdict = Verdict(repository.as_of, len(filled), ())
    return Case(Appraisal(basis, measurements, score), verdict, lang, "9.9")
