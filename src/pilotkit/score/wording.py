"""What a proof asks for, in words that an office reads."""

from collections.abc import Mapping
from typing import Any

from pilotkit.model.naming import unit_called
from pilotkit.model.points import points_text
from pilotkit.model.proof import CleanProof, EntityProof, EvidenceProof, Selection
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, OR, SEMICOLON, Sentence
from pilotkit.score.conditions import PRESENT, RANGE

# The Chinese names of the fields that proofs test; a field without one is printed as written.
_FIELDS = {
    "after": "实施后",
    "agency": "测评机构",
    "amount": "金额",
    "appoints": "任命",
    "area": "领域",
    "aspect": "方面",
    "aspects": "评价方面",
    "assessed": "效果考核",
    "attendees": "签到名单",
    "before": "实施前",
    "body": "评估主体",
    "certificates": "证书",
    "class": "类别",
    "comments": "意见",
    "cost": "成本",
    "doc_types": "文件类型",
    "duties": "职责",
    "hours": "学时",
    "independent": "独立媒体",
    "issued": "发布日期",
    "level": "级别",
    "mechanisms": "机制",
    "medium": "形式",
    "meeting_type": "会议类型",
    "method": "方法",
    "origin": "来源",
    "party": "意见来源",
    "passages": "写明的段落",
    "passed": "达标",
    "pillar": "支柱体系",
    "principal": "主要负责人",
    "questionnaire": "调查表",
    "role": "职务",
    "roles": "角色",
    "schedule": "检查安排",
    "scope": "范围",
    "signer": "批示人",
    "stage": "阶段",
    "time": "专兼职",
    "type": "类型",
    "unit": "单位",
    "year": "年度",
}
ENTITIES = {
    "standards": Sentence("标准", "standards"),
    "laws": Sentence("法规政策", "laws"),
    "documents": Sentence("现有文件", "documents"),
    "staff": Sentence("专兼职人员", "staff"),
    "assessments": Sentence("评估", "assessments"),
    "items": Sentence("事项", "items"),
    "posts": Sentence("岗位", "posts"),
}
# What the rules and sets of rules that proofs name are about; others are printed as written.
_FAULTS = {
    "contradicting-values": "数值互相矛盾",
    "duplicate-standard": "标准重复",
    "framework-empty-subsystem": "子体系没有标准",
    "framework-incomplete": "框架缺项",
    "framework-unknown-subsystem": "标准不在框架内",
    "issued-counts-differ": "印发的数量与现状不符",
    "item-list-differs": "印发的清单与现状不符",
    "law-not-in-force": "引用的法规已失效",
    "overlapping-clauses": "条款交叉",
    "promise-over-legal": "承诺时限超过法定时限",
    "symbol-conflict": "符号不统一",
    "term-conflict": "术语不统一",
    "text-format": "文本格式",
    "text-structure": "文本结构",
    "vague-requirement": "要求含糊",
    "value-without-unit": "数值没有单位",
}
_TRUTHS = {"true": Sentence("是", "true"), "false": Sentence("否", "false")}


def asked_of(selection: Selection, repository: Repository) -> Sentence:
    """Say which records a proof asks for; a unit by its name."""
    if isinstance(selection, EvidenceProof):
        kinds = Sentence("或".join(selection.kinds), " or ".join(selection.kinds))
    elif isinstance(selection, EntityProof):
        kinds = ENTITIES[selection.of]
    else:
        kinds = Sentence("记录", "records")
    asked = [*qualities(selection, repository), *_conditions(selection)]
    if not asked:
        return kinds
    zh, en = SEMICOLON.join(asked)
    return Sentence(f"{kinds.zh}（{zh}）", f"{kinds.en} ({en})")


def asked_of_clean(proof: CleanProof) -> Sentence:
    """Say which findings a proof wants nothing of."""
    return Sentence(
        f"没有这些问题（{faults_named(proof)}）", f"no findings of {', '.join(proof.codes)}"
    )


def faults_named(proof: CleanProof) -> str:
    """Name in Chinese what the rules of a proof are about."""
    return "、".join(_FAULTS.get(code, code) for code in proof.codes)


def qualities(
    selection: Selection, repository: Repository, *, besides: frozenset[str] = frozenset()
) -> list[Sentence]:
    """Say what every record must be like, leaving out the tests that are said elsewhere."""
    tests = {key: test for key, test in selection.where.items() if key not in besides}
    having = selection.having.items()
    inner = {key: COMMA.join(_tests(tests, repository)) for key, tests in having}
    havings = [
        Sentence(f"{named(key)}里有：{said.zh}", f"{key} with {said.en}")
        for key, said in inner.items()
    ]
    return [*_tests(tests, repository), *havings]


def _conditions(selection: Selection) -> list[Sentence]:
    said: list[Sentence] = []
    for key, values in selection.each.items():
        said.append(
            Sentence(f"{named(key)}各有：{'、'.join(values)}", f"each {key}: {', '.join(values)}")
        )
    if distinct := selection.distinct:
        n, by = distinct.at_least, distinct.by
        unit = {"月": "个月", "季": "个季度", "年": "个年度"}.get(by)
        zh = f"分布在 {n} {unit}以上" if unit else f"{n} 种以上不同的{named(by)}"
        said.append(Sentence(zh, f"{n} or more different {by}"))
    if selection.covers:
        share = f"达到 {points_text(selection.full_at * 100)} %" if selection.full_at else "全部"
        zh = f"覆盖{share}{selection.covers}" + ("，可合计" if selection.together else "")
        said.append(Sentence(zh, f"covering {selection.covers}"))
    if selection.within:
        n = selection.within
        said.append(Sentence(f"最近 {n} 个月内", f"within {n} months"))
    if selection.at_least > 1:
        n = selection.at_least
        said.append(Sentence(f"至少 {n} 份", f"at least {n}"))
    return said


def named(key: str) -> str:
    """Return the Chinese name of a field."""
    return _FIELDS.get(key, key)


def _tests(tests: Mapping[str, Any], repository: Repository) -> list[Sentence]:
    return [_test(key, test, repository) for key, test in tests.items()]


def _test(key: str, test: Any, repository: Repository) -> Sentence:
    if test == PRESENT:
        return Sentence(f"有{named(key)}", f"{key} present")
    if isinstance(test, dict) and set(test) <= RANGE:
        limits = [
            f"{sign} {test[end]}" for end, sign in (("min", "≥"), ("max", "≤")) if end in test
        ]
        said = "、".join(limits)
        return Sentence(f"{named(key)} {said}", f"{key} {said}")
    if isinstance(test, dict):
        inner = COMMA.join(_tests(test, repository))
        return Sentence(f"{named(key)}（{inner.zh}）", f"{key} ({inner.en})")
    values = test if isinstance(test, list) else [test]
    words = [_value(key, str(value), repository) for value in values]
    zh, en = OR.join(words)
    return Sentence(f"{named(key)}为{zh}", f"{key} is {en}")


def _value(key: str, value: str, repository: Repository) -> Sentence:
    name = unit_called(repository, value) if key == "unit" else value
    return _TRUTHS.get(value) or Sentence(name, name)
