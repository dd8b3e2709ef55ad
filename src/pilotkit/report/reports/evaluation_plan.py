"""自我评价工作实施计划: what is evaluated, by whom, how, by when, unit by unit (domain.md §4.2)."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Bullets, Document, Heading, Note, Paragraph
from pilotkit.report.evaluation.profile import basis_blocks
from pilotkit.report.report import Report
from pilotkit.report.tables.evaluation_plan import (
    dates_table,
    evaluated,
    methods_table,
    outputs_table,
    priorities_table,
    scheduled,
    team_table,
    units_table,
)
from pilotkit.report.tables.papers import all_cited, appointed, tasks_asking
from pilotkit.report.tables.plan import due, plan_words

_TITLE = Sentence("自我评价工作实施计划", "Plan of the self-evaluation")
_PURPOSE = Sentence(
    "自我评价怎么做：依据、组织、日程、方法和分工",
    "how the self-evaluation is done: basis, people, days, methods",
)
_TYPES = ("自评计划", "自我评价报告")


def build(case: Case) -> Document:
    """Build the plan in the eight points of the form."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, case.say("评价目的", "Purpose"))
    yield from _purpose(case)
    yield Heading(1, case.say("评价范围", "Scope"))
    yield Paragraph(_scope(case))
    yield Heading(1, case.say("评价依据", "Basis"))
    yield from _basis(case)
    yield Heading(1, case.say("评价组", "Team"))
    yield from _team(case)
    yield Heading(1, case.say("时间安排", "Dates"))
    yield from _dates(case)
    yield Heading(1, case.say("评价内容和方法", "What is evaluated, and how"))
    yield from _methods(case)
    yield Heading(1, case.say("受评单位和日程", "Units and their dates"))
    yield from _units(case)
    yield Heading(1, case.say("评价输出", "Outputs"))
    yield from _outputs(case)


def _purpose(case: Case) -> Iterator[Block]:
    issued = all_cited(case, "自评计划")
    state = (
        case.say(f"在案的自评计划：{issued}。", f"The plan on record: {issued}.")
        if issued
        else case.say(
            "自评计划尚未印发，本件据在案记录拟出，供审定。",
            "No plan is issued yet; this one is drafted from the records.",
        )
    )
    yield Paragraph(
        case.say(
            f"对照《{case.score.table.title}》逐条检验{case.pilot_name}的标准体系和标准实施情况，"
            "查明已经做到的、没有做到的和缺少佐证的，据以整改并申请验收。" + state,
            f"To hold {case.pilot_name} line by line against {case.score.table.title}: what is"
            f" done, what is not, what lacks evidence; to mend it and apply. {state}",
        )
    )
    for phase, task in tasks_asking(case, *_TYPES):
        yield Paragraph(plan_words(case, phase, task))


def _scope(case: Case) -> str:
    repository = case.repository
    items = case.items
    confirmed = sum(repository.is_confirmed(one) for one in items)
    issued = sum(one.issued_on(case.day) for one in repository.standards)
    adopted = sum(one.edition_on(case.day) is not None for one in repository.adopted)
    posts = len(list(repository.living_posts))
    units = len(evaluated(case))
    leaves = len({one.indicator.id for one in case.score.criteria})
    return case.say(
        f"受评单位{units}个；已发布的自编标准{issued}项，有现行版本的采用标准{adopted}项；"
        f"事项{len(items)}项（已确认{confirmed}项）；岗位{posts}个。评价的内容为计分表的三级指标"
        f"{leaves}项、评分标准{len(case.score.criteria)}条。",
        f"Units {units}; own issued standards {issued}, adopted in force {adopted}; items"
        f" {len(items)} (confirmed {confirmed}); posts {posts}. The table has"
        f" {leaves} indicators and {len(case.score.criteria)} criteria.",
    )


def _basis(case: Case) -> Iterator[Block]:
    yield from basis_blocks(case)
    adopted = [
        edition.number + (f"《{edition.title or one.title}》")
        for one in case.repository.adopted
        if "评价" in one.title and (edition := one.edition_on(case.day))
    ]
    lines = (case.score.table.title, *adopted)
    yield Paragraph(
        case.say("评价以下列计分表和体系采用的评价类标准为准则：", "It is held against:")
    )
    yield Bullets(lines)


def _team(case: Case) -> Iterator[Block]:
    team = appointed(case, "自评计划")
    if team:
        yield team_table(case, team)
    else:
        yield Paragraph(
            case.say(
                "评价组的组长、成员和分工未见记录，印发自评计划时写明姓名、单位、职务和分工。",
                "Leader, members and their parts are not on record; the plan has to name them.",
            )
        )
    yield Paragraph(_independent(case))


def _independent(case: Case) -> str:
    """Say who may be in the team: nobody judges the own work, experts come from outside."""
    staff = (one for unit in case.repository.staff for one in unit.people)
    people = [one for one in staff if one.holds_on(case.day)]
    certified = sum(bool(one.certificates) for one in people)
    known = (
        case.say(
            f"在册的专兼职标准化工作人员{len(people)}名，其中有培训证明的{certified}名"
            f"（{certified}/{len(people)}），可从中选派",
            f"Staff on record: {len(people)}, with a certificate {certified} of {len(people)}",
        )
        if people
        else case.say("各单位的专兼职标准化工作人员还没有登记", "No staff is on record yet")
    )
    return case.say(
        f"评价人员不评价本人所在的单位和岗位。{known}；评分标准里须由专家判断的，由试点单位以外的专家"
        "评审。",
        f"Nobody evaluates the own unit or post. {known}. What only experts can judge is left to"
        " experts from outside.",
    )


def _dates(case: Case) -> Iterator[Block]:
    asking = list(tasks_asking(case, *_TYPES))
    for phase in {phase.id: phase for phase, _ in asking}.values():
        first, last = case.on(phase.from_.first_day), case.on(due(case, phase))
        yield Paragraph(
            case.say(
                f"实施方案把自我评价安排在“{phase.name}”，自{first}至{last}。",
                f"The plan puts the evaluation into {phase.name}, {first} to {last}.",
            )
        )
    if not asking:
        yield Paragraph(
            case.say(
                "实施方案没有登记自我评价的任务和期限，待补充。",
                "No task of the plan on record asks for the evaluation.",
            )
        )
    yield dates_table(case)
    if not scheduled(case):
        yield Note(
            case.say(
                "在案的自评计划没有登记逐步的日程；没有日期的，由评价组在上述期限内确定。",
                "No plan on record has dates of its own; open ones are for the team to set.",
            )
        )


def _methods(case: Case) -> Iterator[Block]:
    yield Paragraph(
        case.say(
            "逐条评分标准按下列方法评价：查阅佐证材料，核算指标，逐项检查标准和记录，登记核对，"
            "专家评审。没有佐证的不计分；一条有几项要求的，各项都要有依据。",
            "Each criterion is evaluated by evidence, computed measures, checks of texts and"
            " records, data on record, and experts. No point without evidence.",
        )
    )
    yield methods_table(case)
    lost = priorities_table(case)
    if lost.rows:
        yield Paragraph(
            case.say(
                "按截至目前的记录，下列条目失分较多，列为评价重点。",
                "By the records so far these criteria lose most and come first.",
            )
        )
        yield lost


def _units(case: Case) -> Iterator[Block]:
    table = units_table(case)
    if table.rows:
        yield table
    else:
        yield Paragraph(case.say("参加试点的单位还没有登记。", "No unit is on record yet."))


def _outputs(case: Case) -> Iterator[Block]:
    table = outputs_table(case, list(tasks_asking(case, *_TYPES)))
    if table.rows:
        yield table
    else:
        yield Paragraph(
            case.say(
                "评价结束后形成自我评价报告、自评得分表和不合格项报告，逐条列明依据的佐证编号。",
                "It ends with the report, the filled table and the nonconformities, each with the"
                " numbers of its evidence.",
            )
        )


REPORT = Report("evaluation-plan", _TITLE, _PURPOSE, build)
