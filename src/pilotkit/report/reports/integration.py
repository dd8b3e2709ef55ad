"""重复交叉矛盾缺失清单: the document of phase five, open matters and decisions."""

from collections.abc import Iterator

from pilotkit.model.decision import Decision
from pilotkit.model.measurement import cut_percent
from pilotkit.model.sentence import Sentence
from pilotkit.plan.integration import KINDS, Integration, Matter, integration_of, matter_of
from pilotkit.report.case import Case, document, of_whole
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import (
    Block,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    cell,
    merged,
    row,
)
from pilotkit.report.integrations.text import TITLES, owner_of
from pilotkit.report.report import Report
from pilotkit.report.tables.measures import named
from pilotkit.report.tables.plan import plan_words

_TITLE = Sentence("重复交叉矛盾缺失清单", "Duplicates, overlaps, contradictions and gaps")
_PURPOSE = Sentence(
    "体系整合优化的四张清单和已作的决定，定下改谁、废谁",
    "the four lists of phase five and what was decided: what to merge, mend or withdraw",
)
_MEANT = {
    "重复": Sentence("两项标准对同一事项、岗位作同样的规定", "standards that say the same twice"),
    "交叉": Sentence("同一要求写在两项标准里", "one requirement stated in two standards"),
    "矛盾": Sentence("同一事项、岗位的规定前后不一", "values that differ for one matter"),
    "缺失": Sentence("应有而没有的标准或内容", "what should be there and is not"),
}
_MOST_NAMED = 4


def build(case: Case) -> Document:
    """Build the four lists, then the decisions."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    found = integration_of(case.repository, case.appraisal.basis.diagnostics)
    yield Heading(1, case.say("总体情况", "Overview"))
    yield from _overview(case, found)
    for kind in KINDS:
        yield Heading(1, case.say(f"{kind}清单", TITLES[kind].en.capitalize()))
        yield from _list(case, kind, found)
    yield Heading(1, case.say("已作的决定", "Decisions"))
    yield from _decisions(case, found)
    yield from conclusion(case, "C8")


def _overview(case: Case, found: Integration) -> Iterator[Block]:
    for phase, task in case.repository.tasks_by_id.values():
        if any(kind in task.text for kind in KINDS):
            yield Paragraph(plan_words(case, phase, task))
    standards = sum(one.issued_on(case.day) for one in case.repository.standards)
    decided, open_ = len(found.decided), len(found.open)
    share = of_whole(decided, open_ + decided)
    yield Paragraph(
        case.say(
            f"对已发布的自编标准{standards}项逐项比对，并对照事项、岗位和标准体系框架，截至"
            f"{case.on(case.day)}共有未处理的{open_}条，已作决定{decided}条{share.zh}。",
            f"Own issued standards compared: {standards}. As of {case.day} open: {open_}, decided:"
            f" {decided}{share.en}.",
        )
    )
    columns = (
        Column(case.say("类别", "Kind"), "code", 14),
        Column(case.say("含义", "Meaning"), width=44),
        Column(case.say("未处理", "Open"), "number", 14),
        Column(case.say("已决定", "Decided"), "number", 14),
    )
    rows = [
        row(
            TITLES[kind].to(case.lang),
            _MEANT[kind].to(case.lang),
            len(found.of(kind)),
            sum(one.kind == kind for one in found.decided),
        )
        for kind in KINDS
    ]
    total = row(case.say("合计", "Total"), None, open_, decided, total=True)
    yield Table(case.say("分类统计", "Counts"), columns, (*rows, total))


def _list(case: Case, kind: str, found: Integration) -> Iterator[Block]:
    matters = found.of(kind)
    if not matters:
        taken = sum(one.kind == kind for one in found.decided)
        yield Paragraph(
            case.say(
                f"截至{case.on(case.day)}没有未处理的{kind}；已作决定{taken}条。",
                f"Nothing open as of {case.day}; decided: {taken}.",
            )
        )
        return
    say = case.say
    columns = (
        Column(say("序号", "No."), "number", 5),
        Column(say("问题", "Matter"), width=30),
        Column(say("涉及的标准、事项、岗位", "Between"), width=29),
        Column(say("相同文字", "In common"), "code", 9),
        Column(say("拟办", "Proposed"), "code", 7),
        Column(say("责任单位", "Owner"), width=20),
    )
    rows = tuple(_matter(case, index, one) for index, one in enumerate(matters, start=1))
    yield Table(say(f"{kind}清单", TITLES[kind].en.capitalize()), columns, rows)


def _matter(case: Case, index: int, one: Matter) -> Row:
    names = [named(case, id_) for id_ in one.ids]
    shown = "\n".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        rest = len(names) - _MOST_NAMED
        shown += case.say(f"\n另有{rest}项", f"\n{rest} more")
    shares = [pair.share for pair in one.couples if pair.share is not None]
    share = cut_percent(max(shares)) if shares else None
    owner = owner_of(one, case.repository)
    said = one.finding.message.to(case.lang)
    return row(index, said, shown, share, one.proposed, owner)


def _decisions(case: Case, found: Integration) -> Iterator[Block]:
    if not found.decided:
        yield Paragraph(
            case.say(
                "截至目前没有在案的决定。对上列各条由责任单位提出意见，决定后登记各方、决定、理由、"
                "决定者和日期。",
                "No decision is on record yet. Each will be recorded with its sides, reason, by"
                " whom and when.",
            )
        )
        return
    say, named_rules = case.say, any(one.rule for one in found.decided)
    matter = (Column(say("问题", "Matter"), width=11),) if named_rules else ()
    columns = (
        Column(say("类别", "Kind"), "code", 7),
        Column(say("各方", "Between"), width=24),
        *matter,
        Column(say("决定", "Decision"), "code", 7),
        Column(say("理由", "Reason"), width=24),
        Column(say("办理单位", "Carried out by"), width=12),
        Column(say("决定者", "By"), width=14),
        Column(say("日期", "Date"), "day", 10),
    )
    rows = merged([_decision(case, one, matter=named_rules) for one in found.decided], 1)
    yield Table(say("已作的决定", "Decisions"), columns, rows)
    yield Note(
        case.say(
            "决定作出后标准文本的内容有改动的，该条重新列入清单。",
            "Where a text changes after a decision, the matter is open again.",
        )
    )


def _decision(case: Case, one: Decision, *, matter: bool) -> Row:
    sides = [f"{named(case, side.standard)} {side.clause or ''}".strip() for side in one.sides]
    about = "\n".join([*sides, *(named(case, subject) for subject in one.subjects)])
    owner = case.unit_name(one.owner) if one.owner else cell(None)
    by = case.who(one.by)
    said = matter_of(one)
    on = (said.to(case.lang) if said else cell(None),) if matter else ()
    kind = TITLES[one.kind].to(case.lang)
    return row(kind, about, *on, one.decision, one.reason, owner, by, one.date)


REPORT = Report("integration", _TITLE, _PURPOSE, build)
